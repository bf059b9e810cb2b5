import type { Standing } from '../campaigns/belongs.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { ordersOf } from '../customers/load-customers.ts';
import { noTurnover, type Turnover, withOrders } from '../orders/read-orders.ts';
import { byTime, listsOf } from '../segments/counted.ts';

/** What was known of somebody beside their profile at a moment (ms since 1970): the orders by then, with refunds and lists as they are now. */
export async function standingThen(
  visitors: readonly string[],
  keys: readonly string[],
  { store, shop }: Pick<OpenShop, 'store' | 'shop'>,
): Promise<(at: number) => Standing> {
  const lists = (await store.all(listsOf, [JSON.stringify(keys)])).map(([, list]) => String(list));
  const orders = byTime([...(await ordersOf(visitors, store, shop)).values()].flat());
  const turnovers: { from: number; turnover: Turnover }[] = [{ from: 0, turnover: noTurnover }];
  for (const [at, code, gross, refunded] of await store.all(ordersByTime, [JSON.stringify(visitors)])) {
    const sum = { orders: 1, currency: String(code), gross: Number(gross), refunded: Number(refunded) };
    turnovers.push({ from: Number(at), turnover: withOrders(turnovers.at(-1)?.turnover ?? noTurnover, sum) });
  }
  return (at) => ({
    turnover: turnovers.findLast(({ from }) => from <= at)?.turnover ?? noTurnover,
    lists,
    orders: orders.filter((order) => order.at <= at),
  });
}

const ordersByTime =
  'SELECT at, currency, gross, refunded FROM orders WHERE visitor IN (SELECT value FROM json_each(?)) ' +
  'AND currency IS NOT NULL AND gross IS NOT NULL ORDER BY at, id';
