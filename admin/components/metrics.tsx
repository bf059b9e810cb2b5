import type { ComponentChildren } from 'preact';

/** A strip of numbers, as many side by side as fit. */
export function Metrics({ children }: { children: ComponentChildren }) {
  return <dl class="metrics">{children}</dl>;
}
