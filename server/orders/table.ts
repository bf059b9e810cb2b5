import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: one row an order, with the columns that sums are made of. Amounts in minor units of `currency`. */
export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    /** Whose it is; null for someone without a profile. */
    visitor: text('visitor'),
    /** ms since 1970: when it was placed. */
    at: integer('at').notNull(),
    /** Null for what only a refund is known of: some shops number their returns as orders. */
    status: text('status'),
    currency: text('currency'),
    /** Null as long as only a status or a refund of it has been reported. */
    gross: integer('gross'),
    refunded: integer('refunded').notNull(),
    /** An encoded `Order`. */
    body: text('body').notNull(),
  },
  (table) => [
    index('orders_visitor').on(table.visitor, table.at),
    index('orders_at').on(table.at),
    // Whoever looks an order up does not mind its capitals.
    index('orders_number').on(sql`lower(${table.id})`),
  ],
);

/** The merchant's exchange rates. */
export const rates = sqliteTable(
  'rates',
  {
    /** ISO 4217. */
    currency: text('currency').notNull(),
    /** `2026-11-21`, in the shop's time zone. */
    day: text('day').notNull(),
    /** What one unit of `currency` was worth in the shop's own. */
    rate: real('rate').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.day] })],
);
