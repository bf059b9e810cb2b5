import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the merchant asks people. */
export const questions = sqliteTable('questions', {
  /** Of the question, and of the trait that its answer becomes. */
  key: text('key').primaryKey(),
  /** Asked in this order. */
  place: integer('place').notNull(),
  /** The rest of a `Question` as JSON. */
  body: text('body').notNull(),
});
