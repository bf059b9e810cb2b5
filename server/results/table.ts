import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Projection of the log: who was drawn into which arm of a campaign, and when that was first. */
export const campaignDraws = sqliteTable(
  'campaign_draws',
  {
    campaign: text('campaign').notNull(),
    visitor: text('visitor').notNull(),
    /** A variant; see `goesWithout` and `heldOut` for those who see none. */
    arm: text('arm').notNull(),
    version: integer('version').notNull(),
    propensity: real('propensity').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaign, table.visitor, table.arm] }),
    index('campaign_draws_at').on(table.at),
  ],
);

/** Projection of the log: what was done with a variant, by the day of the shop's zone. */
export const campaignDays = sqliteTable(
  'campaign_days',
  {
    campaign: text('campaign').notNull(),
    day: text('day').notNull(),
    arm: text('arm').notNull(),
    views: integer('views').notNull(),
    clicks: integer('clicks').notNull(),
    dismissals: integer('dismissals').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.day, table.arm] })],
);
