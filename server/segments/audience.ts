import { asideNames } from '../log/log-event.ts';
import type { Turnover } from '../orders/read-orders.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { decode } from '../profiles/encode.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { known } from '../profiles/known.ts';
import { merge, type Profile } from '../profiles/profile.ts';
import { personWords } from '../search/person-words.ts';
import type { Statement, Store } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import { actsOf, type Facts, factsOf, subjectOf } from './facts.ts';
import { moveEvents, movesOf } from './membership.ts';
import { bucketOf } from './sample.ts';
import { allSegments, bookOf, type Segment } from './segments.ts';
import { sweepSegment } from './sweep.ts';

/** What the projection is made of. `save`: writes profiles and orders that are only in memory. */
export interface AudienceSources {
  store: Store;
  people: { keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> };
  currency: string;
  timeZone: string;
  /** ms since 1970. */
  now(): number;
  save(): Promise<void>;
  /** Keeps the work apart from what must be alone with the data, as erasing is. */
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** The people of the shop as rows, but for those who refused to be counted. `refresh` brings them up to the end of the log. */
export interface Audience {
  refresh(): Promise<void>;
  /** Makes the rows of these visitors' people anew. */
  renew(visitors: readonly string[]): Promise<void>;
  /** Looks at everyone for every segment: who has come into it or gone out of it by the mere passing of time. */
  sweep(): Promise<void>;
  /** The same for segments whose members were not counted yet. */
  sweepNew(): Promise<void>;
  /** Ends what is under way after its step. */
  stop(): Promise<void>;
}

/** Visitors of one step: it is one transaction, and other work gets its turn between two of them. */
const step = 100;
/** Rows of the log that are looked at together: whoever is in them many times is worked out once. */
const stretch = 20_000;

export function createAudience({ store, people, currency, timeZone, now, save, together }: AudienceSources): Audience {
  let refreshing: Promise<void> | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  /** One step after the other: what one has read must not be changed by another before it is written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(() => together(work));
    last = done.catch(() => {});
    return done;
  }

  async function catchUp(): Promise<void> {
    await save();
    // What profiles have in the file is all that rows can be made of.
    const newest = await throughOf('profiles', store);
    let through = await throughOf('audience', store);
    while (through < newest && !stopped) {
      const upTo = Math.min(newest, through + stretch);
      const rows = await store.all(touchedBy, [JSON.stringify([...asideNames]), through, upTo]);
      const touched = rows.map(([visitor]) => String(visitor));
      for (let first = 0; first < touched.length && !stopped; first += step) {
        const visitors = touched.slice(first, first + step);
        await inTurn(async () => store.write(await changesOf(visitors)));
      }
      // Only now: rows that were made twice are the same, and rows that were not made must be made after a crash.
      if (stopped) return;
      await inTurn(() => store.write([{ sql: setThrough, params: [upTo] }]));
      through = upTo;
    }
  }

  async function sweepNow(asks: (segment: Segment) => boolean): Promise<void> {
    await refresh();
    for (const { id } of await allSegments(store)) {
      // As it is now: another one may have taken long.
      const all = await allSegments(store);
      const segment = all.find((one) => one.id === id);
      if (stopped) return;
      const isStopped = () => stopped;
      if (segment && asks(segment))
        await sweepSegment(segment, { store, book: bookOf(all), now, inTurn, isStopped, timeZone });
    }
  }

  function sweep(asks: (segment: Segment) => boolean): Promise<void> {
    sweeping = sweeping.catch(() => {}).then(() => sweepNow(asks));
    return sweeping;
  }

  function refresh(): Promise<void> {
    refreshing ??= catchUp().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** The rows of everyone whom these visitors are, or were counted as, made anew; of those who refused nothing is left. */
  async function changesOf(touched: readonly string[]): Promise<Statement[]> {
    const asked = JSON.stringify(touched);
    const before = await store.all(groupedWith, [asked]);
    const visitors = [...new Set([...touched, ...before.map(([visitor]) => String(visitor))])];
    const rows = await store.all(joinedWith, [JSON.stringify(visitors)]);
    const personBy = new Map(rows.map(([person, visitor]) => [String(visitor), String(person)]));
    const keys = await people.keysOf([...personBy.keys()]);
    const all = rows.map(([person, of, body]) => {
      const visitor = String(of);
      return { person: String(person), visitor, profile: known(decode(String(body)), keys.get(visitor) ?? []) };
    });
    const usable = all.filter(({ profile }) => isUsable(profile));
    const bought = await turnovers(
      usable.map(({ visitor }) => visitor),
      (visitor) => personBy.get(visitor) ?? visitor,
      store,
    );
    const made = new Map<string, Counted>();
    for (const own of usable) {
      const joined = keys.get(own.visitor) ?? [];
      const others = made.get(own.person);
      if (others) {
        others.profile = merge(others.profile, own.profile);
        others.keys.push(...joined);
      } else
        made.set(own.person, { ...own, keys: [...joined], lists: [], turnover: bought.get(own.person) ?? noTurnover });
    }
    await putIntoLists([...made.values()], store);
    const personBefore = new Map(before.map(([visitor, person]) => [String(visitor), String(person)]));
    const affected = [...new Set([...personBefore.values(), ...personBy.values()])];
    const { moves, statements } = await movesAmong([...made.values()], personBy, personBefore);
    return [
      ...removed(affected),
      ...rowsOf([...made.values()], currency),
      // Staff find whoever writes or calls, also those who refused to be counted.
      wordsOf(all.map((one) => ({ ...one, keys: keys.get(one.visitor) ?? [] }))),
      { sql: setVisitors, params: [JSON.stringify([...personBy])] },
      ...statements,
      ...membersOfOthers(affected.filter((person) => !made.has(person))),
      ...moveEvents(moves, now()),
    ];
  }

  async function movesAmong(
    made: readonly Counted[],
    personBy: ReadonlyMap<string, string>,
    personBefore: ReadonlyMap<string, string>,
  ) {
    const all = await allSegments(store);
    const followed = all.filter(({ membersOf, changedAt }) => membersOf === changedAt);
    if (followed.length === 0) return { moves: [], statements: [] };
    const formerly = new Map<string, Set<string>>(made.map(({ person }) => [person, new Set([person])]));
    for (const [visitor, person] of personBy) {
      const other = personBefore.get(visitor);
      if (other !== undefined) formerly.get(person)?.add(other);
    }
    const names = [...new Set([...formerly.values()].flatMap((others) => [...others]))];
    const kept = new Map<string, Set<string>>(names.map((person) => [person, new Set()]));
    for (const [person, segment] of await store.all(membersAmong, [JSON.stringify(names)]))
      kept.get(String(person))?.add(String(segment));
    const seen = made.map(({ person, visitor, profile, turnover, lists }) => ({
      person,
      visitor,
      subject: subjectOf(profile, turnover, currency, lists),
      was: new Set([...(formerly.get(person) ?? [])].flatMap((other) => [...(kept.get(other) ?? [])])),
      kept: kept.get(person) ?? new Set<string>(),
    }));
    return movesOf(seen, followed, bookOf(all), now());
  }

  async function renew(visitors: readonly string[]): Promise<void> {
    await refresh();
    for (let from = 0; from < visitors.length; from += step)
      await inTurn(async () => {
        const changes = await changesOf(visitors.slice(from, from + step));
        if (changes.length > 0) await store.write(changes);
      });
  }

  return {
    refresh,
    renew,
    sweep: () => sweep(() => true),
    sweepNew: () => sweep(({ membersOf, changedAt }) => membersOf !== changedAt),
    stop: async () => {
      stopped = true;
      // Whoever asked for it hears of its failure.
      await refreshing?.catch(() => {});
      await sweeping.catch(() => {});
    },
  };
}

export interface Counted {
  person: string;
  visitor: string;
  profile: Profile;
  /** Verified keys; one may be there more than once. */
  keys: string[];
  /** The merchant's lists that they are in. */
  lists: readonly string[];
  turnover: Turnover;
}

async function putIntoLists(people: readonly Counted[], store: Pick<Store, 'all'>): Promise<void> {
  const keys = [...new Set(people.flatMap((one) => one.keys))];
  const rows = await store.all(listsOf, [JSON.stringify(keys)]);
  const lists = new Map<string, string[]>();
  for (const [key, list] of rows) lists.set(String(key), [...(lists.get(String(key)) ?? []), String(list)]);
  for (const one of people)
    if (rows.length > 0) one.lists = [...new Set(one.keys.flatMap((key) => lists.get(key) ?? []))].sort();
}

/** The statement that makes these people findable; several may be devices of one person. */
export function wordsOf(
  devices: readonly (Pick<Counted, 'person' | 'profile'> & { keys: readonly string[] })[],
): Statement {
  const seen = new Map<string, number>();
  for (const { person, profile } of devices) seen.set(person, Math.max(seen.get(person) ?? 0, profile.lastSeen));
  const words = devices.flatMap(({ person, profile, keys }) =>
    personWords(profile, keys).map((word) => [person, word, seen.get(person) ?? 0]),
  );
  return { sql: insertWords, params: [JSON.stringify(words)] };
}

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

function removed(persons: readonly string[]): Statement[] {
  const params = [JSON.stringify(persons.map((person) => [bucketOf(person), person]))];
  const theirs = '(bucket, person) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))';
  return [
    { sql: `DELETE FROM audience WHERE ${theirs}`, params },
    { sql: `DELETE FROM audience_acts WHERE ${theirs}`, params },
    {
      sql: 'DELETE FROM people_words WHERE person IN (SELECT value FROM json_each(?))',
      params: [JSON.stringify(persons)],
    },
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
  ...(['firstSeen', 'lastSeen', 'lastOrder', 'cartAt', 'likes', 'viewed', 'bought', 'lists'] as const),
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

const touchedBy =
  'SELECT DISTINCT visitor FROM log WHERE name NOT IN (SELECT value FROM json_each(?)) AND seq > ? AND seq <= ?';

const membersAmong = 'SELECT person, segment FROM segment_members WHERE person IN (SELECT value FROM json_each(?))';

function membersOfOthers(persons: readonly string[]): Statement[] {
  const sql = 'DELETE FROM segment_members WHERE person IN (SELECT value FROM json_each(?))';
  return persons.length === 0 ? [] : [{ sql, params: [JSON.stringify(persons)] }];
}

/** The merchant's lists in which these keys are. */
export const listsOf = 'SELECT key, list FROM list_members WHERE key IN (SELECT value FROM json_each(?)) ORDER BY list';

const insertWords =
  'INSERT INTO people_words (person, word, seen) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING';
