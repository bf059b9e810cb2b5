import { quietly } from './quietly.ts';

/** Calls back when the page is left, before the core sends what it has: a capturing listener of the window is the first. */
export function onLeaving(run: () => void) {
  const leave = quietly(run);
  addEventListener('pagehide', leave, true);
  addEventListener('visibilitychange', () => document.hidden && leave(), true);
}
