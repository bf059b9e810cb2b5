import './sparkline.css';

interface Props {
  /** Oldest first. */
  values: readonly number[];
  /** What a reader hears instead of the picture. */
  label: string;
  /** Each bar's own words, for the pointer. */
  titles?: readonly string[];
}

/** A small bar chart without axes; the bars keep to a scale that starts at zero. */
export function Sparkline({ values, label, titles }: Props) {
  const top = Math.max(1, ...values);
  const width = 100 / Math.max(1, values.length);
  return (
    <svg class="sparkline" viewBox="0 0 100 32" preserveAspectRatio="none" role="img" aria-label={label}>
      {values.map((value, place) => {
        const height = value === 0 ? 0.75 : Math.max(1.5, (value / top) * 32);
        return (
          <g key={place}>
            {titles && <title>{titles[place]}</title>}
            <rect class="sparkline-hit" x={place * width} y="0" width={width} height="32" />
            <rect
              class={value === 0 ? 'sparkline-none' : 'sparkline-bar'}
              x={place * width + width * 0.12}
              y={32 - height}
              width={width * 0.76}
              height={height}
            />
          </g>
        );
      })}
    </svg>
  );
}
