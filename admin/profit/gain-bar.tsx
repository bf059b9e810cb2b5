/** A gain to the right of the middle, a loss to the left of it; the number itself stands beside it. */
export function GainBar({ gain, largest }: { gain: number; largest: number }) {
  const width = largest > 0 ? Math.min(50, (50 * Math.abs(gain)) / largest) : 0;
  return (
    <svg class="gain-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <line class="waterfall-zero" x1="50" x2="50" y1="0" y2="6" />
      <rect
        class={gain < 0 ? 'gain-bar-loss' : 'gain-bar-gain'}
        x={gain < 0 ? 50 - width : 50}
        width={width}
        height="6"
      />
    </svg>
  );
}
