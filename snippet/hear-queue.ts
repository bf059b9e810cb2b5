import { overhear } from './overhear.ts';
import { quietly } from './quietly.ts';

/** Reads every entry of another tool's queue: those that are there, and those that will come. */
export function hearQueue(queue: unknown, read: (entry: unknown) => void) {
  if (typeof queue !== 'object' || !queue) return;
  const readAll = (entries: unknown[]) => {
    for (const entry of entries) quietly(read)(entry);
  };
  if (Array.isArray(queue)) readAll(queue);
  overhear(queue, 'push', (entries) => {
    readAll(entries);
    return undefined;
  });
}
