import type { Period } from './credits.ts';
import { eachOf } from './each-of.ts';

/** The same of those of a period. */
export function eachWithin<T extends { day: string }>(
  { from, to }: Period,
  all: readonly T[],
  look: (one: T) => void,
): Generator<void, void> {
  return eachOf(all, (one) => {
    if (from <= one.day && one.day <= to) look(one);
  });
}
