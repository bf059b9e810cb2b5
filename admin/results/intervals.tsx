import './intervals.css';
import { messages } from '../language/current.ts';

/** What an arm brings beyond another one: most likely `mean`, and between `low` and `high`. */
export interface Interval {
  label: string;
  mean: number;
  low: number;
  high: number;
}

interface Props {
  caption: string;
  rows: readonly Interval[];
  words(value: number): string;
}

/** Intervals on one scale, with zero on it: whatever does not reach it is more than chance explains. */
export function Intervals({ caption, rows, words }: Props) {
  const t = messages.value.campaignResults;
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(0, ...rows.map(({ high }) => high));
  const room = (most - least) * 0.04 || 1;
  const place = (value: number) => ((value - least + room) / (most - least + 2 * room)) * 100;
  const signed = (value: number) => (value > 0 ? `+${words(value)}` : words(value));
  if (rows.length === 0) return null;
  return (
    <figure class="intervals">
      <figcaption class="soft small">{caption}</figcaption>
      {rows.map(({ label, mean, low, high }) => {
        const range = messages.value.customers.range(words(low), words(high));
        const isClear = low > 0 || high < 0;
        const tone = isClear ? (mean > 0 ? 'better' : 'worse') : 'open';
        return (
          <div key={label} class="interval">
            <span>{label}</span>
            <svg
              class={`interval-picture interval-${tone}`}
              viewBox="0 0 100 20"
              preserveAspectRatio="none"
              role="img"
              aria-label={`${label}: ${signed(mean)}, ${range}. ${isClear ? t.clear : t.notClear}`}
            >
              <line class="interval-zero" x1={place(0)} x2={place(0)} y1="0" y2="20" />
              <rect class="interval-reach" x={place(low)} width={place(high) - place(low)} y="6" height="8" />
              <line class="interval-mean" x1={place(mean)} x2={place(mean)} y1="3" y2="17" />
            </svg>
            <span class="interval-words numbers">
              {signed(mean)} <span class="soft small">{range}</span>
            </span>
          </div>
        );
      })}
    </figure>
  );
}
