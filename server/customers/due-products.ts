import { type Again, againOf } from './again.ts';
import type { Bought, ProductClocks } from './product-clocks.ts';

/** A product that somebody may want to buy again about now. */
export interface DueProduct {
  id: string;
  /** When it was bought last; ms since 1970. */
  at: number;
  chance: number;
}

/** The share of those who buy it again that must have done so after as long: to remind most of them in time. */
const due = 0.2;
/** Less likely than this most would be reminded of it in vain. */
const likely = 0.01;
/** What was bought most often, and of that the latest. */
const looked = 40;

/** The likeliest first. */
export function dueProducts(
  clocks: ProductClocks,
  bought: ReadonlyMap<string, readonly Bought[]>,
  now: number,
): DueProduct[] {
  const candidates = [...bought]
    .filter(([id]) => clocks.repeats(id) > 0)
    .map(([id, times]) => ({ id, times, at: times.reduce((last, { at }) => Math.max(last, at), 0) }))
    .sort((a, b) => b.times.length - a.times.length || b.at - a.at)
    .slice(0, looked);
  return candidates
    .flatMap(({ id, times, at }) => {
      const again = againOf(clocks, id, times, now);
      return again && isDue(again) ? { id, at, chance: again.chance } : [];
    })
    .sort((a, b) => b.chance - a.chance || b.at - a.at);
}

function isDue({ passed, chance }: Again): boolean {
  return passed >= due && chance >= likely;
}
