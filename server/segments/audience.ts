import type { CustomerBook } from '../customers/customer-book.ts';
import { asideNames } from '../log/log-event.ts';
import type { SourceRule } from '../profiles/believed.ts';
import type { TasteBook } from '../profiles/taste-book.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { type Basis, type Changing, openBasis } from './basis.ts';
import { changesOf } from './changes-of.ts';
import { buckets } from './sample.ts';
import { allSegments, bookOf, type Segment } from './segments.ts';
import { sweepSegment } from './sweep.ts';

/** What the projection is made of. `save`: writes profiles and orders that are only in memory. */
export interface AudienceSources {
  store: Store;
  people: { keysOf(visitors: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> };
  customers: CustomerBook;
  /** Whom the merchant believes of what others tell. */
  sources: { rules(): readonly SourceRule[] };
  /** What events weigh for a liking. */
  taste: Pick<TasteBook, 'current' | 'version'>;
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
  /** What rows are made by now. */
  readonly basis: Basis;
  refresh(): Promise<void>;
  /** Makes the rows of these visitors' people anew. */
  renew(visitors: readonly string[]): Promise<void>;
  /** The same for everyone of whom others tell something: whom the merchant believes has changed. */
  renewTold(): Promise<void>;
  /**
   * Looks at everyone for every segment: who has come into it or gone out of it by the mere passing of time. What is to be
   * expected of customers is said anew for the day before.
   */
  sweep(): Promise<void>;
  /** The same for segments whose members were not counted yet. */
  sweepNew(): Promise<void>;
  /** Makes the rows anew that were made by another taste. */
  retaste(): Promise<void>;
  /** Of everyone, how many rows are made by the shop's taste: 0 to 1. */
  readonly tasted: number;
  /** Ends what is under way after its step. */
  stop(): Promise<void>;
}

/** Visitors of one step: it is one transaction, and other work gets its turn between two of them. */
const step = 100;
/** Rows of the log that are looked at together: whoever is in them many times is worked out once. */
const stretch = 20_000;

export async function openAudience(sources: AudienceSources): Promise<Audience> {
  const { store, timeZone, now, save, together } = sources;
  const basis = await openBasis(sources);
  let refreshing: Promise<void> | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let tasting: Promise<void> = Promise.resolve();
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
        await inTurn(async () => store.write(await changesOf(visitors, sources, basis.current)));
      }
      // Only now: rows that were made twice are the same, and rows that were not made must be made after a crash.
      if (stopped) return;
      await inTurn(() => store.write([{ sql: setThrough, params: [upTo] }]));
      through = upTo;
    }
  }

  /** Makes the rows anew that another basis has made. */
  async function remake(of: Changing): Promise<void> {
    let by = basis.current;
    let last: SqlValue[] = [basis.made(of), ''];
    while (basis.made(of) < buckets && !stopped)
      await inTurn(async () => {
        if (by !== basis.current) {
          by = basis.current;
          last = [basis.made(of), ''];
        }
        const rows = await store.all(nextOf[of], last);
        const visitors = (await store.all(devicesOf, [personsIn(rows)])).map(([visitor]) => String(visitor));
        last = rows.at(-1) ?? [];
        const before = rows.length < step ? buckets : Number(last[0]);
        await basis.keepRows(await changesOf(visitors, sources, by), { of, by, before });
      });
  }

  /** One after the other: the next has nothing to do where the one before has done all. */
  function retaste(): Promise<void> {
    tasting = tasting.catch(() => {}).then(() => remake('taste'));
    return tasting;
  }

  async function sweepNow(asks: (segment: Segment) => boolean): Promise<void> {
    await refresh();
    await basis.foresee();
    await retaste();
    await remake('outlook');
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

  /** Rows of people of whom something has grown old since they were made. */
  async function renewStale(): Promise<void> {
    const at = now();
    let last: SqlValue[] = [0, ''];
    while (!stopped) {
      const rows = await store.all(nextStale, [at, ...last]);
      await makeRows((await store.all(devicesOf, [personsIn(rows)])).map(([visitor]) => String(visitor)));
      if (rows.length < step) return;
      last = rows.at(-1) ?? [];
    }
  }

  async function makeRows(visitors: readonly string[]): Promise<void> {
    for (let from = 0; from < visitors.length && !stopped; from += step)
      await inTurn(async () => {
        const changes = await changesOf(visitors.slice(from, from + step), sources, basis.current);
        if (changes.length > 0) await store.write(changes);
      });
  }

  function refresh(): Promise<void> {
    refreshing ??= catchUp()
      .then(renewStale)
      .finally(() => {
        refreshing = null;
      });
    return refreshing;
  }

  async function renew(visitors: readonly string[]): Promise<void> {
    await refresh();
    await makeRows(visitors);
  }

  return {
    get basis() {
      return basis.current;
    },
    refresh,
    renew,
    renewTold: async () => {
      // Whose row is being made by what was believed before is among them only then.
      await refresh();
      await renew((await store.all(toldDevices, [])).map(([visitor]) => String(visitor)));
    },
    sweep: () => sweep(() => true),
    sweepNew: () => sweep(({ membersOf, changedAt }) => membersOf !== changedAt),
    retaste: async () => {
      await refresh();
      await retaste();
    },
    get tasted() {
      return basis.made('taste') / buckets;
    },
    stop: async () => {
      stopped = true;
      // Whoever asked for it hears of its failure.
      await refreshing?.catch(() => {});
      await sweeping.catch(() => {});
      await tasting.catch(() => {});
    },
  };
}

async function throughOf(projection: 'profiles' | 'audience', store: Pick<Store, 'all'>): Promise<number> {
  const [row] = await store.all('SELECT through FROM projections WHERE name = ?', [projection]);
  return Number(row?.[0] ?? 0);
}

const setThrough =
  "INSERT INTO projections (name, through) VALUES ('audience', ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through";

const touchedBy =
  'SELECT DISTINCT visitor FROM log WHERE name NOT IN (SELECT value FROM json_each(?)) AND seq > ? AND seq <= ?';

const nextFrom = (whom: string) =>
  `SELECT bucket, person FROM audience WHERE ${whom}(bucket, person) > (?, ?) ORDER BY bucket, person LIMIT ${step}`;

const nextOf: Record<Changing, string> = { outlook: nextFrom('orders > 0 AND '), taste: nextFrom('') };

const nextStale =
  'SELECT stale_from, person FROM audience WHERE stale_from <= ? AND (stale_from, person) > (?, ?) ' +
  `ORDER BY stale_from, person LIMIT ${step}`;

/** Of rows with the person in the second place. */
const personsIn = (rows: readonly SqlValue[][]) => JSON.stringify(rows.map(([, person]) => person));

const toldDevices =
  'SELECT v.visitor FROM audience AS a JOIN audience_visitors AS v ON v.person = a.person WHERE a.told = 1';

const devicesOf = 'SELECT visitor FROM audience_visitors WHERE person IN (SELECT value FROM json_each(?))';
