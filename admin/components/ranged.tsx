import './ranged.css';

/** A number, and below it between what it will lie. */
export function Ranged({ value, range }: { value: string; range: string }) {
  return (
    <span class="ranged">
      {value}
      <span class="soft small">{range}</span>
    </span>
  );
}
