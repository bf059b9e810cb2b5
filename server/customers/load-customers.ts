import { dayIn } from '../day-in.ts';
import { exchanged } from '../money.ts';
import { type Rates, rateOn, ratesOf } from '../orders/rates.ts';
import type { Shop } from '../shops/table.ts';
import type { SqlValue, Store } from '../store/store.ts';

/** Someone with orders that were not given back whole, oldest first. */
export interface Customer {
  /** As `profiles.person` names them. */
  person: string;
  orders: CustomerOrder[];
}

export interface CustomerOrder {
  /** ms since 1970. */
  at: number;
  /** After refunds, minor units of the shop's currency; null where nobody told the rate. */
  net: number | null;
}

const page = 20_000;

/** All customers of the shop. What was given back by now never counted: a return says what the purchase was worth. */
export async function loadCustomers(store: Pick<Store, 'all'>, shop: Shop): Promise<Customer[]> {
  const customers = new Map<string, Customer>();
  const foreign = await store.all('SELECT DISTINCT currency FROM orders WHERE currency <> ?', [shop.currency]);
  const net = await netIn(
    foreign.map(([currency]) => String(currency)),
    store,
    shop,
  );
  for (let after: [SqlValue, SqlValue] = [-1, '']; ; ) {
    const rows = await store.all(
      "SELECT o.at, o.id, p.person, o.currency, o.gross - o.refunded, o.body ->> '$.rate.value' FROM orders AS o " +
        'JOIN profiles AS p ON p.visitor = o.visitor WHERE o.gross > o.refunded AND (o.at, o.id) > (?, ?) ' +
        `ORDER BY o.at, o.id LIMIT ${page}`,
      after,
    );
    for (const [at, , person, currency, amount, rate] of rows) {
      const id = String(person);
      const customer = customers.get(id) ?? { person: id, orders: [] };
      customers.set(id, customer);
      const order = { amount: Number(amount), currency: String(currency) };
      customer.orders.push({ at: Number(at), net: net(order, Number(at), rate === null ? null : Number(rate)) });
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return [...customers.values()];
    after = [last[0] ?? 0, last[1] ?? ''];
  }
}

/** Visitor -> their orders, as `loadCustomers` has them. */
export async function ordersOf(
  visitors: readonly string[],
  store: Pick<Store, 'all'>,
  shop: Pick<Shop, 'currency' | 'timeZone'>,
): Promise<Map<string, CustomerOrder[]>> {
  const rows = await store.all(
    "SELECT visitor, at, currency, gross - refunded, body ->> '$.rate.value' FROM orders " +
      'WHERE visitor IN (SELECT value FROM json_each(?)) AND gross > refunded ORDER BY at, id',
    [JSON.stringify(visitors)],
  );
  const currencies = [...new Set(rows.map(([, , currency]) => String(currency)))];
  const net = await netIn(
    currencies.filter((currency) => currency !== shop.currency),
    store,
    shop,
  );
  const orders = new Map<string, CustomerOrder[]>();
  for (const [visitor, at, currency, amount, rate] of rows) {
    const known = orders.get(String(visitor)) ?? [];
    orders.set(String(visitor), known);
    const order = { amount: Number(amount), currency: String(currency) };
    known.push({ at: Number(at), net: net(order, Number(at), rate === null ? null : Number(rate)) });
  }
  return orders;
}

/** Amounts in the shop's currency, by what the order told or the merchant's rates of its day. */
async function netIn(
  currencies: readonly string[],
  store: Pick<Store, 'all'>,
  { currency: own, timeZone }: Pick<Shop, 'currency' | 'timeZone'>,
) {
  const rates: Rates = await ratesOf(currencies, store);
  const dayOf = dayIn(timeZone);
  return (order: { amount: number; currency: string }, at: number, told: number | null): number | null => {
    if (order.currency === own) return order.amount;
    const rate = told ?? rateOn(rates, order.currency, dayOf(at));
    return rate === null ? null : exchanged(order, rate, own).amount;
  };
}
