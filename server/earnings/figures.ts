import type { Credit, Period } from './credits.ts';
import { eachWithin } from './each-within.ts';
import type { Click } from './last-click.ts';

/** How shelves did in a period. */
export interface ShelfFigures {
  /** How often something stood on them, and how often a second was looked at that. */
  filled: number;
  views: number;
  clicks: number;
  /** Of what had been opened, what was put into a cart; how many orders it was in; how many pieces were kept. */
  carts: number;
  orders: number;
  pieces: number;
  /** What was paid for these pieces and not given back: minor units of the shop's currency. */
  net: number;
}

export interface ShelfDay {
  day: string;
  slot: string;
  recipe: string;
  version: number;
  filled: number;
  views: number;
}

/** A product that was put into a cart after it had been opened on a shelf. */
export interface CartCredit {
  click: Click;
  day: string;
}

/** All that figures are made of. */
export interface ShelfEvidence {
  days: readonly ShelfDay[];
  clicks: readonly Click[];
  carts: readonly CartCredit[];
  credits: readonly Credit[];
}

/** What something is counted by; it counts nowhere where that is null. */
type Key = (where: Pick<ShelfDay, 'slot' | 'recipe' | 'version'>) => string | null;

/** An order with lines of several rows counts once in each, so rows may add up to more orders than there are. Yields between some facts. */
export function* figuresBy(
  key: Key,
  period: Period,
  { days, clicks, carts, credits }: ShelfEvidence,
): Generator<void, Map<string, ShelfFigures>> {
  const rows = new Map<string, ShelfFigures>();
  const orders = new Map<string, Set<number>>();
  const rowOf = (where: Parameters<Key>[0]): [string, ShelfFigures] | null => {
    const name = key(where);
    if (name === null) return null;
    const row = rows.get(name) ?? { ...noFigures };
    rows.set(name, row);
    return [name, row];
  };
  yield* eachWithin(period, days, (one) => {
    const [, row] = rowOf(one) ?? [];
    if (!row) return;
    row.filled += one.filled;
    row.views += one.views;
  });
  yield* eachWithin(period, clicks, (click) => {
    const [, row] = rowOf(click) ?? [];
    if (row) row.clicks++;
  });
  yield* eachWithin(period, carts, ({ click }) => {
    const [, row] = rowOf(click) ?? [];
    if (row) row.carts++;
  });
  yield* eachWithin(period, credits, ({ click, order, counts, pieces, net }) => {
    const [name, row] = rowOf(click) ?? [];
    if (name === undefined || !row) return;
    row.pieces += pieces;
    row.net += net;
    if (!counts) return;
    const known = orders.get(name) ?? new Set();
    orders.set(name, known.add(order));
    row.orders = known.size;
  });
  return rows;
}

export const noFigures: ShelfFigures = {
  ...{ filled: 0, views: 0, clicks: 0 },
  ...{ carts: 0, orders: 0, pieces: 0, net: 0 },
};
