import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only edges from a visitor to a key, with their evidence. A person is what the unrevoked edges join. */
export const identities = sqliteTable(
  'identities',
  {
    /** Id of the event that said so. */
    event: text('event').primaryKey(),
    visitor: text('visitor').notNull(),
    /** `customer:<number>`. */
    key: text('key').notNull(),
    evidence: text('evidence').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('identities_key').on(table.key)],
);
