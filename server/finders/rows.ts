import type { Place } from '../acquisition/region.ts';
import type { Product } from '../catalog/product.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { offeredAt } from '../recommend/filters.ts';

/** The shop's products, each in a row of its own as long as it is there: what is noted of it by row stays true when others come and go. */
export interface Rows {
  /** By row; null where none is any more. */
  readonly products: readonly (Product | null)[];
  /** All rows: what sells best first, then the newest, as of the last `sort`; what has come since stands last. */
  readonly order: readonly number[];
  /** Grows with every row that changes. */
  readonly version: number;
  /** Of each row where it is sold: a number that `offeredAt` knows. */
  readonly terms: readonly number[];
  rowOf(id: string): number | undefined;
  /** 1 for the terms by which a product is in stock, and sold at that place. */
  offeredAt(place: Place): Uint8Array;
  /** Reads at most so many of what has changed in the catalogue; whether there is no more. */
  read(most: number): boolean;
  /** Puts them in their order; yields after every few hundred. */
  sort(model: Evidence['model']): Generator<void, void>;
}

/** Products that have sold so well that it counts. */
const mostSold = 5_000;
const sortedAtOnce = 500;
/** Changes that are remembered one by one. */
const mostListed = 5_000;

const known = new WeakMap<Evidence['catalog'], Rows>();

export function rowsOf(catalog: Evidence['catalog']): Rows {
  const before = known.get(catalog);
  if (before) return before;
  const rows = createRows(catalog);
  known.set(catalog, rows);
  return rows;
}

function createRows(catalog: Evidence['catalog']): Rows {
  const changed = new Set<string>();
  /** More may have changed than is worth a list: the whole catalogue is compared. */
  let isAllToRead = false;
  let reading: Iterator<string> | null = null;
  const products: (Product | null)[] = [];
  const terms: number[] = [];
  const rows = new Map<string, number>();
  const free: number[] = [];
  let order: number[] = [];
  let version = 0;
  const gone = 0;
  /** What a product says of where it is sold -> a number, and one product that says so. */
  const numbers = new Map<string, number>([['', gone]]);
  const examples: (Product | null)[] = [null];

  catalog.follow((ids) => {
    if (Array.isArray(ids)) for (const id of ids) changed.add(id);
    else isAllToRead = true;
    if (changed.size <= mostListed) return;
    changed.clear();
    isAllToRead = true;
  });

  function termsOf(product: Product): number {
    const { inStock, details } = product;
    const said = inStock ? JSON.stringify([details?.soldIn, details?.notSoldIn]) : '';
    const before = numbers.get(said);
    if (before !== undefined) return before;
    const number = examples.push(product) - 1;
    numbers.set(said, number);
    return number;
  }

  function newRow(): number {
    const row = free.pop();
    if (row !== undefined) return row;
    order.push(products.length);
    return products.push(null) - 1;
  }

  function put(id: string, product: Product | undefined): void {
    const before = rows.get(id);
    if (!product && before === undefined) return;
    if (product && before !== undefined && products[before] === product) return;
    version++;
    if (product) {
      const row = before ?? newRow();
      rows.set(id, row);
      products[row] = product;
      terms[row] = termsOf(product);
    } else if (before !== undefined) {
      rows.delete(id);
      products[before] = null;
      terms[before] = gone;
      free.push(before);
    }
  }

  /** What there is, and what may be no more. */
  function* everything(): Generator<string, void> {
    isAllToRead = false;
    for (const { id } of catalog.newest()) yield id;
    for (const product of products) if (product) yield product.id;
  }

  return {
    products,
    terms,
    get order() {
      return order;
    },
    get version() {
      return version;
    },
    rowOf: (id) => rows.get(id),
    offeredAt: (place) =>
      Uint8Array.from(examples, (product) => Number(product !== null && offeredAt(product, place) === null)),
    read: (most) => {
      let left = most;
      for (const id of changed) {
        if (left-- <= 0) return false;
        changed.delete(id);
        put(id, catalog.get(id));
      }
      while (reading || isAllToRead) {
        reading ??= everything();
        for (let next = reading.next(); next.done !== true; next = reading.next()) {
          put(next.value, catalog.get(next.value));
          if (left-- <= 0) return false;
        }
        reading = null;
      }
      return true;
    },
    sort: function* (model) {
      const next: number[] = [];
      const taken: boolean[] = products.map(() => false);
      let steps = 0;
      const take = (row: number | undefined) => {
        if (row === undefined || taken[row]) return;
        taken[row] = true;
        next.push(row);
      };
      for (const { product } of model.popular((id) => rows.has(id), mostSold)) take(rows.get(product));
      yield;
      for (const { id } of catalog.newest()) {
        take(rows.get(id));
        if (++steps % sortedAtOnce === 0) yield;
      }
      // What came meanwhile, and what has gone and may be taken again.
      for (const row of order) take(row);
      order = next;
    },
  };
}
