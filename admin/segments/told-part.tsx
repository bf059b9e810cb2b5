import { parseResponse } from 'hono/client';
import type { Comparison, Told } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { wordOf } from '../visitor/evidence-words.ts';
import { ComparisonChoice } from './comparison-choice.tsx';
import { fitted } from './comparisons-of.ts';
import { TextValue } from './text-value.tsx';

const comparisons: readonly Comparison[] = ['=', '!=', 'contains', 'in', '>=', '<=', '>', '<'];
const ofSizes: ReadonlySet<Comparison> = new Set(['>=', '<=', '>', '<']);

interface Props {
  condition: Told;
  /** Whose word it may be. */
  sources: readonly string[];
  onChange: (condition: Told) => void;
}

/** How what was said compares, and with what: numbers and days are more or less than others, texts are not. */
export function ToldPart({ condition, sources, onChange }: Props) {
  const t = messages.value.segments;
  const { trait, is, value, by } = condition;
  const { by: _, ...byAnybody } = condition;
  const named = new Set([...sources, ...(by === undefined ? [] : [by])]);
  return (
    <>
      <ComparisonChoice
        value={is}
        among={comparisons}
        onChange={(next) => onChange({ ...condition, is: next, value: valueFor(value, next) })}
      />
      <TextValue
        of={trait}
        suggest={() => parseResponse(client.segments.suggestions.trait[':name'].$get({ param: { name: trait } }))}
        value={typeof value === 'number' ? String(value) : value}
        onInput={(text) => onChange({ ...condition, value: valueFor(text, is) })}
      />
      <select
        class="input"
        aria-label={t.toldByLabel}
        value={by ?? ''}
        onChange={({ currentTarget: { value: chosen } }) =>
          onChange(chosen === '' ? byAnybody : { ...condition, by: chosen })
        }
      >
        <option value="">{t.toldBy(t.byAnybody)}</option>
        {[...named].map((source) => (
          <option key={source} value={source}>
            {t.toldBy(wordOf(source))}
          </option>
        ))}
      </select>
    </>
  );
}

/** A number of what is written as one, and where more and less are asked for nothing but numbers and days. */
function valueFor(value: Told['value'], is: Comparison): Told['value'] {
  const text = Array.isArray(value) ? value.join(', ') : String(value).trim();
  if (is === 'in') return fitted(text, is);
  const isNumber = /^-?\d{1,15}([.,]\d{1,6})?$/.test(text);
  if (is !== 'contains' && isNumber) return Number(text.replace(',', '.'));
  return ofSizes.has(is) && !/^\d{4}-\d\d-\d\d$/.test(text) ? 0 : text || '…';
}
