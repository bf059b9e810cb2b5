import { getTableColumns } from 'drizzle-orm';
import type { Statement, Store } from '../store/store.ts';
import type { Product } from './product.ts';
import { products } from './table.ts';

const fields = Object.entries(getTableColumns(products)).map(([key, column]) => ({ key, column: column.name }));
const chunk = 2_000;

/** Puts this catalogue in place of the one before, all of it or none. */
export function replaceCatalog(store: Store, all: readonly Product[]): Promise<void> {
  const insert = `INSERT OR REPLACE INTO products (${fields.map(({ column }) => column).join(', ')}) SELECT ${fields
    .map(({ key }) => `value ->> '${key}'`)
    .join(', ')} FROM json_each(?)`;
  const statements: Statement[] = [{ sql: 'DELETE FROM products', params: [] }];
  for (let from = 0; from < all.length; from += chunk) {
    const part = all.slice(from, from + chunk).map((product) => ({ ...product, inStock: Number(product.inStock) }));
    statements.push({ sql: insert, params: [JSON.stringify(part)] });
  }
  return store.write(statements);
}
