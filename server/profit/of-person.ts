import { dayIn } from '../day-in.ts';
import { decodeOrder } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import { basisFor, type ProfitStep, type ShopSold, stepsOf, tallied } from './basis.ts';
import { dayCode, dayText } from './code-of.ts';
import { createCostBook } from './cost-book.ts';
import { monthShareOf } from './cost-rule.ts';
import { figuresOf, type ProfitFigures } from './figures.ts';
import { inSlices } from './in-slices.ts';
import { personNames } from './person-names.ts';
import { readRules } from './rule-book.ts';
import { saleOf } from './sale.ts';
import { personsOf, type Sold } from './sale-book.ts';
import { createSaleColumns } from './sale-columns.ts';
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
  const names = await personNames(all, shop.store);
  const own = await soldTo(all, names, shop);
  const rules = await readRules(shop.store);
  // What a month costs is shared with everyone who ordered in it.
  const isShared = own.columns.pages.length > 0 && rules.some(({ per }) => monthShareOf(per) !== null);
  const sold = isShared ? await shop.sales.read() : own;
  const today = dayIn(shop.shop.timeZone)(now);
  // From the first order on, or whatever came before it.
  const time = { from: '1970-01-01', to: lastDay(own, today) };
  const borne = isShared ? rules : rules.filter(({ per }) => monthShareOf(per) === null);
  const basis = await basisFor(time, { sold, rules: borne, visitors: all, today }, shop);
  const person = all.map((visitor) => names.get(visitor) ?? visitor)[0] ?? null;
  const of = isShared ? { by: 'customer' as const, key: person } : null;
  const { rows, unrated } = await tallied({ by: 'customer', of, ...time }, basis);
  return { steps: stepsOf(basis), total: figuresOf(rows.total), unrated };
}

async function soldTo(
  visitors: readonly string[],
  names: ReadonlyMap<string, string>,
  { store, shop }: ShopSold,
): Promise<Sold> {
  const rows = await store.all('SELECT id, body FROM orders WHERE visitor IN (SELECT value FROM json_each(?))', [
    JSON.stringify(visitors),
  ]);
  const dayOf = dayIn(shop.timeZone);
  const columns = createSaleColumns();
  for (const [id, body] of rows) {
    const sale = saleOf(String(id), orderState(decodeOrder(String(body))), dayOf);
    if (sale) columns.put(sale);
  }
  return { columns, costBook: createCostBook(columns, store), ...(await inSlices(personsOf(columns, names))) };
}

function lastDay({ columns }: Sold, today: string): string {
  return dayText(Math.max(dayCode(today), ...columns.pages.map((page) => page.lastDay)));
}
