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

/** One number with its name. */
export function Metric({ label, definition, value, note }: Props) {
  return (
    <div class="metric">
      <dt>
        <Explained definition={definition}>{label}</Explained>
      </dt>
      <dd class="metric-value numbers">{value}</dd>
      {note && <dd class="soft small">{note}</dd>}
    </div>
  );
}
