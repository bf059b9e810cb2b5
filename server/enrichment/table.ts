import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who tells the shop facts about its people, and how far the merchant believes them. */
export const traitSources = sqliteTable('trait_sources', {
  id: text('id').primaryKey(),
  /** The most trusted first. */
  place: integer('place').notNull(),
  /** How many days a fact is believed; null for always. */
  days: integer('days'),
  /** What has arrived: counted at the door, and not made again by a rebuild. */
  kept: integer('kept').notNull(),
  refused: integer('refused').notNull(),
  /** ms since 1970; null as long as nothing has arrived. */
  lastAt: integer('last_at'),
});
