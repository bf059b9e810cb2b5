import { latestOrders } from '../orders/read-orders.ts';
import type { Store } from '../store/store.ts';
import type { Bought } from './product-clocks.ts';

/** What somebody bought and kept: product -> its times. */
export type BoughtBefore = ReadonlyMap<string, readonly Bought[]>;

export interface BoughtBook {
  /** Of all these visitors together, in their latest orders, as the file has them. */
  of(visitors: readonly string[]): Promise<BoughtBefore>;
  /** The file has other orders than before. */
  changed(): void;
}

/** Orders of somebody's that are looked at. */
const mostOrders = 50;
const remembered = 2_000;

export function createBoughtBook(store: Pick<Store, 'all'>): BoughtBook {
  const known = new Map<string, Promise<BoughtBefore>>();

  async function read(visitors: readonly string[]): Promise<BoughtBefore> {
    const bought = new Map<string, Bought[]>();
    for (const { at, status, lines } of await latestOrders(visitors, store, mostOrders)) {
      if (status === 'cancelled') continue;
      for (const { id, quantity, returned } of lines)
        if (quantity > returned) bought.set(id, [...(bought.get(id) ?? []), { at, quantity: quantity - returned }]);
    }
    return bought;
  }

  return {
    of: (visitors) => {
      const key = visitors.join('\n');
      const before = known.get(key);
      if (before) return before;
      const fresh = read(visitors);
      if (known.size >= remembered) known.clear();
      known.set(key, fresh);
      // What failed is asked again.
      fresh.catch(() => known.delete(key));
      return fresh;
    },
    changed: () => known.clear(),
  };
}
