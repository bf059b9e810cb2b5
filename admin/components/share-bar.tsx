import './share-bar.css';

/** How much of a whole, as a bar; the number itself stands beside it. */
export function ShareBar({ share }: { share: number }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <svg class="share-bar" aria-hidden="true">
      <rect class="share-bar-all" width="100%" height="100%" rx="3" />
      <rect class="share-bar-part" width={width} height="100%" rx="3" />
    </svg>
  );
}
