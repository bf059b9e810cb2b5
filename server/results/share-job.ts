import { isLearning, learnShares } from './learn-shares.ts';
import type { ShopWithResults } from './load-doings.ts';

const hour = 3_600_000;

/** Brings the shares of every campaign that learns them up to what is known, once an hour at most. */
export function createShareJob(now: () => number): (shop: ShopWithResults) => Promise<void> {
  const done = new WeakMap<ShopWithResults, number>();
  return async (shop) => {
    const learning = [...shop.campaigns.current.values()].filter(isLearning);
    const last = done.get(shop);
    if (learning.length === 0 || (last !== undefined && now() - last < hour)) return;
    done.set(shop, now());
    for (const { id } of learning) await learnShares(id, shop, now());
  };
}
