import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers to requests with an `Idempotency-Key`, for as long as a caller may ask again. */
export const answers = sqliteTable(
  'answers',
  {
    /** Method, path and key. */
    request: text('request').primaryKey(),
    /** SHA-256 of the body, base64url. */
    body: text('body').notNull(),
    status: integer('status').notNull(),
    type: text('type').notNull(),
    answer: text('answer').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
  },
  (table) => [index('answers_at').on(table.at)],
);
