import type { Comparison } from '../../server/segments/rule.ts';
import { messages } from '../language/current.ts';

interface Props {
  value: Comparison;
  among: readonly Comparison[];
  onChange: (is: Comparison) => void;
}

export function ComparisonChoice({ value, among, onChange }: Props) {
  const t = messages.value.segments;
  return (
    <select
      class="input"
      aria-label={t.comparison}
      value={value}
      onChange={(event) => onChange(among.find((one) => one === event.currentTarget.value) ?? '=')}
    >
      {among.map((is) => (
        <option key={is} value={is}>
          {t.comparisons[is]}
        </option>
      ))}
    </select>
  );
}
