import type { Catalog } from '../catalog/catalog.ts';
import type { Store } from '../store/store.ts';
import { type BoughtLater, fitBoughtLater } from './bought-later.ts';
import { usualClock } from './order-clock.ts';
import { fitProductClocks, type ProductClocks } from './product-clocks.ts';
import { type Purchase, recentPurchases } from './purchases.ts';
import { unhurried } from './unhurried.ts';
import { day } from './waits.ts';

/** The clocks of the shop's products, and what is bought after each. Nothing of it is kept: a large shop has one for each of its products. */
export interface ProductClockBook {
  /** As fitted last; before that nothing is bought again. */
  readonly current: ProductClocks;
  /** As fitted with them. */
  readonly later: BoughtLater;
  /** Fits them anew on another day, or if the shop has grown since. Lets others work in between; what is under way is joined. `orders`: how many the shop has. */
  refresh(orders: number): Promise<void>;
  close(): void;
}

const growth = 1.1;

export function createProductClockBook(
  store: Pick<Store, 'all'>,
  catalog: Pick<Catalog, 'get'>,
  now: () => number,
): ProductClockBook {
  const usual = usualClock();
  let current: ProductClocks = {
    product: () => usual,
    returning: () => usual,
    repeats: () => 0,
    repeated: 0,
    lasts: () => 1,
  };
  let later: BoughtLater = () => [];
  let known = { day: 0, orders: 0 };
  let fitting: Promise<void> | null = null;
  let isClosed = false;

  async function learn(): Promise<void> {
    const at = now();
    // The file follows behind what has been told: what it lacks is no part of what is learned.
    const [[orders = 0] = []] = await store.all('SELECT count(*) FROM orders', []);
    const purchases: Purchase[] = [];
    for await (const some of recentPurchases(store)) {
      if (isClosed) return;
      purchases.push(...some);
    }
    const clocks = await unhurried(fitProductClocks(purchases, { now: at, catalog }), () => isClosed);
    const after = await unhurried(fitBoughtLater(purchases), () => isClosed);
    if (!clocks || !after) return;
    current = clocks;
    later = after;
    known = { day: Math.floor(at / day), orders: Number(orders) };
  }

  return {
    get current() {
      return current;
    },
    get later() {
      return later;
    },
    refresh: (orders) => {
      const isFresh = known.day === Math.floor(now() / day) && orders < known.orders * growth;
      if (orders === 0 || (fitting === null && isFresh)) return Promise.resolve();
      fitting ??= learn().finally(() => {
        fitting = null;
      });
      return fitting;
    },
    close: () => {
      isClosed = true;
    },
  };
}
