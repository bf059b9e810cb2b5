import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The merchant's segments. */
export const segments = sqliteTable('segments', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** A `Rule` as JSON. */
  rule: text('rule').notNull(),
  /** ms since 1970. */
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
  /** The `changedAt` of the rule whose members `segment_members` has; null until they are counted. */
  membersOf: integer('members_of'),
});

/**
 * Who was in each segment when it was looked at last: not who is in it, which is asked of the rule, but what has been said of
 * entering and leaving. No projection: a rebuild leaves it, or it would say everything again.
 */
export const segmentMembers = sqliteTable(
  'segment_members',
  {
    segment: text('segment').notNull(),
    /** As in `audience`, beside which it is read. */
    bucket: integer('bucket').notNull(),
    person: text('person').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.segment, table.bucket, table.person] }),
    index('segment_members_person').on(table.person),
  ],
);

/** Size and value of each segment at the end of a day. */
export const segmentDays = sqliteTable(
  'segment_days',
  {
    segment: text('segment').notNull(),
    /** `2026-11-27`, in the shop's time zone. */
    day: text('day').notNull(),
    members: integer('members').notNull(),
    everyone: integer('everyone').notNull(),
    orders: integer('orders').notNull(),
    /** Minor units of the shop's currency. */
    net: integer('net').notNull(),
  },
  (table) => [primaryKey({ columns: [table.segment, table.day] })],
);

/**
 * Projection of profiles and orders: the `Facts` of every person, one column each, for counting. `bucket` is a hash of
 * the person, and comes first in the key: the first buckets are a sample of all people that lies together in the file.
 */
export const audience = sqliteTable(
  'audience',
  {
    bucket: integer('bucket').notNull(),
    person: text('person').notNull(),
    /** One of the person's visitors, for a link to their page. */
    visitor: text('visitor').notNull(),
    country: text('country'),
    region: text('region'),
    language: text('language'),
    device: text('device'),
    browser: text('browser'),
    system: text('system'),
    firstSource: text('first_source'),
    firstMedium: text('first_medium'),
    firstCampaign: text('first_campaign'),
    firstChannel: text('first_channel'),
    source: text('source'),
    medium: text('medium'),
    campaign: text('campaign'),
    channel: text('channel'),
    knownCustomer: integer('known_customer').notNull(),
    allowsStatistics: integer('allows_statistics').notNull(),
    allowsPersonalisation: integer('allows_personalisation').notNull(),
    allowsMarketing: integer('allows_marketing').notNull(),
    pageViews: integer('page_views').notNull(),
    orders: integer('orders').notNull(),
    gross: integer('gross').notNull(),
    net: integer('net').notNull(),
    averageOrder: integer('average_order'),
    cartPieces: integer('cart_pieces').notNull(),
    cartValue: integer('cart_value').notNull(),
    firstSeen: integer('first_seen').notNull(),
    lastSeen: integer('last_seen').notNull(),
    lastOrder: integer('last_order'),
    cartAt: integer('cart_at'),
    /** JSON arrays of texts. */
    likes: text('likes').notNull(),
    viewed: text('viewed').notNull(),
    bought: text('bought').notNull(),
    lists: text('lists').notNull().default('[]'),
    likedBrands: text('liked_brands').notNull().default('[]'),
    priceBand: integer('price_band'),
    customerGroup: text('customer_group').notNull().default('prospects'),
    alive: integer('alive'),
    expectedOrders: real('expected_orders'),
    expectedValue: integer('expected_value'),
    nextOrderIn: integer('next_order_in'),
    company: text('company'),
    companyDomain: text('company_domain'),
    companyIndustry: text('company_industry'),
    companySize: text('company_size'),
    /** Others have told something of them. */
    told: integer('told').notNull().default(0),
    /** When something of that grows old, and the row with it; ms since 1970. */
    staleFrom: integer('stale_from'),
  },
  (table) => [
    primaryKey({ columns: [table.bucket, table.person] }),
    index('audience_told').on(table.person).where(sql`${table.told} = 1`),
    index('audience_stale').on(table.staleFrom, table.person).where(sql`${table.staleFrom} is not null`),
  ],
);

/** How often a person did something on a day; `day` -1 for ever. */
export const audienceActs = sqliteTable(
  'audience_acts',
  {
    bucket: integer('bucket').notNull(),
    person: text('person').notNull(),
    /** `<event>` or `<event> <category>`. */
    act: text('act').notNull(),
    /** UTC days since 1970. */
    day: integer('day').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bucket, table.person, table.act, table.day] })],
);

/** What a person did last, in its order: see `newestSteps`. */
export const audienceSteps = sqliteTable(
  'audience_steps',
  {
    bucket: integer('bucket').notNull(),
    person: text('person').notNull(),
    act: text('act').notNull(),
    /** ms since 1970. */
    at: integer('at').notNull(),
    /** Empty for none. */
    category: text('category').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bucket, table.person, table.act, table.at, table.category] })],
);

/** What was said of a person, see `toldOf`; several answers to one question have a row each. */
export const audienceTraits = sqliteTable(
  'audience_traits',
  {
    bucket: integer('bucket').notNull(),
    person: text('person').notNull(),
    trait: text('trait').notNull(),
    value: text('value').notNull(),
    /** What the text is as a number. */
    number: real('number'),
    /** Whose word it is: `visitor`, `server`, or a source of the merchant's. */
    source: text('source').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.bucket, table.person, table.trait, table.value] })],
);

/**
 * What rows of the audience are made by beside the log: `outlook`, the models of a day, which are no projection since models are
 * fitted on a day; `taste`, the number of the merchant's choice.
 */
export const audienceBasis = sqliteTable('audience_basis', {
  name: text('name').primaryKey(),
  /** JSON. */
  body: text('body').notNull(),
  /** Rows of the buckets before this one are made by it. */
  made: integer('made').notNull(),
});

/** As whose visitor each one was counted last: when identities part or join, those rows are the ones to make anew. */
export const audienceVisitors = sqliteTable(
  'audience_visitors',
  { visitor: text('visitor').primaryKey(), person: text('person').notNull() },
  (table) => [index('audience_visitors_person').on(table.person)],
);

/** The merchant's lists of people, by the keys that the shop knows them by; not all of these need to have turned up. */
export const listMembers = sqliteTable(
  'list_members',
  {
    /** As in `identities`. */
    key: text('key').notNull(),
    /** Its name in small letters. */
    list: text('list').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.list] }), index('list_members_list').on(table.list)],
);
