import './metric.css';
import type { ComponentChildren } from 'preact';
import { Explained } from './explained.tsx';

interface Props {
  label: string;
  /** What the number counts, in words; shown on hover and focus of the label. */
  definition: string;
  value: ComponentChildren;
  note?: ComponentChildren;
}

/** More characters than a narrow metric has room for in its usual size. */
const long = 9;

/** One number with its name. */
export function Metric({ label, definition, value, note }: Props) {
  return (
    <div class="metric">
      <dt>
        <Explained definition={definition}>{label}</Explained>
      </dt>
      <dd class={`metric-value numbers ${typeof value === 'string' && value.length > long ? 'metric-long' : ''}`}>
        {value}
      </dd>
      {note && <dd class="soft small">{note}</dd>}
    </div>
  );
}
