import { decodeOrder } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import type { SqlValue, Store } from '../store/store.ts';

/** That a person bought a product and kept some of it. */
export interface Purchase {
  person: string;
  product: string;
  /** ms since 1970. */
  at: number;
  /** Pieces that were kept. */
  quantity: number;
}

const page = 100;
/** The newest ones; older ones say little of how people buy now. */
const mostOrders = 20_000;

/** What known people bought lately, a few orders at a time. */
export async function* recentPurchases(store: Pick<Store, 'all'>): AsyncGenerator<Purchase[]> {
  let before: [SqlValue, SqlValue] = [Number.MAX_SAFE_INTEGER, ''];
  for (let read = 0; read < mostOrders; read += page) {
    const rows = await store.all(
      'SELECT o.at, o.id, p.person, o.body FROM orders AS o JOIN profiles AS p ON p.visitor = o.visitor ' +
        `WHERE o.gross > o.refunded AND (o.at, o.id) < (?, ?) ORDER BY o.at DESC, o.id DESC LIMIT ${page}`,
      before,
    );
    yield rows.flatMap(([at, , person, body]) => {
      const kept = orderState(decodeOrder(String(body))).lines.filter(({ quantity, returned }) => quantity > returned);
      return kept.map(({ id, quantity, returned }) => ({
        ...{ person: String(person), product: id, at: Number(at), quantity: quantity - returned },
      }));
    });
    const last = rows.at(-1);
    if (!last) return;
    before = [last[0] ?? 0, last[1] ?? ''];
  }
}
