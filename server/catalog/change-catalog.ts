import { getTableColumns } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import type { LiveCatalog } from './catalog.ts';
import { noteCosts } from './costs.ts';
import { moved, type Past } from './past.ts';
import type { Product } from './product.ts';
import { keepPasts } from './product-changes.ts';
import { products } from './table.ts';

const fields = Object.entries(getTableColumns(products)).map(([key, column]) => ({ key, column: column.name }));

/** Puts products in, each in place of the one with its id, and takes others away; the shop at work knows it at once. */
export async function changeCatalog(
  { store, catalog }: { store: Store; catalog: LiveCatalog },
  { put, remove, now }: { put: readonly Product[]; remove: readonly string[]; now: number },
): Promise<void> {
  const pasts = pastsAfter(catalog, put, remove, now);
  await store.write([
    { sql: deleteProducts, params: [JSON.stringify(remove)] },
    {
      sql: insertProducts,
      params: [JSON.stringify(put.map((product) => ({ ...product, inStock: Number(product.inStock) })))],
    },
    noteCosts(
      now,
      put.map(({ id }) => id),
    ),
    ...keepPasts(pasts, now),
  ]);
  catalog.remove(remove, pasts);
  catalog.put(put, pasts);
}

/** Of those whose past is another one from now on. */
function pastsAfter(
  catalog: LiveCatalog,
  put: readonly Product[],
  remove: readonly string[],
  now: number,
): Map<string, Past> {
  const pasts = new Map<string, Past>();
  const after = new Map<string, Product | null>(remove.map((id) => [id, null]));
  for (const product of put) after.set(product.id, product);
  for (const [id, product] of after) {
    const before = catalog.isOwn(id) ? (catalog.get(id) ?? null) : null;
    const known = catalog.pastOf(id);
    const past = moved(known, before, product, now);
    if (past && past !== known) pasts.set(id, past);
  }
  return pasts;
}

const deleteProducts = 'DELETE FROM products WHERE id IN (SELECT value FROM json_each(?))';
const insertProducts = `INSERT OR REPLACE INTO products (${fields.map(({ column }) => column).join(', ')}) SELECT ${fields
  .map(({ key }) => `value ->> '${key}'`)
  .join(', ')} FROM json_each(?)`;
