import './ranged.css';
import { messages } from '../language/current.ts';

interface Props {
  value: string;
  low: string;
  high: string;
}

/** A number, and below it between what it will lie, where that is not the number itself. */
export function Ranged({ value, low, high }: Props) {
  return (
    <span class="ranged">
      {value}
      {low !== high && <span class="soft small">{messages.value.customers.range(low, high)}</span>}
    </span>
  );
}
