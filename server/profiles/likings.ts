import { compare } from '../text-order.ts';
import { type Dimension, type Interest, telling } from './interest.ts';
import { addCount } from './lattice.ts';
import { readKey } from './profile.ts';
import type { Taste } from './taste.ts';

export interface Liking {
  value: string;
  /** Of all that is liked; sums to 1. */
  share: number;
  /** How many times something was done, for it or against it. */
  evidence: number;
}

/**
 * Categories, brands or price bands, the most liked first: the sum of count x weight x 0.5 ^ (age / half-life), age in whole
 * weeks. All of it fades alike, so that shares do not change by the passing of time: ages are counted from the newest week.
 */
export function likings(interest: Interest, dimension: Dimension, taste: Taste): Liking[] {
  const weights = telling.map((name) => taste.weights[name]);
  const known = new Map<string, { evidence: number; weeks: Map<number, number> }>();
  let newest = 0;
  for (const [key, count] of interest[dimension]) {
    // Taken back: it was for somebody else.
    if (count === 0) continue;
    const [moment, value] = readKey(key);
    const of = known.get(value) ?? { evidence: 0, weeks: new Map<number, number>() };
    const at = Math.floor(moment / 10);
    newest = Math.max(newest, at);
    known.set(value, of);
    of.evidence += count;
    addCount(of.weeks, at, count * (weights[moment % 10] ?? 0));
  }
  const liked: Liking[] = [];
  for (const [value, { evidence, weeks }] of known) {
    let score = 0;
    // In the order of time, and of one week exactly: what is equal is equal in whatever order it was done.
    for (const [at, sum] of [...weeks].sort(([a], [b]) => a - b))
      score += sum * 0.5 ** (((newest - at) * 7) / taste.halfLifeDays);
    if (score > 0) liked.push({ value, share: score, evidence });
  }
  liked.sort((a, b) => b.share - a.share || compare(a.value, b.value));
  const total = liked.reduce((sum, { share }) => sum + share, 0);
  for (const liking of liked) liking.share /= total;
  return liked;
}
