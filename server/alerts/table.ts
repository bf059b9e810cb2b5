import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: who still waits to be told of which product. */
export const alerts = sqliteTable(
  'alerts',
  {
    product: text('product').notNull(),
    /** `price` or `stock`. */
    of: text('of').notNull(),
    visitor: text('visitor').notNull(),
    /** Of the event in which it was said. */
    event: text('event').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
    /** What it cost then, in minor units. */
    price: integer('price'),
    currency: text('currency'),
    /** Where to write, and the words that were agreed to; null for whoever wants to read it in the shop. */
    email: text('email'),
    agreed: text('agreed'),
    language: text('language'),
  },
  (table) => [
    primaryKey({ columns: [table.product, table.of, table.visitor] }),
    index('alerts_visitor').on(table.visitor),
  ],
);
