import type { LogRow } from '../log/log-event.ts';
import { overStore } from '../store/drizzle.ts';
import type { Migration } from '../store/migrations.ts';
import type { Appended, SqlValue, Statement, Store } from '../store/store.ts';
import type { GroupResult } from './file-thread.ts';
import type { Thread } from './threads.ts';

interface Waiting<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

/** ms that rows wait for company for which nobody waits. */
const patience = 20;

/**
 * One libSQL file. All that arrives while a commit is on its way goes into the next one, so the more there is to do, the
 * less a durable commit costs each (group commit; DeWitt et al., "Implementation Techniques for Main Memory Database Systems", 1984).
 */
export async function openFileStore(
  path: string,
  migrations: readonly Migration[],
  { writer, reader }: { writer: Thread; reader: Thread },
): Promise<Store> {
  await writer.ask({ do: 'open', path, migrations });
  await reader.ask({ do: 'open', path, migrations: null });

  let appends: ({ rows: readonly LogRow[] } & Waiting<Appended>)[] = [];
  let writes: ({ statements: readonly Statement[] } & Waiting<void>)[] = [];
  let isAwaited = false;
  let committing: Promise<void> | null = null;

  async function commit(): Promise<void> {
    while (isAwaited) {
      isAwaited = false;
      const group = { appends, writes };
      appends = [];
      writes = [];
      await commitGroup(group.appends, group.writes);
    }
    committing = null;
  }

  async function commitGroup(appending: typeof appends, writing: typeof writes): Promise<void> {
    const rows = appending.flatMap((one) => one.rows);
    try {
      const { appended, writes: errors } = await writer.ask<GroupResult>({
        do: 'group',
        path,
        rows,
        writes: writing.map(({ statements }) => statements),
      });
      let first = 0;
      for (const { rows, resolve } of appending) {
        const [from, to] = [first, first + rows.length];
        const isOfThese = (place: number) => place >= from && place < to;
        const duplicates = appended.duplicates.filter(isOfThese).map((place) => place - from);
        resolve({ duplicates, through: appended.through });
        first = to;
      }
      writing.forEach(({ resolve, reject }, index) => {
        const error = errors[index];
        if (error) reject(new Error(error));
        else resolve();
      });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const { reject } of [...appending, ...writing]) reject(reason);
    }
  }

  // A macrotask: everything that this turn of the event loop brings shares the first group.
  const soon = () => {
    isAwaited = true;
    committing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(commit);
  };

  let waking: NodeJS.Timeout | null = null;
  const wake = () => {
    if (waking) clearTimeout(waking);
    waking = null;
    if (appends.length > 0) soon();
  };

  const port = {
    all: (sql: string, params: readonly SqlValue[]) => reader.ask<SqlValue[][]>({ do: 'all', path, sql, params }),
    write: (statements: readonly Statement[]) =>
      new Promise<void>((resolve, reject) => {
        writes.push({ statements, resolve, reject });
        soon();
      }),
  };

  return {
    ...port,
    db: overStore(port),
    append: (rows, when = 'now') =>
      new Promise((resolve, reject) => {
        appends.push({ rows, resolve, reject });
        if (when === 'now') soon();
        else waking ??= setTimeout(wake, patience);
      }),
    scrub: async () => {
      await committing;
      await writer.ask({ do: 'scrub', path });
    },
    close: async () => {
      wake();
      await committing;
      await reader.ask({ do: 'close', path });
      await writer.ask({ do: 'close', path });
    },
  };
}
