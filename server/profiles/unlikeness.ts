import type { LogItem } from '../log/log-event.ts';
import { type Dimension, dimensions, type Interest, signs, valuesOf } from './interest.ts';
import { readKey } from './profile.ts';

/** How large a part of what anybody looks at in the shop has this value; above 0. */
export type UsualShare = (dimension: Dimension, value: string) => number;

const speaksFor: ReadonlySet<number> = new Set([
  ...[signs.view_item, signs.select_item, signs.add_to_wishlist, signs.add_to_cart, signs.purchase],
]);
/** What was looked at in one visit hangs together: of one category or brand so many count. */
const mostOfValue = 2;

/**
 * By how much what was looked at is unlike somebody: the natural logarithm of how many times likelier anybody would have
 * looked at these products than they would, by category, brand and price. Their own chance of a value is
 * (times + values x usual share) / (all times + values), so that whoever has looked at many things may look at another one
 * (Witten & Bell 1991, The zero-frequency problem, method C, with the shop's shares for what is new to them).
 */
export function unlikeness(products: readonly LogItem[], own: Interest, usual: UsualShare): number {
  let sum = 0;
  for (const dimension of dimensions) {
    const times = timesOf(own, dimension);
    const values = Math.max(1, times.size);
    const all = [...times.values()].reduce((total, one) => total + one, 0);
    const counted = new Map<string, number>();
    for (const value of products.flatMap((product) => valuesOf(product, dimension))) {
      const before = counted.get(value) ?? 0;
      counted.set(value, before + 1);
      if (before >= mostOfValue) continue;
      const share = usual(dimension, value);
      sum += Math.log(share / (((times.get(value) ?? 0) + values * share) / (all + values)));
    }
  }
  return sum;
}

/** How often they did something with anything of each value that speaks for a liking. */
export function timesOf(interest: Interest, dimension: Dimension): Map<string, number> {
  const times = new Map<string, number>();
  for (const [key, count] of interest[dimension]) {
    const [moment, value] = readKey(key);
    const left = (times.get(value) ?? 0) + count;
    if (speaksFor.has(moment % 10) && count !== 0) times.set(value, left);
  }
  for (const [value, count] of times) if (count <= 0) times.delete(value);
  return times;
}
