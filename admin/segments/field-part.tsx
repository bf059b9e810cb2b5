import { parseResponse } from 'hono/client';
import type { FieldKind } from '../../server/segments/fields.ts';
import type { Compared } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { ComparisonChoice } from './comparison-choice.tsx';
import { comparisonsOf, fitted } from './comparisons-of.ts';
import { TextValue } from './text-value.tsx';
import { kindOf, type Vocabulary } from './vocabulary.ts';

interface Props {
  condition: Compared;
  vocabulary: Vocabulary;
  onChange: (condition: Compared) => void;
}

/** How a field compares, and with what. */
export function FieldPart({ condition, vocabulary, onChange }: Props) {
  const kind = kindOf(condition.field, vocabulary);
  return (
    <>
      <ComparisonChoice
        value={condition.is}
        among={comparisonsOf[kind]}
        onChange={(is) => onChange({ ...condition, is, value: fitted(condition.value, is) })}
      />
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
  const { field, is, value } = condition;
  const change = (next: Compared['value']) => onChange({ ...condition, value: next });
  if (kind === 'flag')
    return (
      <Choice
        value={value === true ? 'yes' : 'no'}
        among={{ yes: t.yes, no: t.no }}
        onChange={(next) => change(next === 'yes')}
      />
    );
  if (field === 'customer_group' && (is === '=' || is === '!='))
    return <Choice value={String(value)} among={messages.value.groups.names} onChange={change} />;
  if (typeof value !== 'number')
    return (
      <TextValue
        of={field}
        suggest={() => parseResponse(client.segments.suggestions[':field'].$get({ param: { field } }))}
        value={Array.isArray(value) ? value : String(value)}
        onInput={(text) => change(fitted(text, is))}
      />
    );
  const scale = kind === 'money' ? minor : 1;
  return (
    <input
      class="input"
      type="number"
      step="any"
      aria-label={t.value}
      value={value / scale}
      onChange={(event) => {
        const asked = event.currentTarget.valueAsNumber || 0;
        change(kind === 'money' ? Math.round(asked * scale) : asked);
      }}
    />
  );
}

interface ChoiceProps {
  value: string;
  among: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

function Choice({ value, among, onChange }: ChoiceProps) {
  return (
    <select
      class="input"
      aria-label={messages.value.segments.value}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!Object.hasOwn(among, value) && <option value={value}>{value}</option>}
      {Object.entries(among).map(([of, label]) => (
        <option key={of} value={of}>
          {label}
        </option>
      ))}
    </select>
  );
}
