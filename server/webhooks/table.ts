import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What a shop system signs its messages with. It is needed as it is to check a signature, so it cannot be kept as a hash. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    shop: text('shop').notNull(),
    platform: text('platform', { enum: ['shopify', 'woocommerce', 'profiles'] }).notNull(),
    secret: text('secret').notNull(),
    /** ms since 1970: the last message whose signature was right. */
    lastAt: integer('last_at'),
  },
  (table) => [primaryKey({ columns: [table.shop, table.platform] })],
);
