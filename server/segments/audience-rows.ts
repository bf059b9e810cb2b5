import { readSteps } from '../profiles/steps.ts';
import type { Statement } from '../store/store.ts';
import type { Basis } from './basis.ts';
import { columnOf } from './column-of.ts';
import type { Counted } from './counted.ts';
import { actsOf, type Facts, factsOf } from './facts.ts';
import { bucketOf } from './sample.ts';
import { numberIn, toldOf } from './told.ts';

/** The statements that put these people into the audience, where they are not. */
export function rowsOf(people: readonly Counted[], basis: Basis): Statement[] {
  const rows = people.map((one) => [
    ...[bucketOf(one.person), one.person, one.visitor, Number(one.isTold), one.staleFrom],
    ...columnsOf(factsOf(one, basis)),
  ]);
  const acts = people.flatMap(({ person, profile }) => {
    const bucket = bucketOf(person);
    const ever = [...profile.totals].map(([name, count]) => [bucket, person, name, -1, count]);
    const daily = [...actsOf(profile)].flatMap(([act, days]) =>
      days.map(([day, count]) => [bucket, person, act, day, count]),
    );
    return [...ever, ...daily];
  });
  const traits = people.flatMap(({ person, profile }) =>
    [...toldOf(profile)].flatMap(([trait, { texts, source }]) =>
      texts.map((text) => [bucketOf(person), person, trait, text, numberIn(text), source]),
    ),
  );
  const steps = people.flatMap(({ person, profile }) =>
    readSteps(profile.steps).map(({ name, at, category }) => [bucketOf(person), person, name, at, category]),
  );
  return [
    { sql: insertPeople, params: [JSON.stringify(rows)] },
    { sql: insertActs, params: [JSON.stringify(acts)] },
    { sql: insertTraits, params: [JSON.stringify(traits)] },
    { sql: insertSteps, params: [JSON.stringify(steps)] },
  ];
}

/** The statements that take these people out of it. */
export function rowsGone(persons: readonly string[]): Statement[] {
  const params = [JSON.stringify(persons.map((person) => [bucketOf(person), person]))];
  return ['audience', 'audience_acts', 'audience_steps', 'audience_traits'].map((table) => ({
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
  ...([
    'likedBrands',
    'priceBand',
    'customerGroup',
    'alive',
    'expectedOrders',
    'expectedValue',
    'nextOrderIn',
  ] as const),
  ...(['company', 'companyDomain', 'companyIndustry', 'companySize'] as const),
] satisfies (keyof Facts)[];

const insertPeople =
  `INSERT INTO audience (bucket, person, visitor, told, stale_from, ${factNames.map(columnOf).join(', ')}) ` +
  `SELECT ${Array.from({ length: 5 + factNames.length }, (_, place) => `value ->> ${place}`).join(', ')} FROM json_each(?)`;

const insertActs =
  'INSERT INTO audience_acts (bucket, person, act, day, count) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)';

const insertSteps =
  'INSERT INTO audience_steps (bucket, person, act, at, category) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)';

const insertTraits =
  'INSERT INTO audience_traits (bucket, person, trait, value, number, source) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)';
