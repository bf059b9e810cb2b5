import { dayIn } from '../day-in.ts';
import { decodeOrder } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import { basisFor, type ProfitStep, type ShopSold, stepsOf, tallied } from './basis.ts';
import { figuresOf, type ProfitFigures } from './figures.ts';
import { readRules } from './rule-book.ts';
import { type Sale, saleOf } from './sale.ts';
import type { Tally } from './tally.ts';

/** What one person has left the shop, in all the time that it knows them. */
export interface PersonProfit {
  steps: ProfitStep[];
  total: ProfitFigures;
  unrated: Tally['unrated'];
}

/** `now` in ms. */
export async function profitOfPerson(id: string, shop: ShopSold, now: number): Promise<PersonProfit> {
  await shop.save();
  const { visitors } = await shop.people.of(id);
  const all = [...visitors.keys()];
  const sold = await soldTo(all, shop);
  const days = [...sold.sales.values()].map(({ day }) => day);
  const today = dayIn(shop.shop.timeZone)(now);
  // From the first order on, or whatever came before it.
  const time = { from: '1970-01-01', to: days.reduce((last, day) => (day > last ? day : last), today) };
  const rules = await readRules(shop.store);
  const basis = await basisFor(time, { sold, rules, visitors: all }, shop);
  const { total, unrated } = await tallied({ by: 'customer', of: null, ...time }, basis);
  return { steps: stepsOf(basis), total: figuresOf(total), unrated };
}

async function soldTo(visitors: readonly string[], { store, shop }: ShopSold) {
  const rows = await store.all('SELECT id, body FROM orders WHERE visitor IN (SELECT value FROM json_each(?))', [
    JSON.stringify(visitors),
  ]);
  const dayOf = dayIn(shop.timeZone);
  const sales = new Map<string, Sale>();
  for (const [id, body] of rows) {
    const sale = saleOf(String(id), orderState(decodeOrder(String(body))), dayOf);
    if (sale) sales.set(sale.id, sale);
  }
  const all = [...sales.values()];
  const lines = all.flatMap((sale) => sale.lines);
  const paid = [...all.flatMap(({ fees }) => Object.values(fees)), ...lines.flatMap(({ cost }) => cost ?? [])];
  return {
    sales,
    // All of them are this one.
    person: () => visitors[0] ?? '',
    products: new Set(lines.flatMap(({ product }) => product ?? [])),
    currencies: new Set([...all, ...paid].map(({ currency }) => currency)),
  };
}
