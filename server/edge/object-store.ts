import type { LogRow } from '../log/log-event.ts';
import { overStore } from '../store/drizzle.ts';
import { createMigrations, doneMigrations, type Migration, pending } from '../store/migrations.ts';
import { appendEach, insertLog, newestSeq, type SqlValue, type Statement, type Store } from '../store/store.ts';

/** The part of a Durable Object's storage that is used here; workerd holds every answer back until its writes are durable. */
export interface ObjectStorage {
  sql: { exec(sql: string, ...params: SqlValue[]): { raw(): Iterable<SqlValue[]> } };
  transactionSync<T>(work: () => T): T;
  sync(): Promise<void>;
}

/** The SQLite of a Durable Object: one object a shop is one writer a shop. */
export function openObjectStore(storage: ObjectStorage, migrations: readonly Migration[]): Store {
  const rowsOf = (sql: string, params: readonly SqlValue[] = []) => [...storage.sql.exec(sql, ...params).raw()];
  const newest = () => Number(rowsOf(newestSeq)[0]?.[0] ?? 0);
  const runAll = (statements: readonly Statement[]) =>
    storage.transactionSync(() => {
      for (const { sql, params } of statements) rowsOf(sql, params);
    });

  rowsOf(createMigrations);
  runAll(pending(migrations, new Set(rowsOf(doneMigrations).map(([name]) => String(name)))));

  const port = {
    all: async (sql: string, params: readonly SqlValue[]) => rowsOf(sql, params),
    write: async (statements: readonly Statement[]) => {
      runAll(statements);
      await storage.sync();
    },
  };

  return {
    ...port,
    db: overStore(port),
    append: async (rows) => {
      const insert = (row: LogRow) => rowsOf(`${insertLog} RETURNING seq`, row)[0]?.map(Number)[0];
      const appended = storage.transactionSync(() => appendEach(rows, insert, newest));
      // Explicit, though the output gate would hold the answer anyway: the port promises durability when it resolves.
      await storage.sync();
      return appended;
    },
    // The file is the platform's own: neither VACUUM nor a checkpoint can be asked for.
    scrub: () => storage.sync(),
    close: async () => {},
  };
}
