import { getTableColumns } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import type { LiveCatalog } from './catalog.ts';
import { noteCosts } from './costs.ts';
import type { Product } from './product.ts';
import { products } from './table.ts';

const fields = Object.entries(getTableColumns(products)).map(([key, column]) => ({ key, column: column.name }));

/** Puts products in, each in place of the one with its id, and takes others away; the shop at work knows it at once. */
export async function changeCatalog(
  { store, catalog }: { store: Store; catalog: LiveCatalog },
  { put, remove, now }: { put: readonly Product[]; remove: readonly string[]; now: number },
): Promise<void> {
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
  ]);
  catalog.remove(remove);
  catalog.put(put);
}

const deleteProducts = 'DELETE FROM products WHERE id IN (SELECT value FROM json_each(?))';
const insertProducts = `INSERT OR REPLACE INTO products (${fields.map(({ column }) => column).join(', ')}) SELECT ${fields
  .map(({ key }) => `value ->> '${key}'`)
  .join(', ')} FROM json_each(?)`;
