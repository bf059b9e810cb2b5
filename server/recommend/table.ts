import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The fitted model, packed: made from the log, and kept so that opening a shop fits nothing. */
export const modelParts = sqliteTable(
  'model_parts',
  {
    /** Grows with every keeping; one that has not all its parts was cut off. */
    keeping: integer('keeping').notNull(),
    part: integer('part').notNull(),
    parts: integer('parts').notNull(),
    /** Base64. */
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.keeping, table.part] })],
);

/** Every version of a recipe that the merchant has kept; the newest one holds. What is not here is as a new shop has it. */
export const recipeVersions = sqliteTable(
  'recipe_versions',
  {
    recipe: text('recipe').notNull(),
    version: integer('version').notNull(),
    /** A `Recipe` as JSON; null where the recipe was given up. */
    body: text('body'),
    /** ms since 1970. */
    at: integer('at').notNull(),
    /** Who of the staff, by e-mail address. */
    by: text('by').notNull(),
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recipe, table.version] })],
);

/** The merchant's `Ranking`, each as it was chosen: the newest holds, and where there is none `usualRanking`. */
export const rankings = sqliteTable('rankings', {
  /** Its version. */
  id: integer('id').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Who chose it, and when: ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});
