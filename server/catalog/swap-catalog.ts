import { getTableColumns } from 'drizzle-orm';
import type { SqlValue, Statement, Store } from '../store/store.ts';
import { noteCosts } from './costs.ts';
import { moved, type Past } from './past.ts';
import type { Product } from './product.ts';
import { keepPasts, pastIn } from './product-changes.ts';
import { stagedProducts } from './table.ts';

/** Products of one transaction: some milliseconds, for which visitors' events wait. */
const slice = 250;

/**
 * From here on the staged catalogue takes the place of the one before, a slice at a time: a process that breaks off in the middle
 * is made up for by the next that opens the shop. `now` in ms.
 */
export function swapIsDue(now: number): Statement {
  return { sql: "INSERT OR REPLACE INTO projections (name, through) VALUES ('catalog', ?)", params: [now] };
}

/** Swaps where it is due. Each slice can be done twice. */
export async function swapIfDue(store: Store): Promise<void> {
  const [due] = await store.all("SELECT through FROM projections WHERE name = 'catalog'", []);
  if (!due) return;
  const now = Number(due[0]);
  for await (const ids of slicesOf('staged_products', store))
    await store.write([
      ...(await notePasts(now, ids, store)),
      { sql: swap, params: [now, JSON.stringify(ids)] },
      noteCosts(now, ids),
    ]);
  for await (const ids of slicesOf('products', store))
    await store.write([...(await notePasts(now, ids, store)), { sql: removeUnstaged, params: [JSON.stringify(ids)] }]);
  // First the mark: without it, what is staged says nothing of what the shop sells.
  await store.write([{ sql: "DELETE FROM projections WHERE name = 'catalog'", params: [] }]);
  await emptyStage(store);
}

/** Drops what a feed has left behind that broke off. */
export async function emptyStage(store: Store): Promise<void> {
  for await (const ids of slicesOf('staged_products', store))
    await store.write([{ sql: unstage, params: [JSON.stringify(ids)] }]);
}

/** What those of these products were that the staged catalogue makes something else. */
async function notePasts(now: number, ids: readonly string[], store: Pick<Store, 'all'>): Promise<Statement[]> {
  const pasts = new Map<string, Past>();
  for (const [id, known, ...offers] of await store.all(moving, [JSON.stringify(ids)])) {
    const before = known === null ? undefined : pastIn(known);
    const past = moved(before, offerIn(offers.slice(0, 3)), offerIn(offers.slice(3)), now);
    if (past && past !== before) pasts.set(String(id), past);
  }
  return keepPasts(pasts, now);
}

/** Null for none: whether it is in stock is always said. */
function offerIn([price, currency, inStock]: readonly (SqlValue | undefined)[]): OfferRow | null {
  if (inStock === null) return null;
  return {
    price: price === null ? null : Number(price),
    currency: currency === null ? null : String(currency),
    inStock: inStock === 1,
  };
}

type OfferRow = Pick<Product, 'price' | 'currency' | 'inStock'>;

async function* slicesOf(table: 'products' | 'staged_products', store: Store): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await store.all(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, [after, slice]);
    const ids = rows.map(([id]) => String(id));
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

const among = 'IN (SELECT value FROM json_each(?))';
const others = Object.values(getTableColumns(stagedProducts))
  .map(({ name }) => name)
  .filter((column) => column !== 'added_at');
/**
 * Only what differs is written: a feed is mostly the one of yesterday. A product that does not say since when is as old here as it
 * was, or new.
 */
const swap =
  `INSERT OR REPLACE INTO products (${others.join(', ')}, added_at) ` +
  `SELECT ${others.map((column) => `s.${column}`).join(', ')}, coalesce(s.added_at, p.added_at, ?) ` +
  `FROM staged_products s LEFT JOIN products p ON p.id = s.id WHERE s.id ${among} ` +
  `AND (p.id IS NULL OR ${others.map((column) => `s.${column} IS NOT p.${column}`).join(' OR ')} ` +
  'OR coalesce(s.added_at, p.added_at) IS NOT p.added_at)';
const removeUnstaged =
  `DELETE FROM products WHERE id ${among} ` +
  'AND NOT EXISTS (SELECT 1 FROM staged_products s WHERE s.id = products.id)';
const moving =
  'SELECT ids.value, c.body, p.price, p.currency, p.in_stock, s.price, s.currency, s.in_stock FROM json_each(?) AS ids ' +
  'LEFT JOIN products p ON p.id = ids.value LEFT JOIN staged_products s ON s.id = ids.value ' +
  'LEFT JOIN product_changes c ON c.product = ids.value WHERE (p.id IS NOT NULL OR c.product IS NOT NULL) ' +
  'AND (p.price IS NOT s.price OR p.currency IS NOT s.currency OR p.in_stock IS NOT s.in_stock)';
const unstage = `DELETE FROM staged_products WHERE id ${among}`;
