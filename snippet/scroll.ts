import type { Track } from './auto.ts';
import { onLeaving } from './leaving.ts';
import { on } from './on.ts';

/** How far down a page was seen, in percent of it, told as the page is left. */
export function watchScroll(track: Track) {
  let deepest = 0;
  on('scroll', () => {
    deepest = Math.max(deepest, scrollY);
  });
  onLeaving(() => {
    if (!deepest) return;
    // The only question that may cost a layout, and nobody sees the page any more.
    const percent = (100 * (deepest + innerHeight)) / document.documentElement.scrollHeight;
    track('scroll', { percent_scrolled: Math.min(100, Math.round(percent)) });
    deepest = 0;
  });
}
