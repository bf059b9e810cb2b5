import type { Statement, Store } from '../store/store.ts';
import { fromRow, type LogEvent } from './log-event.ts';

interface Following {
  store: Pick<Store, 'all' | 'write'>;
  /** By which it is kept how far it has come. */
  projection: string;
  /** Events of these names are read, no others. */
  names: readonly string[];
  /** What these events add to its tables: each comes once, in the order of the log. */
  statementsOf(events: readonly LogEvent[]): Promise<Statement[]> | Statement[];
  /** What was added is in the file. */
  written?(): void;
  /** ms that somebody who looks at a report waits: a long log, after a new version or an erasing, takes minutes. */
  patience?: number;
  /** Keeps the work apart from what must be alone with the data, as erasing is. */
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** Tables that follow the log behind the answers. */
export interface Follower {
  /** Brings them up to the end of the log. */
  refresh(): Promise<void>;
  /** The same, but nobody waits for longer than some seconds; how much of the log is in them: 0 to 1. */
  refreshed(): Promise<number>;
  /** Ends what is under way after its step. */
  stop(): Promise<void>;
}

/** Rows of the log that are read together: some ms. */
const stretch = 100;

export function followLog({
  store,
  projection,
  names,
  statementsOf,
  written,
  together,
  patience = 3_000,
}: Following): Follower {
  let refreshing: Promise<void> | null = null;
  let stopped = false;

  /** One transaction: what it adds, and the place up to which it has added. True where more is to come. */
  async function step(): Promise<boolean> {
    const [[mark, newest] = []] = await store.all(places, [projection]);
    const from = Number(mark);
    const upTo = Math.min(Number(newest), from + stretch);
    if (upTo <= from) return false;
    const rows = await store.all(inStretch, [from, upTo, JSON.stringify(names)]);
    const statements = await statementsOf(rows.map(fromRow));
    await store.write([...statements, { sql: setThrough, params: [projection, upTo] }]);
    written?.();
    return upTo < Number(newest);
  }

  async function catchUp(): Promise<void> {
    while (!stopped && (await together(step)));
  }

  function refresh(): Promise<void> {
    refreshing ??= catchUp().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  return {
    refresh,
    refreshed: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([refresh(), enough]).finally(() => clearTimeout(timer));
      const [[mark, newest] = []] = await store.all(places, [projection]);
      return Number(newest) > 0 ? Math.min(1, Number(mark) / Number(newest)) : 1;
    },
    stop: async () => {
      stopped = true;
      // Whoever asked for it hears of its failure.
      await refreshing?.catch(() => {});
    },
  };
}

/** Drops what is in these tables; it is made anew from the log's beginning. */
export function forget(projection: string, tables: readonly string[]): Statement[] {
  return [
    ...tables.map((table) => ({ sql: `DELETE FROM ${table}`, params: [] })),
    { sql: 'DELETE FROM projections WHERE name = ?', params: [projection] },
  ];
}

const inStretch =
  'SELECT id, visitor, at, name, body FROM log WHERE seq > ? AND seq <= ? ' +
  'AND name IN (SELECT value FROM json_each(?)) ORDER BY seq';
const places =
  'SELECT coalesce((SELECT through FROM projections WHERE name = ?), 0), coalesce((SELECT max(seq) FROM log), 0)';
const setThrough =
  'INSERT INTO projections (name, through) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET through = excluded.through';
