import { quietly } from './quietly.ts';

/** Calls back when a visitor has the page: its document is complete, and it has been painted without waiting for us. */
export function whenReady(run: () => void) {
  const wait = quietly(() => {
    // A prerendered page may never be looked at.
    const missing = document.prerendering
      ? 'prerenderingchange'
      : document.readyState === 'loading'
        ? 'DOMContentLoaded'
        : undefined;
    if (missing) document.addEventListener(missing, wait, { once: true });
    // A tab in the background paints no frame.
    else if (document.hidden) setTimeout(run);
    else requestAnimationFrame(() => setTimeout(run));
  });
  wait();
}
