import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Projection of the log, as everything here: what shelves showed and what became of it. Days are of the shop's time zone
 * (`2026-11-27`), times ms since 1970. Whose a visitor is, and what orders are worth, is asked as the report is made: it changes.
 */
export const shelfDays = sqliteTable(
  'shelf_days',
  {
    day: text('day').notNull(),
    slot: text('slot').notNull(),
    recipe: text('recipe').notNull(),
    version: integer('version').notNull(),
    /** As in a receipt. */
    arm: text('arm').notNull(),
    decisions: integer('decisions').notNull(),
    /** Decisions with something on the shelf. */
    filled: integer('filled').notNull(),
    views: integer('views').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.slot, table.recipe, table.version, table.arm] })],
);

/** How often a product stood on a shelf. */
export const shelfProducts = sqliteTable(
  'shelf_products',
  {
    day: text('day').notNull(),
    slot: text('slot').notNull(),
    recipe: text('recipe').notNull(),
    product: text('product').notNull(),
    shown: integer('shown').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.slot, table.recipe, table.product] })],
);

/** How often a product was looked at, wherever one came from. */
export const productLooks = sqliteTable(
  'product_looks',
  {
    day: text('day').notNull(),
    product: text('product').notNull(),
    looks: integer('looks').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.product] })],
);

/** A card of a shelf that was opened. */
export const shelfClicks = sqliteTable(
  'shelf_clicks',
  {
    /** The event's. */
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    day: text('day').notNull(),
    visitor: text('visitor').notNull(),
    product: text('product').notNull(),
    decision: text('decision').notNull(),
    slot: text('slot').notNull(),
    recipe: text('recipe').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [index('shelf_clicks_day').on(table.day)],
);

/** A product that was put into a cart. */
export const cartAdds = sqliteTable(
  'cart_adds',
  {
    /** The event's. */
    id: text('id').notNull(),
    product: text('product').notNull(),
    at: integer('at').notNull(),
    day: text('day').notNull(),
    visitor: text('visitor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.product] }), index('cart_adds_day').on(table.day)],
);

/** Who was drawn to be with or without a shelf, where that is compared; once a day. */
export const shelfDraws = sqliteTable(
  'shelf_draws',
  {
    slot: text('slot').notNull(),
    day: text('day').notNull(),
    visitor: text('visitor').notNull(),
    recipe: text('recipe').notNull(),
    /** Of how many visitors the shelf was kept away, in whole percent. */
    share: integer('share').notNull(),
    /** What those without it see in its place. */
    instead: text('instead', { enum: ['own', 'popular'] })
      .notNull()
      .default('own'),
    arm: text('arm').notNull(),
    /** When first on that day. */
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.slot, table.day, table.visitor, table.recipe, table.share, table.instead, table.arm],
    }),
  ],
);

/** Views and clicks whose decision is not in the log yet. */
export const shelfWaiting = sqliteTable(
  'shelf_waiting',
  {
    event: text('event').primaryKey(),
    /** The id of the event that they wait for. */
    decision: text('decision').notNull(),
  },
  (table) => [index('shelf_waiting_decision').on(table.decision)],
);
