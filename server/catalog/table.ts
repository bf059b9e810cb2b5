import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const columns = {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  category: text('category'),
  brand: text('brand'),
  /** Minor units of `currency`. */
  price: integer('price'),
  currency: text('currency'),
  url: text('url').notNull(),
  image: text('image'),
  inStock: integer('in_stock', { mode: 'boolean' }).notNull(),
};

/** The shop's catalogue, as the last import left it and later calls changed it. */
export const products = sqliteTable('products', {
  ...columns,
  /** ms since 1970: when the shop first offered it. */
  addedAt: integer('added_at').notNull(),
});

/** The feed that is being read; it takes the catalogue's place whole, or not at all. */
export const stagedProducts = sqliteTable('staged_products', {
  ...columns,
  addedAt: integer('added_at'),
});
