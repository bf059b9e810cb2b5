import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FailureCode } from './feed-failure.ts';

/** Where a shop's catalogue is fetched from. It stands in the directory, so that what is due is known without opening any shop. */
export const feeds = sqliteTable('feeds', {
  shop: text('shop').primaryKey(),
  url: text('url').notNull(),
  user: text('user'),
  /** Needed as it is to ask with; shown to nobody again. */
  password: text('password'),
  everyMinutes: integer('every_minutes').notNull(),
  /** Our field -> the feed's column, as JSON. */
  mapping: text('mapping').notNull(),
  /** What the server said of the bytes that the catalogue is made of, to ask only for others. */
  etag: text('etag'),
  lastModified: text('last_modified'),
  /** ms since 1970. */
  dueAt: integer('due_at').notNull(),
  /** How often in a row it could not be taken in. */
  failures: integer('failures').notNull(),
  /** Who is fetching it, and until when that one is believed to be at work. */
  lease: text('lease'),
  leaseUntil: integer('lease_until').notNull(),
});

export const runOutcomes = ['taken', 'unchanged', 'failed'] as const;

/** What became of the latest fetches. */
export const feedRuns = sqliteTable('feed_runs', {
  id: integer('id').primaryKey(),
  shop: text('shop').notNull(),
  /** ms since 1970. */
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at').notNull(),
  outcome: text('outcome', { enum: runOutcomes }).notNull(),
  /** Products, and lines that were none; the first of them as JSON. */
  kept: integer('kept').notNull(),
  refused: integer('refused').notNull(),
  firstRefused: text('first_refused').notNull(),
  /** Why it failed, for programs and for people. */
  code: text('code').$type<FailureCode>(),
  detail: text('detail'),
});
