import { on } from './on.ts';

/** Calls back when the page is left, before the core sends what it has: a capturing listener of the window is the first. */
export function onLeaving(run: () => void) {
  on('pagehide', run);
  on('visibilitychange', () => document.hidden && run());
}
