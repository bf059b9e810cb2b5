import { dayIn } from '../day-in.ts';
import { decodeOrder } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import type { Shop } from '../shops/table.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { personNames } from './person-names.ts';
import { type Sale, saleOf } from './sale.ts';

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
  /** By the number of the order, in no order. */
  sales: ReadonlyMap<string, Sale>;
  /** Whose a visitor is. */
  person(visitor: string): string;
  /** All that was ever sold, and all currencies in which something was sold or paid. */
  products: ReadonlySet<string>;
  currencies: ReadonlySet<string>;
}

/** Orders that are taken apart together: a few ms. */
const page = 150;
const keptFor = 15 * 60_000;

export function createSaleBook(store: Pick<Store, 'all'>, { timeZone }: Shop, now: () => number): SaleBook {
  let sales = new Map<string, Sale>();
  let people: ((visitor: string) => string) | null = null;
  let isRead = false;
  let stale = new Set<string>();
  let reading: Promise<void> | null = null;
  let asked = 0;
  const dayOf = dayIn(timeZone);
  const texts = new Map<string, string>();
  const products = new Set<string>();
  const currencies = new Set<string>();
  const visitors = new Set<string>();

  function put(id: string, body: string): void {
    const sale = saleOf(id, orderState(decodeOrder(body)), dayOf);
    if (!sale) {
      sales.delete(id);
      return;
    }
    sales.set(id, sale);
    if (sale.visitor !== null) visitors.add(sale.visitor);
    currencies.add(sale.currency);
    for (const fee of Object.values(sale.fees)) currencies.add(fee.currency);
    for (const line of sale.lines) {
      if (line.cost) currencies.add(line.cost.currency);
      if (line.product === null) continue;
      // A product is one text in memory, however often it was sold.
      line.product = oneText(line.product, texts);
      products.add(line.product);
    }
  }

  async function readAll(): Promise<void> {
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
  }

  async function readStale(): Promise<void> {
    const ids = [...stale].slice(0, page);
    for (const id of ids) stale.delete(id);
    const rows = await store.all('SELECT id, body FROM orders WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ]);
    for (const [id, body] of rows) put(String(id), String(body));
  }

  async function bring(): Promise<void> {
    while (!isRead) {
      isRead = true;
      sales = new Map();
      stale = new Set();
      await readAll().catch((error) => {
        isRead = false;
        throw error;
      });
    }
    while (stale.size > 0) await readStale();
    while (people === null) {
      people = (visitor) => visitor;
      const names = await personNames([...visitors], store).catch((error) => {
        people = null;
        throw error;
      });
      // Others may have been joined meanwhile.
      if (people !== null) people = (visitor) => names.get(visitor) ?? visitor;
    }
  }

  function forget(): void {
    isRead = false;
    people = null;
    sales = new Map();
    stale = new Set();
    for (const names of [texts, products, currencies, visitors]) names.clear();
  }

  return {
    read: async () => {
      asked = now();
      reading ??= bring().finally(() => {
        reading = null;
      });
      await reading;
      return { sales, person: people ?? ((visitor) => visitor), products, currencies };
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

function oneText(text: string, texts: Map<string, string>): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}
