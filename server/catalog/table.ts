import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Details } from './details.ts';

const columns = {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  category: text('category'),
  brand: text('brand'),
  /** Minor units of `currency`. */
  price: integer('price'),
  currency: text('currency'),
  /** What one piece costs the shop, in minor units of `costCurrency`; both null where nobody has told. */
  cost: integer('cost'),
  costCurrency: text('cost_currency'),
  url: text('url').notNull(),
  image: text('image'),
  inStock: integer('in_stock', { mode: 'boolean' }).notNull(),
  /** JSON of what is said beside; null for nothing. */
  details: text('details', { mode: 'json' }).$type<Details>(),
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

/** What a product has cost, and since when: an order's margin is of the cost at its time. */
export const productCosts = sqliteTable(
  'product_costs',
  {
    product: text('product').notNull(),
    /** ms since 1970; 0 for the first cost that was ever told. */
    since: integer('since').notNull(),
    /** Minor units of `currency`. */
    cost: integer('cost').notNull(),
    currency: text('currency').notNull(),
  },
  (table) => [primaryKey({ columns: [table.product, table.since] })],
);

/** What a product was before it became what it is: see `Past`. Of one that never changed there is nothing. */
export const productChanges = sqliteTable(
  'product_changes',
  {
    product: text('product').primaryKey(),
    /** ms since 1970: of the latest change. */
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('product_changes_at').on(table.at)],
);
