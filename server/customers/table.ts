import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The models of what customers will do, as they were fitted last: made from the orders, and kept so that opening a shop fits nothing. */
export const valueFits = sqliteTable('value_fits', {
  /** Of all customers; one may come for each group of them. */
  of: text('of').primaryKey(),
  /** ms since 1970. */
  at: integer('at').notNull(),
  /** A `Fit` as JSON. */
  body: text('body').notNull(),
});
