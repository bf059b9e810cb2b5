import { getTableColumns } from 'drizzle-orm';
import type { Statement, Store } from '../store/store.ts';
import { noteCosts } from './costs.ts';
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
    await store.write([{ sql: swap, params: [now, JSON.stringify(ids)] }, noteCosts(now, ids)]);
  for await (const ids of slicesOf('products', store))
    await store.write([{ sql: removeUnstaged, params: [JSON.stringify(ids)] }]);
  // First the mark: without it, what is staged says nothing of what the shop sells.
  await store.write([{ sql: "DELETE FROM projections WHERE name = 'catalog'", params: [] }]);
  await emptyStage(store);
}

/** Drops what a feed has left behind that broke off. */
export async function emptyStage(store: Store): Promise<void> {
  for await (const ids of slicesOf('staged_products', store))
    await store.write([{ sql: unstage, params: [JSON.stringify(ids)] }]);
}

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
const unstage = `DELETE FROM staged_products WHERE id ${among}`;
