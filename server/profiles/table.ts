import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: one profile a visitor, with the columns that the list of visitors asks for. */
export const profiles = sqliteTable(
  'profiles',
  {
    visitor: text('visitor').primaryKey(),
    /** Visitors of one person share this: the first of the keys that join them, else the visitor itself. */
    person: text('person').notNull(),
    /** The panel shows the end of an id where it knows no name. */
    tail: text('tail').generatedAlwaysAs(sql`substr(visitor, -6)`, { mode: 'virtual' }),
    who: text('who'),
    lastSeen: integer('last_seen').notNull(),
    /** An encoded `Profile`. */
    body: text('body').notNull(),
  },
  (table) => [
    index('profiles_person').on(table.person),
    index('profiles_last_seen').on(table.lastSeen),
    index('profiles_tail').on(table.tail),
  ],
);

/** The merchant's `Taste`, each as it was chosen: the newest holds, and where there is none `defaultTaste`. */
export const tastes = sqliteTable('tastes', {
  /** In the order of choosing. */
  id: integer('id').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Who chose it, and when: ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});
