import './skeleton.css';
import { firstMessages } from '../language/current.ts';

/** Keeps the place of what is loading; begins to shimmer only when that takes longer than 300 ms. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="skeleton">
      <span class="unseen" role="status">
        {firstMessages.value.loading}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
