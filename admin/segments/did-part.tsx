import type { Did } from '../../server/segments/rule.ts';
import { messages } from '../language/current.ts';

interface Props {
  condition: Did;
  onChange: (condition: Did) => void;
}

/** How often something was done, since when, and with things of which category. */
export function DidPart({ condition, onChange }: Props) {
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
export const hasCategory = new Set(['view_item', 'add_to_cart', 'purchase']);

function daysOf(days: number): number | null {
  return Number.isFinite(days) && days >= 1 ? Math.min(90, Math.round(days)) : null;
}
