import { unhurried } from '../customers/unhurried.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import { rowsByPerson } from '../visitors/people-list.ts';
import { basisFor, type ProfitStep, type ShopSold, stepsOf, tallied } from './basis.ts';
import type { CostTerms } from './cost-rule.ts';
import { figuresOf, type ProfitFigures } from './figures.ts';
import { sorted } from './sorted.ts';
import type { Asked, Dimension, Row, Tally } from './tally.ts';

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

export interface Question extends Asked {
  sort: Sorting;
  order: 'most' | 'least';
  cursor: number;
  limit: number;
}

const day = 86_400_000;
/** People who are looked up together. */
const together = 100;

/** What is left of what was sold in a time, and of whom or what, by these rules. */
export async function profitReport(
  question: Question,
  rules: readonly CostTerms[],
  shop: ShopSold,
): Promise<ProfitReport> {
  const { cursor, limit, by, of, from, to } = question;
  await shop.save();
  const before = timeBefore(question);
  const sold = await shop.sales.read();
  const basis = await basisFor({ from: before.from, to }, { sold, rules, visitors: null }, shop);
  const { rows, total, unrated } = await tallied({ by, of, from, to }, basis);
  const earlier = await tallied({ by: 'channel', of, ...before }, basis);
  const listed = await unhurried(listOf(rows, question));
  const { list, losing, largest } = listed ?? { list: [], losing: { rows: 0, profit: 0 }, largest: 0 };
  const { net, profit, orders } = figuresOf(earlier.total);
  return {
    ...{ currency: shop.shop.currency, asked: { by, of, from, to }, ofName: await nameOf(of, shop) },
    steps: stepsOf(basis),
    total: figuresOf(total),
    before: { ...before, net, profit, orders },
    ...{
      rows: await named(list.slice(cursor, cursor + limit), by, shop),
      count: list.length,
      losing,
      largest,
      unrated,
    },
    next: cursor + limit < list.length ? String(cursor + limit) : null,
  };
}

function timeBefore({ from, to }: Pick<Asked, 'from' | 'to'>): { from: string; to: string } {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: dayOf(first - (last - first) - day), to: dayOf(first - day) };
}

type Figured = Omit<ProfitRow, 'name' | 'visitor'>;

/** The rows with their figures, in order; what is not known is last. */
function* listOf(rows: readonly Row[], { sort, order }: Question) {
  const all: Figured[] = [];
  const losing = { rows: 0, profit: 0 };
  let largest = 0;
  for (const row of rows) {
    if (all.length % together === 0) yield;
    const one = { key: row.key, ...figuresOf(row) };
    all.push(one);
    if (one.profit === null) continue;
    // Those whom nobody knows would dwarf the others.
    if (one.key !== null) largest = Math.max(largest, Math.abs(one.profit));
    if (one.profit >= 0) continue;
    losing.rows++;
    losing.profit += one.profit;
  }
  const sign = order === 'most' ? 1 : -1;
  const list = yield* sorted(all, (a, b) => {
    const [first, second] = [a[sort], b[sort]];
    if (first === null || second === null) return Number(first === null) - Number(second === null) || b.net - a.net;
    return sign * (second - first) || b.net - a.net;
  });
  return { list, losing, largest };
}

async function nameOf(of: Asked['of'], shop: ShopSold): Promise<string | null> {
  if (!of || of.key === null) return null;
  if (of.by === 'product') return shop.catalog.get(of.key)?.name ?? of.key;
  return of.by === 'customer' ? ((await rowsByPerson([of.key], shop)).get(of.key)?.who ?? null) : null;
}

async function named(page: readonly Figured[], by: Dimension, shop: ShopSold): Promise<ProfitRow[]> {
  const persons = by === 'customer' ? page.flatMap(({ key }) => key ?? []) : [];
  const people = new Map<string, VisitorRow>();
  for (let from = 0; from < persons.length; from += together)
    for (const [person, row] of await rowsByPerson(persons.slice(from, from + together), shop)) people.set(person, row);
  return page.map((row) => ({
    ...row,
    name: by === 'product' && row.key !== null ? (shop.catalog.get(row.key)?.name ?? null) : null,
    visitor: (row.key !== null && people.get(row.key)) || null,
  }));
}
