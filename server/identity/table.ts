import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: every word about an edge from a visitor to a key. The newest word of a pair says whether it joins. */
export const identities = sqliteTable(
  'identities',
  {
    /** Id of the event that said so. */
    event: text('event').notNull(),
    visitor: text('visitor').notNull(),
    /** `customer:<number>`, `email:<address>`, `phone:<number>`, or `visitor:<id>` where staff joined two unknown ones. */
    key: text('key').notNull(),
    evidence: text('evidence').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
    joins: integer('joins', { mode: 'boolean' }).notNull(),
    /** Id of the assertion that said so, where it had one. */
    proof: text('proof'),
  },
  (table) => [
    primaryKey({ columns: [table.event, table.key] }),
    index('identities_key').on(table.key),
    index('identities_visitor').on(table.visitor),
    index('identities_proof').on(table.proof).where(sql`${table.proof} is not null`),
  ],
);
