import { compare } from '../text-order.ts';
import { type Dimension, type Interest, type TellingEvent, telling, week } from './interest.ts';
import { readKey } from './profile.ts';

/** What an event says about a liking for its items, and after how many days half of that is forgotten. */
export interface Taste {
  weights: Record<TellingEvent, number>;
  halfLifeDays: number;
}

export const defaultTaste: Taste = {
  weights: {
    view_item: 1,
    select_item: 1,
    add_to_wishlist: 3,
    remove_from_wishlist: -2,
    add_to_cart: 4,
    remove_from_cart: -3,
    purchase: 8,
    refund: -8,
    complaint: -6,
  },
  halfLifeDays: 60,
};

export interface Liking {
  value: string;
  /** Of all that is liked; sums to 1. */
  share: number;
  /** How many times something was done, for it or against it. */
  evidence: number;
}

/**
 * Categories, brands or price bands, the most liked first: the sum of count x weight x 0.5 ^ (age / half-life), age in whole
 * weeks. All of it fades alike, so that the order of two never changes by the passing of time alone.
 */
export function likings(interest: Interest, dimension: Dimension, now: number, taste: Taste = defaultTaste): Liking[] {
  const thisWeek = Math.floor(now / week);
  const weights = telling.map((name) => taste.weights[name]);
  /** With the sum of the scores as `share`, until all are known. */
  const known = new Map<string, Liking>();
  for (const [key, count] of interest[dimension]) {
    const [moment, value] = readKey(key);
    const age = Math.max(0, thisWeek - Math.floor(moment / 10));
    const score = count * (weights[moment % 10] ?? 0) * 0.5 ** ((age * 7) / taste.halfLifeDays);
    const sum = known.get(value);
    if (sum) {
      sum.share += score;
      sum.evidence += count;
    } else known.set(value, { value, share: score, evidence: count });
  }
  const liked = [...known.values()].filter(({ share }) => share > 0);
  const total = liked.reduce((sum, { share }) => sum + share, 0);
  for (const liking of liked) liking.share /= total;
  return liked.sort((a, b) => b.share - a.share || compare(a.value, b.value));
}
