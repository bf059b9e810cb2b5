import { asc } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { SourceRule } from '../profiles/believed.ts';
import type { Store } from '../store/store.ts';
import { traitSources } from './table.ts';

export interface Source extends SourceRule {
  /** People about whom something was kept, and entries that were refused. */
  kept: number;
  refused: number;
  /** ms since 1970. */
  lastAt: number | null;
}

/** The shop's sources of facts in memory, the most trusted first. */
export interface SourceBook {
  all(): readonly Source[];
  /** All of them, and behind them what addresses say. */
  rules(): readonly SourceRule[];
  /** Counts what has arrived. Who tells something for the first time is believed less than all others, and for a year. */
  note(id: string, arrived: { kept: number; refused: number }, now: number): Promise<void>;
  /** Throws a `Problem` where a new source would be one too many. */
  check(id: string): void;
  /** Puts these first, in this order. */
  arrange(ids: readonly string[]): Promise<void>;
  /** Throws a `Problem` for a source that is none, as does `drop`. */
  believe(id: string, days: number | null): Promise<void>;
  /** What it has told stays in the log, and is not believed; should it tell more, it is new. */
  drop(id: string): Promise<void>;
}

const most = 20;
const unasked = 365;

/** `leastOf`: who is believed after all others, if anybody. */
export async function openSources(
  { db, write }: Pick<Store, 'db' | 'write'>,
  leastOf: () => SourceRule | null,
): Promise<SourceBook> {
  const rows = await db.select().from(traitSources).orderBy(asc(traitSources.place));
  let sources: readonly Source[] = rows.map(({ place: _, ...source }) => source);
  let last: Promise<void> = Promise.resolve();

  /** Few and small: written all at once, one change after the other. */
  function change(next: (sources: readonly Source[]) => readonly Source[]): Promise<void> {
    last = last
      .catch(() => {})
      .then(async () => {
        const changed = next(sources);
        const values = changed.map(({ id, days, kept, refused, lastAt }, place) => [
          id,
          place,
          days,
          kept,
          refused,
          lastAt,
        ]);
        await write([
          { sql: 'DELETE FROM trait_sources', params: [] },
          { sql: insert, params: [JSON.stringify(values)] },
        ]);
        sources = changed;
      });
    return last;
  }

  function mustKnow(id: string): void {
    if (!sources.some((source) => source.id === id))
      throw new Problem(404, 'unknown-source', `There is no source "${id}".`);
  }

  return {
    all: () => sources,
    rules: () => {
      const least = leastOf();
      return least ? [...sources, least] : sources;
    },
    check: (id) => {
      if (sources.length >= most && !sources.some((source) => source.id === id))
        throw new Problem(409, 'too-many-sources', `A shop has at most ${most} sources; is "${id}" one of them?`, {
          field: 'source',
        });
    },
    note: (id, { kept, refused }, now) =>
      change((before) => {
        const known = before.find((source) => source.id === id) ?? {
          id,
          days: unasked,
          kept: 0,
          refused: 0,
          lastAt: null,
        };
        const noted = { ...known, kept: known.kept + kept, refused: known.refused + refused, lastAt: now };
        return before.includes(known) ? before.map((one) => (one === known ? noted : one)) : [...before, noted];
      }),
    arrange: (ids) =>
      change((before) => {
        const first = [...new Set(ids)].flatMap((id) => before.find((source) => source.id === id) ?? []);
        return [...first, ...before.filter((source) => !first.includes(source))];
      }),
    drop: async (id) => {
      mustKnow(id);
      await change((before) => before.filter((one) => one.id !== id));
    },
    believe: async (id, days) => {
      mustKnow(id);
      await change((before) => before.map((one) => (one.id === id ? { ...one, days } : one)));
    },
  };
}

const insert =
  'INSERT INTO trait_sources (id, place, days, kept, refused, last_at) SELECT value ->> 0, value ->> 1, value ->> 2, ' +
  'value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)';
