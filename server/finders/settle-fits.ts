import { unhurried } from '../customers/unhurried.ts';
import type { Finder } from './finder.ts';
import { fitsOf } from './fits.ts';

/** At the edge no time passes while something works: some hundred products are a slice there. */
const pace = { slice: 4, steps: 8, rest: 0 };

/** Looks through what has changed in the catalogue since the last time, or through all of it; others are answered meanwhile. */
export async function settleFits(finder: Finder, seen: Parameters<typeof fitsOf>[1], currency: string): Promise<void> {
  await unhurried(fitsOf(finder, seen, currency).settle(seen), undefined, pace);
}
