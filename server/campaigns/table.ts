import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every version of a campaign that the merchant has kept; the newest one holds. */
export const campaignVersions = sqliteTable(
  'campaign_versions',
  {
    campaign: text('campaign').notNull(),
    version: integer('version').notNull(),
    /** A `Campaign` as JSON. */
    body: text('body').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
    /** Who of the staff, by e-mail address. */
    by: text('by').notNull(),
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.version] })],
);

/** By which shares a campaign's variants are drawn, where it learns them; the newest of its newest version holds. */
export const campaignShares = sqliteTable(
  'campaign_shares',
  {
    campaign: text('campaign').notNull(),
    version: integer('version').notNull(),
    /** ms since 1970: from when on. */
    at: integer('at').notNull(),
    /** JSON: of each variant in its order, sum 1. */
    shares: text('shares').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.version, table.at] })],
);

/** `Common`, each as it was chosen: the newest holds, and where there is none `usualCommon`. */
export const campaignCommons = sqliteTable('campaign_commons', {
  id: integer('id').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Who chose it, and when: ms since 1970. */
  by: text('by').notNull(),
  at: integer('at').notNull(),
});

/** How often a campaign was sent to a page, and how often what kept it away. Not a projection: see `KeptCounts`. */
export const campaignFates = sqliteTable(
  'campaign_fates',
  {
    /** `2026-12-24`, of the shop. */
    day: text('day').notNull(),
    campaign: text('campaign').notNull(),
    /** A `Fate`. */
    fate: text('fate').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.campaign, table.fate] })],
);
