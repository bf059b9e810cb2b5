import { Plus, Trash2 } from 'lucide-preact';
import type { Deed, InOrder, Link } from '../../server/segments/rule.ts';
import { Button } from '../components/button.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { hasCategory } from './did-part.tsx';

interface Props {
  condition: InOrder;
  /** Event names. */
  events: readonly string[];
  onChange: (condition: InOrder) => void;
}

/** As many links as a rule may have. */
const most = 3;

/** What came first, and what came after it, or did not, within which time. */
export function InOrderPart({ condition, events, onChange }: Props) {
  const t = messages.value.segments;
  const { first, next } = condition;
  const ordered = events.filter((name) => name !== 'page_view');
  const replace = (place: number, link: Link | null) =>
    onChange({ first, next: next.flatMap((old, at) => (at === place ? (link ?? []) : old)) });
  return (
    <ol class="in-order stack">
      <li class="row">
        <span class="in-order-word">{t.inOrder.first}</span>
        <DeedPart deed={first} events={ordered} onChange={(deed) => onChange({ first: { ...first, ...deed }, next })} />
        <NumberField
          label={t.days}
          placeholder={t.daysHint}
          value={first.within}
          onChange={(days) => onChange({ first: { ...first, within: days && Math.min(90, days) }, next })}
        />
      </li>
      {next.map((link, place) => (
        // Links have no identity but their place.
        <li key={place} class="row">
          <select
            class="input in-order-word"
            aria-label={t.inOrder.link}
            value={link.not ? 'not' : 'then'}
            onChange={(event) => {
              const { not, ...rest } = link;
              replace(place, event.currentTarget.value === 'not' ? { ...rest, not: true } : rest);
            }}
          >
            <option value="then">{t.inOrder.came}</option>
            <option value="not">{t.inOrder.cameNot}</option>
          </select>
          <DeedPart deed={link} events={ordered} onChange={(deed) => replace(place, { ...link, ...deed })} />
          <Span hours={link.hours} onChange={(hours) => replace(place, { ...link, hours })} />
          {next.length > 1 && (
            <button
              type="button"
              class="rule-remove"
              aria-label={t.inOrder.remove}
              onClick={() => replace(place, null)}
            >
              <Trash2 size={18} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {next.length < most && (
        <li>
          <Button look="quiet" onPress={() => onChange({ first, next: [...next, { did: 'purchase', hours: 72 }] })}>
            <Plus size={16} aria-hidden="true" />
            {t.inOrder.add}
          </Button>
        </li>
      )}
    </ol>
  );
}

interface DeedProps {
  deed: Deed;
  events: readonly string[];
  onChange: (deed: Deed) => void;
}

function DeedPart({ deed: { did, category }, events, onChange }: DeedProps) {
  const t = messages.value.segments;
  return (
    <>
      <select
        class="input"
        aria-label={t.inOrder.what}
        value={did}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onChange({ did: name, category: hasCategory.has(name) ? category : undefined });
        }}
      >
        {[...new Set([...events, did])].map((name) => (
          <option key={name} value={name}>
            {eventLabel(name)}
          </option>
        ))}
      </select>
      {hasCategory.has(did) && (
        <label class="condition-number">
          <span class="soft small">{t.category}</span>
          <input
            class="input"
            placeholder={t.anyCategory}
            value={category ?? ''}
            onChange={(event) => onChange({ did, category: event.currentTarget.value.trim() || undefined })}
          />
        </label>
      )}
    </>
  );
}

interface SpanProps {
  hours: number;
  onChange: (hours: number) => void;
}

/** A number of days where it is whole days, of hours elsewhere. */
function Span({ hours, onChange }: SpanProps) {
  const t = messages.value.segments;
  const unit = hours % 24 === 0 ? 24 : 1;
  const keep = (number: number, of: number) => onChange(Math.min(90 * 24, Math.max(1, number) * of));
  return (
    <>
      <NumberField label={t.inOrder.within} value={hours / unit} onChange={(number) => keep(number ?? 1, unit)} />
      <select
        class="input in-order-unit"
        aria-label={t.inOrder.unit}
        value={unit}
        onChange={(event) => keep(hours / unit, Number(event.currentTarget.value))}
      >
        <option value={24}>{t.inOrder.unitDays}</option>
        <option value={1}>{t.inOrder.unitHours}</option>
      </select>
    </>
  );
}

interface NumberProps {
  label: string;
  value: number | null;
  placeholder?: string;
  onChange: (value: number | null) => void;
}

function NumberField({ label, value, placeholder, onChange }: NumberProps) {
  return (
    <label class="condition-number">
      <span class="soft small">{label}</span>
      <input
        class="input"
        type="number"
        min="1"
        placeholder={placeholder}
        value={value ?? ''}
        onChange={({ currentTarget: { valueAsNumber } }) =>
          onChange(Number.isFinite(valueAsNumber) && valueAsNumber >= 1 ? Math.round(valueAsNumber) : null)
        }
      />
    </label>
  );
}
