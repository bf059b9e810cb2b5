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

/** Which recipe a slot has been given, by whom and when: the newest of a slot is in `slot_recipes`. */
export const slotChanges = sqliteTable('slot_changes', {
  /** In the order of choosing. */
  id: integer('id').primaryKey(),
  slot: text('slot').notNull(),
  recipe: text('recipe').notNull(),
  /** What it had shown. */
  before: text('before').notNull(),
  by: text('by').notNull(),
  /** ms since 1970. */
  at: integer('at').notNull(),
});
