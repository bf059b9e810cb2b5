import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Secret keys of a shop's own systems, by the SHA-256 of what they present. A revoked key stays in the list. */
export const keys = sqliteTable(
  'keys',
  {
    id: text('id').primaryKey(),
    shop: text('shop').notNull(),
    /** What the owner calls it. */
    name: text('name').notNull(),
    /** SHA-256, base64url. */
    hash: text('hash').notNull().unique(),
    /** Its last letters, to tell keys apart. */
    ending: text('ending').notNull(),
    /** ms since 1970. */
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('keys_shop').on(table.shop)],
);
