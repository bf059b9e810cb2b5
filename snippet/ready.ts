import { quietly } from './quietly.ts';

/** Calls back when a visitor has the page: its document is complete, and it has been painted without waiting for us. */
export function whenReady(run: () => void) {
  const wait = quietly(() => {
    // A prerendered page may never be looked at.
    if (document.prerendering) document.addEventListener('prerenderingchange', wait);
    else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', wait);
    // A tab in the background paints no frame.
    else (document.hidden ? setTimeout : requestAnimationFrame)(() => setTimeout(run));
  });
  wait();
}
