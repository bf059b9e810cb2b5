import type { Statement } from '../store/store.ts';

/** Counts by UTC day, kind and name, in memory; the file follows behind. A crash loses those of the last second. */
export interface Counts {
  add(kind: CountKind, name: string, by?: number, example?: string): void;
  readonly hasUnsaved: boolean;
  /** The statements that keep what was added; call `failed` when they did not become durable. */
  unsaved(): { statements: Statement[]; saved(): void; failed(): void };
}

export type CountKind =
  /** An event that was kept, by its name. */
  | 'event'
  /** An event that was refused, by the code of the reason. */
  | 'refused'
  /** A fact of a source that was refused, by the code of the reason. */
  | 'untold'
  /** A batch that was turned away: `wrong-origin <host>`, `invalid-token`. */
  | 'turned-away'
  | 'robot'
  /** An event that the log had already. */
  | 'duplicate'
  /** A kept event that lacks something. */
  | 'shortcoming'
  /** A page view, by what its visitor allows. */
  | 'consent'
  /** `expected` and `arrived`: numbers of the sequences of pages. */
  | 'sequence'
  /** A page that reported itself twice. */
  | 'twice'
  /** A page view, by the build of the snippet that sent it. */
  | 'snippet'
  /** A visit that has begun while there was a file of companies: from a `company`, or from `nobody`’s address. */
  | 'visit';

interface Tally {
  count: number;
  example: string | null;
  last: number;
}

type Tallies = Map<CountKind, Map<string, Tally>>;

const dayLength = 86_400_000;
/** Names are the page's own: beyond so many in one kind, until the next save, they count as one. */
const most = 100;
const others = '(other)';

export function createCounts(now: () => number): Counts {
  let days = new Map<number, Tallies>();
  // The day of the last call: nearly always that of the next.
  let current: { day: number; tallies: Tallies } | null = null;

  function talliesOf(day: number): Tallies {
    if (current?.day === day) return current.tallies;
    const tallies = days.get(day) ?? new Map();
    days.set(day, tallies);
    current = { day, tallies };
    return tallies;
  }

  function put(day: number, kind: CountKind, name: string, { count, example, last }: Tally): void {
    const tallies = talliesOf(day);
    const names = tallies.get(kind) ?? new Map<string, Tally>();
    tallies.set(kind, names);
    const key = names.has(name) || names.size < most ? name : others;
    const tally = names.get(key);
    if (!tally) names.set(key, { count, example, last });
    else {
      tally.count += count;
      tally.example = example ?? tally.example;
      tally.last = last;
    }
  }

  return {
    add: (kind, name, by = 1, example) => {
      const last = now();
      put(Math.floor(last / dayLength), kind, name, { count: by, example: example ?? null, last });
    },
    get hasUnsaved() {
      return days.size > 0;
    },
    unsaved: () => {
      const saving = days;
      days = new Map();
      current = null;
      const rows = [...saving].flatMap(([day, tallies]) =>
        [...tallies].flatMap(([kind, names]) =>
          [...names].map(([name, { count, example, last }]) => [day, kind, name, count, example, last]),
        ),
      );
      return {
        statements: rows.length === 0 ? [] : [{ sql: addCounts, params: [JSON.stringify(rows)] }],
        saved: () => {},
        failed: () => {
          for (const [day, tallies] of saving)
            for (const [kind, names] of tallies) for (const [name, tally] of names) put(day, kind, name, tally);
        },
      };
    },
  };
}

const addCounts =
  'INSERT INTO door_counts (day, kind, name, count, example, last) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (day, kind, name) DO UPDATE SET count = count + excluded.count, ' +
  'example = coalesce(excluded.example, example), last = max(last, excluded.last)';
