import type { Turnover } from '../orders/read-orders.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { decode } from '../profiles/encode.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { known } from '../profiles/known.ts';
import { merge, type Profile } from '../profiles/profile.ts';
import type { Statement, Store } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import { actsOf, type Facts, factsOf } from './facts.ts';
import { buckets } from './sample.ts';

/** What the projection is made of. `save`: writes profiles and orders that are only in memory. */
export interface AudienceSources {
  store: Store;
  people: { keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> };
  currency: string;
  save(): Promise<void>;
  /** Keeps the work apart from what must be alone with the data, as erasing is. */
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** The people of the shop as rows, but for those who refused to be counted. `refresh` brings them up to the end of the log. */
export interface Audience {
  refresh(): Promise<void>;
  /** Ends a refresh that is under way after its step. */
  stop(): Promise<void>;
}

/** Visitors of one step: it is one transaction, and other work gets its turn between two of them. */
const step = 100;
/** Rows of the log that are looked at together: whoever is in them many times is worked out once. */
const stretch = 20_000;

export function createAudience({ store, people, currency, save, together }: AudienceSources): Audience {
  let refreshing: Promise<void> | null = null;
  let stopped = false;

  async function catchUp(): Promise<void> {
    await save();
    // What profiles have in the file is all that rows can be made of.
    const newest = await throughOf('profiles', store);
    let through = await throughOf('audience', store);
    while (through < newest && !stopped) {
      const upTo = Math.min(newest, through + stretch);
      const rows = await store.all('SELECT DISTINCT visitor FROM log WHERE seq > ? AND seq <= ?', [through, upTo]);
      const touched = rows.map(([visitor]) => String(visitor));
      for (let first = 0; first < touched.length && !stopped; first += step) {
        const visitors = touched.slice(first, first + step);
        await together(async () => store.write(await changesOf(visitors)));
      }
      // Only now: rows that were made twice are the same, and rows that were not made must be made after a crash.
      if (stopped) return;
      await together(() => store.write([{ sql: setThrough, params: [upTo] }]));
      through = upTo;
    }
  }

  /** The rows of everyone whom these visitors are, or were counted as, made anew; of those who refused nothing is left. */
  async function changesOf(touched: readonly string[]): Promise<Statement[]> {
    const asked = JSON.stringify(touched);
    const before = await store.all(groupedWith, [asked]);
    const visitors = [...new Set([...touched, ...before.map(([visitor]) => String(visitor))])];
    const rows = await store.all(joinedWith, [JSON.stringify(visitors)]);
    const personBy = new Map(rows.map(([person, visitor]) => [String(visitor), String(person)]));
    const keys = await people.keysOf([...personBy.keys()]);
    const usable = rows.flatMap(([person, of, body]) => {
      const visitor = String(of);
      const profile = known(decode(String(body)), keys.get(visitor) ?? []);
      return isUsable(profile) ? [{ person: String(person), visitor, profile }] : [];
    });
    const bought = await turnovers(
      usable.map(({ visitor }) => visitor),
      (visitor) => personBy.get(visitor) ?? visitor,
      store,
    );
    const made = new Map<string, Counted>();
    for (const own of usable) {
      const others = made.get(own.person);
      if (others) others.profile = merge(others.profile, own.profile);
      else made.set(own.person, { ...own, turnover: bought.get(own.person) ?? noTurnover });
    }
    return [
      ...removed([...new Set([...before.map(([, person]) => String(person)), ...personBy.values()])]),
      ...rowsOf([...made.values()], currency),
      { sql: setVisitors, params: [JSON.stringify([...personBy])] },
    ];
  }

  return {
    refresh: () => {
      refreshing ??= catchUp().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
    stop: async () => {
      stopped = true;
      // Whoever asked for it hears of its failure.
      await refreshing?.catch(() => {});
    },
  };
}

export interface Counted {
  person: string;
  visitor: string;
  profile: Profile;
  turnover: Turnover;
}

/** The statements that put these people into the audience, where they are not. */
export function rowsOf(people: readonly Counted[], currency: string): Statement[] {
  const rows = people.map(({ person, visitor, profile, turnover }) => [
    bucketOf(person),
    person,
    visitor,
    ...columnsOf(factsOf(profile, turnover, currency)),
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

/** 0 to `buckets` - 1, the same for a name everywhere (FNV-1a, 32 bits). */
function bucketOf(person: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < person.length; place++)
    hash = Math.imul(hash ^ person.charCodeAt(place), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) % buckets;
}

function removed(persons: readonly string[]): Statement[] {
  const params = [JSON.stringify(persons.map((person) => [bucketOf(person), person]))];
  const theirs = '(bucket, person) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))';
  return [
    { sql: `DELETE FROM audience WHERE ${theirs}`, params },
    { sql: `DELETE FROM audience_acts WHERE ${theirs}`, params },
  ];
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
  ...(['firstSeen', 'lastSeen', 'lastOrder', 'cartAt', 'likes', 'viewed', 'bought'] as const),
] satisfies (keyof Facts)[];

async function throughOf(projection: 'profiles' | 'audience', store: Pick<Store, 'all'>): Promise<number> {
  const [row] = await store.all('SELECT through FROM projections WHERE name = ?', [projection]);
  return Number(row?.[0] ?? 0);
}

const setThrough =
  "INSERT INTO projections (name, through) VALUES ('audience', ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through";

/** Who was counted together with these visitors. */
const groupedWith =
  'SELECT visitor, person FROM audience_visitors WHERE person IN ' +
  '(SELECT person FROM audience_visitors WHERE visitor IN (SELECT value FROM json_each(?)))';

/** Everyone whom profiles join with these visitors now. */
const joinedWith =
  'SELECT person, visitor, body FROM profiles WHERE person IN ' +
  '(SELECT person FROM profiles WHERE visitor IN (SELECT value FROM json_each(?))) ORDER BY person, visitor';

const setVisitors =
  'INSERT INTO audience_visitors (visitor, person) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (visitor) DO UPDATE SET person = excluded.person';

const insertPeople =
  `INSERT INTO audience (bucket, person, visitor, ${factNames.map(columnOf).join(', ')}) ` +
  `SELECT ${Array.from({ length: 3 + factNames.length }, (_, place) => `value ->> ${place}`).join(', ')} FROM json_each(?)`;

const insertActs =
  'INSERT INTO audience_acts (bucket, person, act, day, count) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)';
