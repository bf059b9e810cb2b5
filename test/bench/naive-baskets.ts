import { fromRow } from '../../server/log/log-event.ts';
import type { Store } from '../../server/store/store.ts';

/** Product -> the orders that it was in, each as its products. */
export type NaiveBaskets = ReadonlyMap<string, readonly (readonly string[])[]>;

export async function naiveBaskets(store: Store): Promise<NaiveBaskets> {
  const baskets = new Map<string, string[][]>();
  const rows = await store.all("SELECT id, visitor, at, name, body FROM log WHERE name = 'purchase'", []);
  for (const row of rows) {
    const order = [...new Set(fromRow(row).items?.map(({ id }) => id))];
    for (const product of order) {
      const orders = baskets.get(product);
      if (orders) orders.push(order);
      else baskets.set(product, [order]);
    }
  }
  return baskets;
}
