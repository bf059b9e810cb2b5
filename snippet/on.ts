import { quietly } from './quietly.ts';

/** Listens to what happens anywhere on the page, before the page itself does. */
export function on<K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void) {
  addEventListener(type, quietly(run), true);
}
