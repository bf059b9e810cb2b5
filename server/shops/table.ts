import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The directory's list of shops; everything a shop knows is in its own file. */
export const shops = sqliteTable('shops', {
  /** The public key, as it stands in the tag. */
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  /** Origins whose pages may send: `https://shop.example`, one a line. */
  origins: text('origins').notNull(),
  currency: text('currency').notNull(),
  timeZone: text('time_zone').notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  /** Signs visitor tokens, base64url; never leaves the collector. */
  tokenSecret: text('token_secret').notNull(),
  /** Shared with the shop's backend, base64url: signs who has logged in. */
  identitySecret: text('identity_secret').notNull(),
  createdAt: integer('created_at').notNull(),
});

export type Shop = typeof shops.$inferSelect;
