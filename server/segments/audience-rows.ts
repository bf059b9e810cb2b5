import type { Statement } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import type { Counted } from './counted.ts';
import { actsOf, type Facts, factsOf } from './facts.ts';
import { bucketOf } from './sample.ts';

/** The statements that put these people into the audience, where they are not. */
export function rowsOf(people: readonly Counted[], currency: string): Statement[] {
  const rows = people.map(({ person, visitor, profile, turnover, lists }) => [
    bucketOf(person),
    person,
    visitor,
    ...columnsOf(factsOf(profile, turnover, currency, lists)),
  ]);
  const acts = people.flatMap(({ person, profile }) => {
    const bucket = bucketOf(person);
    const ever = [...profile.totals].map(([name, count]) => [bucket, person, name, -1, count]);
    const daily = [...actsOf(profile)].flatMap(([act, days]) =>
      days.map(([day, count]) => [bucket, person, act, day, count]),
    );
    return [...ever, ...daily];
  });
  return [
    { sql: insertPeople, params: [JSON.stringify(rows)] },
    { sql: insertActs, params: [JSON.stringify(acts)] },
  ];
}

/** The statements that take these people out of it. */
export function rowsGone(persons: readonly string[]): Statement[] {
  const params = [JSON.stringify(persons.map((person) => [bucketOf(person), person]))];
  return ['audience', 'audience_acts'].map((table) => ({
    sql: `DELETE FROM ${table} WHERE (bucket, person) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    params,
  }));
}

/** In the order of `factNames`. */
function columnsOf(facts: Facts): (string | number | null)[] {
  return factNames.map((name) => {
    const value = facts[name];
    return Array.isArray(value) ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value;
  });
}

const factNames = [
  ...(['country', 'region', 'language', 'device', 'browser', 'system'] as const),
  ...(['firstSource', 'firstMedium', 'firstCampaign', 'firstChannel'] as const),
  ...(['source', 'medium', 'campaign', 'channel'] as const),
  ...(['knownCustomer', 'allowsStatistics', 'allowsPersonalisation', 'allowsMarketing'] as const),
  ...(['pageViews', 'orders', 'gross', 'net', 'averageOrder', 'cartPieces', 'cartValue'] as const),
  ...(['firstSeen', 'lastSeen', 'lastOrder', 'cartAt', 'likes', 'viewed', 'bought', 'lists'] as const),
] satisfies (keyof Facts)[];

const insertPeople =
  `INSERT INTO audience (bucket, person, visitor, ${factNames.map(columnOf).join(', ')}) ` +
  `SELECT ${Array.from({ length: 3 + factNames.length }, (_, place) => `value ->> ${place}`).join(', ')} FROM json_each(?)`;

const insertActs =
  'INSERT INTO audience_acts (bucket, person, act, day, count) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)';
