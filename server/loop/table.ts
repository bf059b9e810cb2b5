import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: in which processes of the loop a visitor took part on a day. */
export const loopMarks = sqliteTable(
  'loop_marks',
  {
    /** `2026-11-27`, in the shop's time zone. */
    day: text('day').notNull(),
    visitor: text('visitor').notNull(),
    /** A `Mark`. */
    mark: text('mark').notNull(),
    /** A segment, `campaign:<id>` or `slot:<slot>`, a question, a source; empty where there is nothing to say. */
    of: text('of').notNull(),
    /** ms since 1970. */
    first: integer('first').notNull(),
    last: integer('last').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.visitor, table.mark, table.of] })],
);

/** What staff has to do for a process. */
export const loopTasks = sqliteTable('loop_tasks', {
  id: text('id').primaryKey(),
  /** Grows with each change. */
  version: integer('version').notNull(),
  /** A `TaskBody` as JSON. */
  body: text('body').notNull(),
  /** Who changed it last, by e-mail address; and when, ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});
