import { quietly } from './quietly.ts';

declare global {
  interface WindowEventMap {
    /** It bubbles. */
    visibilitychange: Event;
  }
}

/** Listens to what happens anywhere on the page, before the page itself does. */
export function on<K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void) {
  addEventListener(type, quietly(run), true);
}
