import { channels } from '../acquisition/channel.ts';
import { channelCode } from './code-of.ts';
import { type Codes, createCodes } from './codes.ts';
import type { SaleColumns } from './sale-columns.ts';
import { directSteps } from './steps.ts';

export const dimensions = ['customer', 'product', 'category', 'channel', 'region'] as const;

export type Dimension = (typeof dimensions)[number];

/** Of what costs fell on people who ordered nothing in the period, or on a time in which nobody did. */
export const withoutOrder = '~';

export interface Row {
  key: string | null;
  /** Orders that were placed and not cancelled, in which it is; and pieces that customers keep. */
  orders: number;
  pieces: number;
  /** By the step. */
  sums: ArrayLike<number>;
}

/** Codes of where an amount belongs. */
export type Keys = Record<Dimension, number>;

/** The code of `withoutOrder` in each dimension. */
const ofNoOrder = -1;

/** Of no order, product and person. */
export const nowhere: Readonly<Keys> = {
  ...{ customer: ofNoOrder, product: ofNoOrder, category: ofNoOrder },
  ...{ channel: ofNoOrder, region: ofNoOrder },
};

/** The rows that are asked for, as they are added up, and before them the total. */
export interface Sheet {
  isAsked(keys: Keys): boolean;
  /** The place of the row of these. */
  rowOf(keys: Keys): number;
  /** Adds what was reckoned of a sale, or of a line of it, to a row and the total. */
  addSums(row: number, of: Amounts, pieces: number): void;
  addOrders(row: number, orders: number): void;
  /** Adds an amount of one step, where it is asked for. */
  add(keys: Keys, step: number, amount: number): void;
  rows(): Rows;
}

/** Rows as they are made when they are looked at. */
export interface Rows {
  readonly count: number;
  at(place: number): Row;
  total: Row;
}

/** An amount a step, from a place on. */
export interface Amounts {
  amounts: Float64Array;
  from: number;
}

/** The place of the total. */
export const total = 0;

/** What the columns' codes do not tell. */
export interface Naming {
  /** Codes of persons; and the person of a visitor, by the code of the visitor. */
  persons: Codes;
  personOf: Int32Array;
  category(product: string): string | null;
}

interface Given {
  columns: Pick<SaleColumns, 'products' | 'regions'>;
  persons: Codes;
  categories: Codes;
  rules: number;
}

interface Categories {
  codes: Codes;
  /** By the code of the product. */
  of: Int32Array;
}

const together = 2_000;

/** Yields between some products. */
export function* categoriesOf(products: Codes, category: Naming['category']): Generator<void, Categories> {
  const codes = createCodes();
  const of = new Int32Array(products.size);
  for (let product = 1; product < of.length; product++) {
    if (product % together === 0) yield;
    of[product] = codes.of(category(products.text(product) ?? ''));
  }
  return { codes, of };
}

export function createSheet(
  { by, of }: { by: Dimension; of: { by: Dimension; key: string | null } | null },
  { columns, persons, categories, rules }: Given,
): Sheet {
  const codes = { customer: persons, product: columns.products, category: categories, region: columns.regions };
  const only = of ? codeOf(of.by, of.key) : 0;
  const steps = directSteps.length + rules;
  /** By the code; 0, which is the total's, where there is no row yet. */
  let placeOf = new Int32Array((by === 'channel' ? channels.length + 1 : codes[by].size) - ofNoOrder);
  const keys: (string | null)[] = [null];
  let room = 256;
  let orders = new Float64Array(room);
  let pieces = new Float64Array(room);
  let sums = new Float64Array(room * steps);

  /** NaN where nothing has this key. */
  function codeOf(dimension: Dimension, key: string | null): number {
    if (key === null) return 0;
    if (key === withoutOrder) return ofNoOrder;
    const code = dimension === 'channel' ? channelCode(key) : codes[dimension].known(key);
    return code > 0 ? code : Number.NaN;
  }

  function textOf(code: number): string | null {
    if (code === ofNoOrder) return withoutOrder;
    return by === 'channel' ? (channels[code - 1] ?? null) : codes[by].text(code);
  }

  function grow(): void {
    room *= 2;
    orders = grown(orders, new Float64Array(room));
    pieces = grown(pieces, new Float64Array(room));
    sums = grown(sums, new Float64Array(room * steps));
  }

  function rowOf(of: Keys): number {
    const code = of[by];
    const found = placeOf[code - ofNoOrder];
    if (found) return found;
    const row = keys.push(textOf(code)) - 1;
    if (row >= room) grow();
    // Something new was sold meanwhile.
    if (code - ofNoOrder >= placeOf.length) placeOf = grown(placeOf, new Int32Array(2 * (code - ofNoOrder)));
    placeOf[code - ofNoOrder] = row;
    return row;
  }

  const isAsked = (keys: Keys) => of === null || keys[of.by] === only;
  const at = (row: number): Row => ({
    key: keys[row] ?? null,
    orders: orders[row] ?? 0,
    pieces: pieces[row] ?? 0,
    sums: sums.subarray(row * steps, (row + 1) * steps),
  });
  return {
    isAsked,
    rowOf,
    addSums: (row, { amounts, from }, kept) => {
      pieces[row] = (pieces[row] ?? 0) + kept;
      pieces[total] = (pieces[total] ?? 0) + kept;
      const first = row * steps;
      for (let step = 0; step < steps; step++) {
        const amount = amounts[from + step] ?? 0;
        if (amount === 0) continue;
        sums[first + step] = (sums[first + step] ?? 0) + amount;
        sums[step] = (sums[step] ?? 0) + amount;
      }
    },
    addOrders: (row, more) => {
      orders[row] = (orders[row] ?? 0) + more;
    },
    add: (of, step, amount) => {
      if (!isAsked(of)) return;
      const place = rowOf(of) * steps + step;
      sums[place] = (sums[place] ?? 0) + amount;
      sums[step] = (sums[step] ?? 0) + amount;
    },
    rows: () => ({ count: keys.length - 1, at: (place) => at(place + 1), total: at(total) }),
  };
}

function grown<T extends { set(from: T): void }>(numbers: T, larger: T): T {
  larger.set(numbers);
  return larger;
}

/** That something is per line. */
export function isOfLines({ by, of }: { by: Dimension; of: { by: Dimension } | null }): boolean {
  return [by, of?.by].some((one) => one === 'product' || one === 'category');
}
