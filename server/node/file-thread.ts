import { parentPort } from 'node:worker_threads';
import Database from 'libsql';
import type { LogRow } from '../log/log-event.ts';
import { createMigrations, doneMigrations, type Migration, pending } from '../store/migrations.ts';
import { type Appended, appendEach, insertLog, newestSeq, type SqlValue, type Statement } from '../store/store.ts';

/** What a thread is asked. libSQL's file driver is synchronous, so it never runs on the thread that answers requests. */
export type FileTask =
  | { do: 'open'; path: string; migrations: readonly Migration[] | null }
  | { do: 'all'; path: string; sql: string; params: readonly SqlValue[] }
  | { do: 'group'; path: string; rows: readonly LogRow[]; writes: readonly (readonly Statement[])[] }
  | { do: 'scrub'; path: string }
  | { do: 'close'; path: string };

/** Outcome of a group: what became of the log rows, and of each transaction in it. */
export interface GroupResult {
  appended: Appended;
  /** An error message for each of the writes that failed, null for the others. */
  writes: (string | null)[];
}

interface OpenFile {
  db: Database.Database;
  statements: Map<string, Database.Statement>;
}

const files = new Map<string, OpenFile>();

parentPort?.on('message', ({ id, task }: { id: number; task: FileTask }) => {
  try {
    parentPort?.postMessage({ id, result: run(task) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function run(task: FileTask): unknown {
  if (task.do === 'open') return open(task.path, task.migrations);
  const file = files.get(task.path);
  if (!file) throw new Error(`${task.path} is not open`);
  switch (task.do) {
    case 'all':
      return prepared(file, task.sql)
        .raw()
        .all(...task.params);
    case 'group':
      return group(file, task);
    case 'scrub':
      return scrub(file);
    case 'close':
      file.db.close();
      files.delete(task.path);
      return null;
  }
}

/** With migrations: the one writer. Without: a reader, which SQLite itself keeps from writing. */
function open(path: string, migrations: readonly Migration[] | null): null {
  if (files.has(path)) return null;
  const db = new Database(path);
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -65536;');
  if (migrations) {
    // FULL: a commit is on the disk before anyone is told. In groups it costs no more than NORMAL.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    migrate(db, migrations);
  } else {
    db.exec('PRAGMA query_only = ON');
  }
  files.set(path, { db, statements: new Map() });
  return null;
}

function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  db.exec(createMigrations);
  const done = new Set(
    db
      .prepare(doneMigrations)
      .raw()
      .all()
      .map((row) => String((row as unknown[])[0])),
  );
  const statements = pending(migrations, done);
  if (statements.length === 0) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { sql, params } of statements) db.prepare(sql).run(...params);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Everything that waited, in one durable commit. A failing write is undone alone; a failing append undoes the group. */
function group(file: OpenFile, { rows, writes }: FileTask & { do: 'group' }): GroupResult {
  const { db } = file;
  db.exec('BEGIN IMMEDIATE');
  try {
    const appended = append(file, rows);
    const results = writes.map((statements) => write(file, statements));
    db.exec('COMMIT');
    return { appended, writes: results };
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Writes the whole file anew, into which no page comes that something was deleted from, and empties the write-ahead log, which has
 * the old ones. Nobody is answered meanwhile whose events wait for this thread.
 */
function scrub({ db }: OpenFile): null {
  db.exec('PRAGMA secure_delete = ON; VACUUM; PRAGMA secure_delete = OFF');
  for (let attempt = 0; attempt < 3; attempt++) {
    // Waits for those who read, as long as `busy_timeout` says.
    const [busy] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get() as [number];
    if (busy === 0) return null;
  }
  throw new Error('what was deleted is still in the write-ahead log: somebody reads this file all the time');
}

function append(file: OpenFile, rows: readonly LogRow[]): Appended {
  if (rows.length === 0) return { duplicates: [], through: 0 };
  const insert = prepared(file, insertLog);
  // Never by RETURNING: libsql's `get` after a `run` of the same statement gives the end of the old one, and inserts nothing.
  const insertOne = (row: LogRow) => {
    const { changes, lastInsertRowid } = insert.run(row);
    return changes === 0 ? undefined : Number(lastInsertRowid);
  };
  return appendEach(rows, insertOne, () => scalar(file, newestSeq));
}

function write(file: OpenFile, statements: readonly Statement[]): string | null {
  file.db.exec('SAVEPOINT one');
  try {
    for (const { sql, params } of statements) prepared(file, sql).run(...params);
    file.db.exec('RELEASE one');
    return null;
  } catch (error) {
    file.db.exec('ROLLBACK TO one; RELEASE one');
    return error instanceof Error ? error.message : String(error);
  }
}

function scalar(file: OpenFile, sql: string): number {
  const [value] = prepared(file, sql).raw().get() as [number];
  return value;
}

/** Statements are compiled once; a bounded number of them, since reports word theirs freely. */
function prepared({ db, statements }: OpenFile, sql: string): Database.Statement {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= 200) statements.clear();
  const statement = db.prepare(sql);
  statements.set(sql, statement);
  return statement;
}
