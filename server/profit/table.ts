import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's indirect costs: what each rule says, from which day on. Nothing is rewritten but a day's own words. */
export const costRules = sqliteTable(
  'cost_rules',
  {
    rule: text('rule').notNull(),
    /** `2026-11-21`, in the shop's time zone. */
    since: text('since').notNull(),
    name: text('name').notNull(),
    /** A `CostBase`. */
    per: text('per').notNull(),
    /** A `Channel`; null for all. */
    channel: text('channel'),
    /** Minor units of the shop's currency for one, or hundredths of a percent; null where the rule ends. */
    amount: integer('amount'),
    /** Who said so, and when: ms since 1970. */
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.since] })],
);
