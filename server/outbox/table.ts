import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Where the merchant's systems hear who enters a segment and leaves it. */
export const endpoints = sqliteTable(
  'endpoints',
  {
    id: text('id').primaryKey(),
    segment: text('segment').notNull(),
    url: text('url').notNull(),
    /** `whsec_` and base64. Needed as it is to sign with; shown once. */
    secret: text('secret').notNull(),
    /** The one before it also signs until then (ms since 1970), so that nothing is refused while the other side changes it. */
    oldSecret: text('old_secret'),
    oldUntil: integer('old_until'),
    createdAt: integer('created_at').notNull(),
    /** Since when nothing has been taken (ms since 1970); null while it works. */
    failingSince: integer('failing_since'),
    /** When it was switched off for that; nothing is sent any more. */
    offAt: integer('off_at'),
  },
  (table) => [index('endpoints_segment').on(table.segment)],
);

/** What is still to be sent: written with the fact that it tells of, and taken out when it was taken or given up. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    /** The same at every attempt: the other side knows by it what it has already. */
    message: text('message').notNull(),
    endpoint: text('endpoint').notNull(),
    visitor: text('visitor').notNull(),
    /** JSON, as it is sent. */
    body: text('body').notNull(),
    attempts: integer('attempts').notNull(),
    /** ms since 1970. */
    dueAt: integer('due_at').notNull(),
  },
  (table) => [index('outbox_due').on(table.dueAt), index('outbox_endpoint').on(table.endpoint)],
);

/** The latest attempts of each endpoint. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer('id').primaryKey(),
    endpoint: text('endpoint').notNull(),
    message: text('message').notNull(),
    visitor: text('visitor').notNull(),
    body: text('body').notNull(),
    /** ms since 1970, and ms. */
    at: integer('at').notNull(),
    took: integer('took').notNull(),
    /** Of the answer; null where there was none. */
    status: integer('status'),
    /** The beginning of the answer, or why there was none. */
    answer: text('answer').notNull(),
    /** When it is tried again (ms since 1970); null for never. */
    nextAt: integer('next_at'),
  },
  (table) => [index('deliveries_endpoint').on(table.endpoint, table.id)],
);
