import { parseResponse } from 'hono/client';
import { useEffect, useId, useState } from 'preact/hooks';
import type { FieldKind, FieldName } from '../../server/segments/fields.ts';
import type { Compared, Comparison, Did, Rule } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';

/** What conditions can be made of in this shop. */
export interface Vocabulary {
  fields: readonly { name: FieldName; kind: FieldKind }[];
  /** Event names. */
  events: readonly string[];
  segments: readonly { id: string; name: string }[];
  /** Minor units in one unit of the shop's currency. */
  minor: number;
}

export type Leaf = Compared | Did | { segment: string };

interface Props<L> {
  condition: L;
  vocabulary: Vocabulary;
  onChange: (condition: Leaf) => void;
}

/** One condition: what is asked, and what of it. */
export function Condition({ condition, vocabulary, onChange }: Props<Leaf>) {
  const t = messages.value.segments;
  return (
    <div class="condition">
      <select
        class="input"
        aria-label={t.what}
        value={subjectOf(condition)}
        onChange={(event) => onChange(blank(event.currentTarget.value, vocabulary))}
      >
        <optgroup label={t.groups.is}>
          {vocabulary.fields.map(({ name }) => (
            <option key={name} value={`field ${name}`}>
              {t.fields[name]}
            </option>
          ))}
        </optgroup>
        <optgroup label={t.groups.did}>
          {[...new Set([...vocabulary.events, ...('did' in condition ? [condition.did] : [])])].map((name) => (
            <option key={name} value={`did ${name}`}>
              {eventLabel(name)}
            </option>
          ))}
        </optgroup>
        {vocabulary.segments.length > 0 && (
          <optgroup label={t.groups.segments}>
            {vocabulary.segments.map(({ id, name }) => (
              <option key={id} value={`segment ${id}`}>
                {t.inSegment(name)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {'field' in condition && <FieldPart condition={condition} vocabulary={vocabulary} onChange={onChange} />}
      {'did' in condition && <DidPart condition={condition} vocabulary={vocabulary} onChange={onChange} />}
    </div>
  );
}

function FieldPart({ condition, vocabulary, onChange }: Props<Compared>) {
  const t = messages.value.segments;
  const kind = kindOf(condition.field, vocabulary);
  return (
    <>
      <select
        class="input"
        aria-label={t.comparison}
        value={condition.is}
        onChange={(event) => {
          const is = comparisonsOf[kind].find((one) => one === event.currentTarget.value) ?? '=';
          onChange({ ...condition, is, value: fitted(condition.value, is) });
        }}
      >
        {comparisonsOf[kind].map((is) => (
          <option key={is} value={is}>
            {t.comparisons[is]}
          </option>
        ))}
      </select>
      <Value condition={condition} kind={kind} minor={vocabulary.minor} onChange={onChange} />
    </>
  );
}

interface ValueProps {
  condition: Compared;
  kind: FieldKind;
  minor: number;
  onChange: (condition: Compared) => void;
}

function Value({ condition, kind, minor, onChange }: ValueProps) {
  const t = messages.value.segments;
  const { value } = condition;
  if (kind === 'flag') {
    return (
      <select
        class="input"
        aria-label={t.value}
        value={value === true ? 'yes' : 'no'}
        onChange={(event) => onChange({ ...condition, value: event.currentTarget.value === 'yes' })}
      >
        <option value="yes">{t.yes}</option>
        <option value="no">{t.no}</option>
      </select>
    );
  }
  if (kind === 'text' || kind === 'texts') return <TextValue condition={condition} onChange={onChange} />;
  const scale = kind === 'money' ? minor : 1;
  return (
    <input
      class="input"
      type="number"
      step="any"
      aria-label={t.value}
      value={Number(value) / scale}
      onChange={(event) =>
        onChange({ ...condition, value: Math.round(event.currentTarget.valueAsNumber * scale) || 0 })
      }
    />
  );
}

/** With the values that people have, as they are asked for. */
function TextValue({ condition, onChange }: Pick<ValueProps, 'condition' | 'onChange'>) {
  const t = messages.value.segments;
  const list = useId();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    // Without them one types.
    parseResponse(client.segments.suggestions[':field'].$get({ param: { field: condition.field } })).then(
      ({ values }) => current && setKnown(values.map(({ value }) => value)),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [condition.field]);
  const { value } = condition;
  return (
    <>
      <input
        class="input"
        list={list}
        aria-label={t.value}
        value={Array.isArray(value) ? value.join(', ') : String(value)}
        onChange={(event) => onChange({ ...condition, value: fitted(event.currentTarget.value, condition.is) })}
      />
      <datalist id={list}>
        {known.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  );
}

function DidPart({ condition, onChange }: Props<Did>) {
  const t = messages.value.segments;
  const { category, ...rest } = condition;
  const change = (part: Partial<Did>) => {
    const { category: asked, ...next } = { ...condition, ...part };
    onChange(asked ? { ...next, category: asked, within: next.within ?? 30 } : next);
  };
  return (
    <>
      <select
        class="input"
        aria-label={t.comparison}
        value={rest.is}
        onChange={(event) =>
          change({ is: (['>=', '<=', '='] as const).find((is) => is === event.currentTarget.value) ?? '>=' })
        }
      >
        {(['>=', '<=', '='] as const).map((is) => (
          <option key={is} value={is}>
            {t.counts[is]}
          </option>
        ))}
      </select>
      <label class="condition-number">
        <span class="soft small">{t.times}</span>
        <input
          class="input"
          type="number"
          min="0"
          value={rest.times}
          onChange={(event) => change({ times: Math.max(0, Math.round(event.currentTarget.valueAsNumber) || 0) })}
        />
      </label>
      <label class="condition-number">
        <span class="soft small">{t.days}</span>
        <input
          class="input"
          type="number"
          min="1"
          max="90"
          placeholder={t.daysHint}
          value={rest.within ?? ''}
          onChange={(event) => change({ within: daysOf(event.currentTarget.valueAsNumber) })}
        />
      </label>
      {hasCategory.has(rest.did) && (
        <label class="condition-number">
          <span class="soft small">{t.category}</span>
          <input
            class="input"
            placeholder={t.anyCategory}
            value={category ?? ''}
            onChange={(event) => change({ category: event.currentTarget.value.trim() })}
          />
        </label>
      )}
    </>
  );
}

/** Events that profiles keep by category. */
const hasCategory = new Set(['view_item', 'add_to_cart', 'purchase']);

const numbers = ['>=', '<=', '=', '!=', '>', '<'] as const;
const texts = ['=', '!=', 'contains', 'in'] as const;
const comparisonsOf: Record<FieldKind, readonly Comparison[]> = {
  number: numbers,
  days: numbers,
  money: numbers,
  text: texts,
  texts,
  flag: ['=', '!='],
};

export function firstCondition({ fields }: Vocabulary): Rule {
  const [first] = fields;
  return first ? { field: first.name, is: '=', value: '…' } : { all: [] };
}

function subjectOf(condition: Leaf): string {
  if ('field' in condition) return `field ${condition.field}`;
  return 'did' in condition ? `did ${condition.did}` : `segment ${condition.segment}`;
}

function blank(subject: string, vocabulary: Vocabulary): Leaf {
  const space = subject.indexOf(' ');
  const name = subject.slice(space + 1);
  if (subject.startsWith('segment ')) return { segment: name };
  if (subject.startsWith('did ')) return { did: name, is: '>=', times: 1, within: 30 };
  const field = vocabulary.fields.find((one) => one.name === name);
  if (!field) return { did: 'page_view', is: '>=', times: 1, within: 30 };
  const value = field.kind === 'flag' ? true : field.kind === 'text' || field.kind === 'texts' ? '…' : 1;
  return { field: field.name, is: comparisonsOf[field.kind][0] ?? '=', value };
}

function kindOf(name: FieldName, { fields }: Vocabulary): FieldKind {
  return fields.find((field) => field.name === name)?.kind ?? 'text';
}

/** A list where one of several is asked for, one text elsewhere. */
function fitted(value: Compared['value'], is: Comparison): Compared['value'] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (is !== 'in') return Array.isArray(value) ? value.join(', ') : value || '…';
  const parts = (Array.isArray(value) ? value : value.split(',')).map((text) => text.trim()).filter(Boolean);
  return parts.length > 0 ? parts : ['…'];
}

function daysOf(days: number): number | null {
  return Number.isFinite(days) && days >= 1 ? Math.min(90, Math.round(days)) : null;
}
