import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The shop's catalogue, as the last import left it. */
export const products = sqliteTable('products', {
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
  /** ms since 1970: when the shop first offered it. */
  addedAt: integer('added_at').notNull(),
});
