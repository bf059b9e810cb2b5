import { dayIn } from '../day-in.ts';
import { decodeOrder } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import type { Shop } from '../shops/table.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { type Codes, createCodes } from './codes.ts';
import { type CostBook, createCostBook } from './cost-book.ts';
import { inSlices } from './in-slices.ts';
import { personNames } from './person-names.ts';
import { saleOf } from './sale.ts';
import { createSaleColumns, type SaleColumns } from './sale-columns.ts';

/**
 * What was sold, in memory while somebody asks: read from the file at the first question, and then only what has changed. Left
 * alone for a quarter of an hour, it is dropped.
 */
export interface SaleBook {
  read(): Promise<Sold>;
  /** The file has other words about these orders than before. */
  changed(orders: readonly string[]): void;
  /** The file has other people than before. */
  peopleChanged(): void;
  /** The file has other orders and people than before, whichever. */
  forget(): void;
}

/** As the file has it. */
export interface Sold {
  columns: SaleColumns;
  costBook: CostBook;
  persons: Codes;
  /** Whose a visitor is, by their codes. */
  personOf: Int32Array;
}

/** Orders that are taken apart together: a few ms. */
const page = 150;
const keptFor = 15 * 60_000;
/** Visitors between two pauses: half a millisecond. */
const together = 1_000;

export function createSaleBook(store: Pick<Store, 'all'>, { timeZone }: Shop, now: () => number): SaleBook {
  let columns = createSaleColumns();
  let costBook = createCostBook(columns, store);
  let people: Pick<Sold, 'persons' | 'personOf'> | null = null;
  let isRead = false;
  let stale = new Set<string>();
  let reading: Promise<Sold> | null = null;
  let asked = 0;
  const dayOf = dayIn(timeZone);

  function startAnew(): void {
    columns = createSaleColumns();
    costBook = createCostBook(columns, store);
    stale = new Set();
  }

  function put(id: string, body: string): void {
    const sale = saleOf(id, orderState(decodeOrder(body)), dayOf);
    if (sale) columns.put(sale);
    else columns.drop(id);
  }

  async function readAll(): Promise<void> {
    isRead = true;
    startAnew();
    try {
      for (let after: [SqlValue, SqlValue] = [-1, '']; ; ) {
        const rows = await store.all(
          `SELECT at, id, body FROM orders WHERE (at, id) > (?, ?) ORDER BY at, id LIMIT ${page}`,
          after,
        );
        for (const [, id, body] of rows) put(String(id), String(body));
        const last = rows.at(-1);
        if (!last) return;
        after = [last[0] ?? 0, last[1] ?? ''];
      }
    } catch (error) {
      isRead = false;
      throw error;
    }
  }

  async function readStale(): Promise<void> {
    const ids = [...stale].slice(0, page);
    for (const id of ids) stale.delete(id);
    const rows = await store.all('SELECT id, body FROM orders WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ]);
    for (const [id, body] of rows) put(String(id), String(body));
  }

  async function readPeople(): Promise<void> {
    const nobody = { persons: createCodes(), personOf: new Int32Array(0) };
    people = nobody;
    try {
      const names = await personNames(columns.visitors.all(), store);
      const found = await inSlices(personsOf(columns, names));
      // Others may have been joined meanwhile.
      if (people === nobody) people = found;
    } catch (error) {
      people = null;
      throw error;
    }
  }

  /** What it waits for may change what was read before. */
  async function bring(): Promise<Sold> {
    for (;;) {
      if (!isRead) await readAll();
      else if (stale.size > 0) await readStale();
      else if (people === null) await readPeople();
      else return { columns, costBook, ...people };
    }
  }

  function forget(): void {
    isRead = false;
    people = null;
    startAnew();
  }

  return {
    read: () => {
      asked = now();
      reading ??= bring().finally(() => {
        reading = null;
      });
      return reading;
    },
    changed: (orders) => {
      if (isRead && reading === null && now() - asked > keptFor) forget();
      if (!isRead) return;
      for (const id of orders) stale.add(id);
      if (orders.length > 0) people = null;
    },
    peopleChanged: () => {
      people = null;
    },
    forget,
  };
}

/** `names`: visitor -> person, of those who are joined under another name. Yields between some visitors. */
export function* personsOf(
  { visitors }: Pick<SaleColumns, 'visitors'>,
  names: ReadonlyMap<string, string>,
): Generator<void, Pick<Sold, 'persons' | 'personOf'>> {
  const persons = createCodes();
  const personOf = new Int32Array(visitors.size);
  for (let code = 1; code < personOf.length; code++) {
    if (code % together === 0) yield;
    const visitor = visitors.text(code) ?? '';
    personOf[code] = persons.of(names.get(visitor) ?? visitor);
  }
  return { persons, personOf };
}
