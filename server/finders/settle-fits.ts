import { inSlices } from '../profit/in-slices.ts';
import type { Finder } from './finder.ts';
import { fitsOf } from './fits.ts';

/** Looks through what has changed in the catalogue since the last time, or through all of it; others are answered meanwhile. */
export async function settleFits(finder: Finder, seen: Parameters<typeof fitsOf>[1], currency: string): Promise<void> {
  await inSlices(fitsOf(finder, seen, currency).settle(seen));
}
