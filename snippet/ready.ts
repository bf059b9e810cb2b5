import { quietly } from './quietly.ts';

/** Calls back when a visitor has the page: its document is complete, and it has been painted without waiting for us. */
export function whenReady(run: () => void) {
  const wait = quietly(() => {
    // A prerendered page may never be looked at.
    if (document.prerendering) document.addEventListener('prerenderingchange', wait, { once: true });
    else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', wait, { once: true });
    // A tab in the background paints no frame.
    else if (document.hidden) setTimeout(run);
    else requestAnimationFrame(() => setTimeout(run));
  });
  wait();
}
