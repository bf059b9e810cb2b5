import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What came to the door, counted by UTC day. Not a projection: what was refused, and who was no person, is not in the log, so
 * these counts cannot be made again, and a rebuild leaves them alone. Nothing here says who anyone was.
 */
export const doorCounts = sqliteTable(
  'door_counts',
  {
    /** Days since 1970. */
    day: integer('day').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    count: integer('count').notNull(),
    /** Of the newest one: event, field and path, without anything personal. */
    example: text('example'),
    /** ms since 1970. */
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind, table.name] })],
);
