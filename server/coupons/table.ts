import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Codes of the merchant's that are given to one person each. */
export const couponCodes = sqliteTable(
  'coupon_codes',
  {
    /** As the shop's till knows it. In one list only, so that it is never given twice. */
    code: text('code').primaryKey(),
    list: text('list').notNull(),
    /** The device that took it, which stands for a person; empty for one who was erased; null as long as nobody has it. */
    visitor: text('visitor'),
    /** When it was taken; ms since 1970. */
    at: integer('at'),
  },
  (table) => [
    index('coupon_free').on(table.list, table.code).where(sql`${table.visitor} is null`),
    index('coupon_taken').on(table.visitor, table.list).where(sql`${table.visitor} is not null`),
  ],
);
