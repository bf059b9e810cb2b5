import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's product finders. */
export const finders = sqliteTable('finders', {
  id: text('id').primaryKey(),
  /** The first one is shown where no other is named. */
  place: integer('place').notNull(),
  /** The rest of a `Finder` as JSON. */
  body: text('body').notNull(),
});
