import type { Money } from '../money.ts';
import type { Store } from '../store/store.ts';
import { decodeOrder } from './order.ts';
import { type OrderState, orderState } from './order-state.ts';

/** What a person's orders add up to: each order once, whoever reported it. */
export interface Turnover {
  orders: number;
  /** One entry a currency, in the order of their codes. */
  gross: Money[];
  net: Money[];
}

export const noTurnover: Turnover = { orders: 0, gross: [], net: [] };

/** By groups of visitors: `person` says which group a visitor is of. */
export async function turnovers(
  visitors: readonly string[],
  person: (visitor: string) => string,
  store: Pick<Store, 'all'>,
): Promise<Map<string, Turnover>> {
  const rows = await store.all(
    'SELECT visitor, currency, count(gross), total(gross), sum(refunded) FROM orders ' +
      'WHERE visitor IN (SELECT value FROM json_each(?)) AND currency IS NOT NULL GROUP BY visitor, currency ORDER BY currency',
    [JSON.stringify(visitors)],
  );
  const found = new Map<string, Turnover>();
  for (const [visitor, code, count, gross, refunded] of rows) {
    const of = person(String(visitor));
    const sum = { orders: Number(count), currency: String(code), gross: Number(gross), refunded: Number(refunded) };
    found.set(of, withOrders(found.get(of) ?? noTurnover, sum));
  }
  return found;
}

/** With so many more orders, which come to this in minor units. */
export function withOrders(
  known: Turnover,
  { orders, currency, gross, refunded }: { orders: number; currency: string; gross: number; refunded: number },
): Turnover {
  return {
    orders: known.orders + orders,
    gross: plus(known.gross, { currency, amount: gross }),
    net: plus(known.net, { currency, amount: gross - refunded }),
  };
}

/** The latest orders of these visitors, newest first. */
export async function latestOrders(
  visitors: readonly string[],
  store: Pick<Store, 'all'>,
  limit = 20,
): Promise<(OrderState & { id: string })[]> {
  const rows = await store.all(
    'SELECT id, body FROM orders WHERE visitor IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id DESC LIMIT ?',
    [JSON.stringify(visitors), limit],
  );
  return rows.map(([id, body]) => ({ id: String(id), ...orderState(decodeOrder(String(body))) }));
}

/** One order by the shop's number, as it stands; null where nobody has reported it. */
export async function findOrder(id: string, store: Pick<Store, 'all'>): Promise<(OrderState & { id: string }) | null> {
  const [row] = await store.all('SELECT body FROM orders WHERE id = ?', [id]);
  return row ? { id, ...orderState(decodeOrder(String(row[0]))) } : null;
}

function plus(sums: readonly Money[], { currency, amount }: Money): Money[] {
  const known = sums.find((sum) => sum.currency === currency);
  return known
    ? sums.map((sum) => (sum === known ? { currency, amount: sum.amount + amount } : sum))
    : [...sums, { currency, amount }];
}
