import type { Contact } from './contact.ts';
import { dealOut } from './deal-out.ts';
import { type Known, lineSums, placeOf, reckon } from './reckon.ts';
import type { Sale } from './sale.ts';
import { addSums, emptySums, netOf, type Sums } from './steps.ts';

export const dimensions = ['customer', 'product', 'category', 'channel', 'region'] as const;

export type Dimension = (typeof dimensions)[number];

/** Of what costs fell on people who ordered nothing in the period. */
export const withoutOrder = '~';

export interface Asked {
  by: Dimension;
  /** Only of this one. A key is null for what is not known. */
  of: { by: Dimension; key: string | null } | null;
  /** Days of the shop's zone, both within. */
  from: string;
  to: string;
}

export interface Row {
  key: string | null;
  /** Orders that were placed and not cancelled, in which it is; and pieces that customers keep. */
  orders: number;
  pieces: number;
  sums: Sums;
}

export interface Tally {
  rows: Row[];
  total: Row;
  /** Orders of currencies of which no rate is known for their days; amounts in minor units of these. They are in no row. */
  unrated: { currency: string; orders: number; net: number }[];
}

export interface Names {
  person(visitor: string): string;
  category(product: string): string | null;
}

/** Sales between two pauses: a tenth of a millisecond. */
const together = 16;

type Keys = Record<Dimension, string | null>;

/** An order, and its parts that are told apart; net revenue where it is one. */
interface Bought {
  net: number;
  cells: { keys: Keys; net: number }[];
}

/**
 * Adds sales and contacts up by what is asked. Each sale is of exactly one customer, channel and region; its lines are of exactly one
 * product and category each. What someone cost without ordering follows what they ordered in the period, by its net revenue. Yields
 * between some sales.
 */
export function* tally(
  sales: Iterable<Sale>,
  contacts: readonly Contact[],
  { asked, known, names }: { asked: Asked; known: Known; names: Names },
): Generator<void, Tally> {
  const rows = new Map<string | null, Row>();
  const total = emptyRow(null, known);
  const unrated = new Map<string, Tally['unrated'][number]>();
  const byLines = [asked.by, asked.of?.by].some((one) => one === 'product' || one === 'category');
  const people = new Set(contacts.map(({ visitor }) => names.person(visitor)));
  const bought = new Map<string, Bought[]>();
  const isAsked = ({ day }: { day: string }) => day >= asked.from && day <= asked.to;

  /** The row of these, where they are asked for. */
  const rowOf = (keys: Keys): Row | null => {
    if (asked.of && keys[asked.of.by] !== asked.of.key) return null;
    const key = keys[asked.by];
    const row = rows.get(key) ?? emptyRow(key, known);
    rows.set(key, row);
    return row;
  };
  const add = (row: Row, sums: Sums, pieces: number) => {
    row.pieces += pieces;
    addSums(row.sums, sums);
    total.pieces += pieces;
    addSums(total.sums, sums);
  };

  let step = 0;
  for (const sale of sales) {
    if (++step % together === 0) yield;
    if (!isAsked(sale)) continue;
    const reckoned = reckon(sale, known);
    const order = sale.isReturn || sale.isCancelled ? 0 : 1;
    if (!reckoned) {
      const { currency } = sale;
      const one = unrated.get(currency) ?? { currency, orders: 0, net: 0 };
      unrated.set(currency, { currency, orders: one.orders + order, net: one.net + sale.gross - sale.refunded });
      continue;
    }
    const customer = sale.visitor === null ? null : names.person(sale.visitor);
    const ofOrder: Keys = { customer, product: null, category: null, channel: sale.came, region: sale.region };
    const parts = byLines ? lineSums(sale, reckoned, known) : [reckoned.sums];
    const cells: Bought['cells'] = [];
    const seen: Row[] = [];
    for (const [place, sums] of parts.entries()) {
      const keys = byLines ? keysOfLine(ofOrder, sale.lines[place]?.product ?? null, names) : ofOrder;
      if (people.size > 0) cells.push({ keys, net: Math.max(0, netOf(sums)) });
      const row = rowOf(keys);
      if (!row) continue;
      add(row, sums, piecesOf(sale, byLines ? place : null));
      if (!seen.includes(row)) row.orders += order;
      seen.push(row);
    }
    if (customer !== null && people.has(customer)) {
      const orders = bought.get(customer) ?? [];
      bought.set(customer, orders);
      orders.push({ net: Math.max(0, netOf(reckoned.sums)), cells });
    }
    if (seen.length > 0) total.orders += order;
  }

  for (const contact of contacts) {
    if (++step % together === 0) yield;
    if (!isAsked(contact)) continue;
    const customer = names.person(contact.visitor);
    const orders = bought.get(customer) ?? [nothingBought(contact)];
    for (const terms of known.termsOn(contact.day)) {
      if (terms.per !== contact.per || (terms.channel !== null && terms.channel !== contact.came)) continue;
      const place = placeOf(terms, known);
      const cost = Math.round((terms.amount ?? 0) * contact.count);
      // Order by order first: so an order's part is the same, whether its lines are asked for or not.
      const parts = dealOut(
        cost,
        orders.map(({ net }) => net),
      );
      orders.forEach(({ cells }, order) => {
        const shares = dealOut(
          parts[order] ?? 0,
          cells.map(({ net }) => net),
        );
        cells.forEach(({ keys }, cell) => {
          const row = rowOf(contact.per === 'visit' ? { ...keys, channel: contact.came } : keys);
          const sums = emptySums(known.rules.length);
          sums[place] = shares[cell] ?? 0;
          if (row) add(row, sums, 0);
        });
      });
    }
  }
  return { rows: [...rows.values()], total, unrated: [...unrated.values()] };
}

function keysOfLine(keys: Keys, product: string | null, { category }: Names): Keys {
  return { ...keys, product, category: product === null ? null : category(product) };
}

function nothingBought({ came, region }: Contact): Bought {
  const keys = { customer: withoutOrder, product: withoutOrder, category: withoutOrder, channel: came, region };
  return { net: 0, cells: [{ keys, net: 0 }] };
}

function piecesOf({ lines }: Sale, place: number | null): number {
  const of = place === null ? lines : lines.slice(place, place + 1);
  return of.reduce((sum, { quantity, returned }) => sum + quantity - returned, 0);
}

function emptyRow(key: string | null, { rules }: Known): Row {
  return { key, orders: 0, pieces: 0, sums: emptySums(rules.length) };
}
