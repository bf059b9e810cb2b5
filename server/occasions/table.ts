import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's `Occasions`, each as they were chosen: the newest hold, and where there are none `usualOccasions`. */
export const occasionChoices = sqliteTable('occasion_choices', {
  id: integer('id').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Who chose them, and when: ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});
