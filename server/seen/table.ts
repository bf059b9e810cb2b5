import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Products that pages have told of, and what became of it: made from the log. */
export const seenProducts = sqliteTable('seen_products', {
  id: text('id').primaryKey(),
  /** ms since 1970: of the newest sight. */
  at: integer('at').notNull(),
  /** A `SeenProduct` as JSON. */
  body: text('body').notNull(),
});
