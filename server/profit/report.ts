import { dayIn } from '../day-in.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import { rowsByPerson } from '../visitors/people-list.ts';
import { basisFor, type ProfitStep, type ShopSold, stepsOf, tallied } from './basis.ts';
import type { CostTerms } from './cost-rule.ts';
import { figuresOf, measuresOf, type ProfitFigures } from './figures.ts';
import { inSlices } from './in-slices.ts';
import type { Dimension, Row, Rows } from './sheet.ts';
import { sorted } from './sorted.ts';
import type { Asked, Tally } from './tally.ts';
import { timeBefore } from './time-before.ts';

export interface ProfitRow extends ProfitFigures {
  /** Null for what is not known; `withoutOrder` for people who ordered nothing. */
  key: string | null;
  /** Of a product. */
  name: string | null;
  /** Of a customer. */
  visitor: VisitorRow | null;
}

export interface ProfitReport {
  currency: string;
  asked: Asked;
  /** The name of what was asked of: a product's or a customer's. */
  ofName: string | null;
  steps: ProfitStep[];
  total: ProfitFigures;
  /** The time before, as long. */
  before: { from: string; to: string } & Pick<ProfitFigures, 'net' | 'profit' | 'orders'>;
  rows: ProfitRow[];
  count: number;
  next: string | null;
  /** Rows that lose, and what they lose together. */
  losing: { rows: number; profit: number };
  /** The largest gain or loss of a row. */
  largest: number;
  unrated: Tally['unrated'];
}

export const sortings = ['profit', 'net', 'margin', 'orders', 'uncosted'] as const;

export type Sorting = (typeof sortings)[number];

interface Listed {
  list: readonly number[];
  losing: ProfitReport['losing'];
  largest: number;
}

export interface Question extends Asked {
  sort: Sorting;
  order: 'most' | 'least';
  cursor: number;
  limit: number;
}

/** People who are looked up, and rows that are figured out, together. */
const together = 100;

/** What is left of what was sold in a time, and of whom or what, by these rules. `now` in ms. */
export async function profitReport(
  question: Question,
  { rules, now }: { rules: readonly CostTerms[]; now: number },
  shop: ShopSold,
): Promise<ProfitReport> {
  const { cursor, limit, by, of, from, to } = question;
  await shop.save();
  const before = timeBefore(question);
  const sold = await shop.sales.read();
  const today = dayIn(shop.shop.timeZone)(now);
  const basis = await basisFor({ from: before.from, to }, { sold, rules, visitors: null, today }, shop);
  const { rows, unrated } = await tallied({ by, of, from, to }, basis);
  const earlier = await tallied({ by: 'channel', of, ...before }, basis);
  const { list, losing, largest } = await inSlices(listOf(rows, question));
  const { net, profit, orders } = measuresOf(earlier.rows.total);
  return {
    ...{ currency: shop.shop.currency, asked: { by, of, from, to }, ofName: await nameOf(of, shop) },
    steps: stepsOf(basis),
    total: figuresOf(rows.total),
    before: { ...before, net, profit, orders },
    ...{
      rows: await named(
        list.slice(cursor, cursor + limit).map((place) => rows.at(place)),
        by,
        shop,
      ),
      count: list.length,
      losing,
      largest,
      unrated,
    },
    next: cursor + limit < list.length ? String(cursor + limit) : null,
  };
}

/** The places of the rows in order; what is not known is last. */
function* listOf(rows: Rows, { sort, order }: Question): Generator<void, Listed> {
  const list: number[] = [];
  const keys = new Float64Array(rows.count);
  const nets = new Float64Array(rows.count);
  const losing = { rows: 0, profit: 0 };
  let largest = 0;
  for (let place = 0; place < rows.count; place++) {
    if (place % together === 0) yield;
    const row = rows.at(place);
    const measures = measuresOf(row);
    const { profit } = measures;
    list.push(place);
    keys[place] = measures[sort] ?? Number.NaN;
    nets[place] = measures.net;
    if (profit === null) continue;
    // Those whom nobody knows would dwarf the others.
    if (row.key !== null) largest = Math.max(largest, Math.abs(profit));
    if (profit >= 0) continue;
    losing.rows++;
    losing.profit += profit;
  }
  const sign = order === 'most' ? 1 : -1;
  const inOrder = yield* sorted(list, (a, b) => {
    const first = keys[a] ?? 0;
    const second = keys[b] ?? 0;
    const byNet = (nets[b] ?? 0) - (nets[a] ?? 0);
    if (Number.isNaN(first) || Number.isNaN(second))
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || byNet;
    return sign * (second - first) || byNet;
  });
  return { list: inOrder, losing, largest };
}

async function nameOf(of: Asked['of'], shop: ShopSold): Promise<string | null> {
  if (!of || of.key === null) return null;
  if (of.by === 'product') return shop.catalog.get(of.key)?.name ?? of.key;
  return of.by === 'customer' ? ((await rowsByPerson([of.key], shop)).get(of.key)?.who ?? null) : null;
}

async function named(page: readonly Row[], by: Dimension, shop: ShopSold): Promise<ProfitRow[]> {
  const persons = by === 'customer' ? page.flatMap(({ key }) => key ?? []) : [];
  const people = new Map<string, VisitorRow>();
  for (let from = 0; from < persons.length; from += together)
    for (const [person, row] of await rowsByPerson(persons.slice(from, from + together), shop)) people.set(person, row);
  return page.map((row) => ({
    ...figuresOf(row),
    key: row.key,
    name: by === 'product' && row.key !== null ? (shop.catalog.get(row.key)?.name ?? null) : null,
    visitor: (row.key !== null && people.get(row.key)) || null,
  }));
}
