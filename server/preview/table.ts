import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Drafts that staff looks at on the shop's own pages, for the minutes in which their links are good and a while longer. */
export const campaignPreviews = sqliteTable('campaign_previews', {
  id: text('id').primaryKey(),
  /** Whose it is: the digest of a staff session. With that it ends. */
  session: text('session').notNull(),
  /** Of the staff's panel. */
  language: text('language').notNull(),
  /** A `Draft` as JSON, and how often it was changed on the pages. */
  body: text('body').notNull(),
  revision: integer('revision').notNull(),
  /** ms since 1970. */
  expiresAt: integer('expires_at').notNull(),
});
