import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The only truth: every accepted event, once, in the order of its commit. Rows are never rewritten, but to erase a person. */
export const log = sqliteTable(
  'log',
  {
    /** Place in the log; projections say how far they have read. */
    seq: integer('seq').primaryKey(),
    id: text('id').notNull().unique(),
    visitor: text('visitor').notNull(),
    /** ms since 1970, by the collector's clock. */
    at: integer('at').notNull(),
    name: text('name').notNull(),
    /** The rest of a `LogEvent` as JSON. */
    body: text('body').notNull(),
  },
  (table) => [
    index('log_visitor').on(table.visitor, table.at),
    index('log_orders').on(table.at).where(sql`${table.name} in ('purchase', 'refund')`),
    index('log_answers').on(table.at).where(sql`${table.name} = 'answer'`),
    index('log_order_forms').on(table.at).where(sql`${table.name} = 'order_form'`),
    index('log_erased').on(table.at).where(sql`${table.name} = 'erased'`),
  ],
);

/** How far each projection of the log has come. */
export const projections = sqliteTable('projections', {
  name: text('name').primaryKey(),
  /** Everything up to and with this `seq` is in it. */
  through: integer('through').notNull(),
});
