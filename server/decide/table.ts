import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's `Comparison`: one row, or none as long as nobody has chosen. */
export const comparison = sqliteTable('comparison', {
  id: integer('id').primaryKey(),
  share: integer('share').notNull(),
  instead: text('instead', { enum: ['own', 'popular'] }).notNull(),
});

/** Which recipe the merchant has chosen for a slot; what is not here is as a new shop has it. */
export const slotRecipes = sqliteTable('slot_recipes', {
  slot: text('slot').primaryKey(),
  recipe: text('recipe').notNull(),
});
