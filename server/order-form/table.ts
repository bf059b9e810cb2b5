import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** `OrderForm`, each as it was chosen: the newest holds, and where there is none `usualOrderForm`. */
export const orderForms = sqliteTable('order_forms', {
  id: integer('id').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Who chose it, and when: ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});
