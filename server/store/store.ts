import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { LogRow } from '../log/log-event.ts';

/**
 * Storage of one shop (or of the directory): one writer, one SQLite. Nothing above this port knows whether that is a file
 * behind a thread or a Durable Object.
 */
export interface Store {
  /** drizzle's view of it. A `select` may lag behind a write that has not been awaited. */
  readonly db: SqliteRemoteDatabase;

  /** Rows of one question, as arrays of columns. */
  all(sql: string, params: readonly SqlValue[]): Promise<SqlValue[][]>;

  /** Appends to the log. Resolves when the rows are durable; rejects when none of them was kept. */
  append(rows: readonly LogRow[]): Promise<Appended>;

  /** All of these statements or none of them, durable when it resolves. */
  write(statements: readonly Statement[]): Promise<void>;

  /** Leaves nothing of what was deleted in the bytes of the file; on a platform that keeps the file to itself, as far as it says. */
  scrub(): Promise<void>;

  close(): Promise<void>;
}

export interface Appended {
  /** Places, in the rows given, of those that the log already had. */
  duplicates: readonly number[];
  /** The log's newest `seq`. */
  through: number;
}

export interface Statement {
  sql: string;
  params: readonly SqlValue[];
}

export type SqlValue = string | number | null;

/** `BEGIN` and `COMMIT` stay with the adapter; these are the sentences that both adapters speak. */
export const insertLog =
  'INSERT INTO log (id, visitor, at, name, body) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value -> 4 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (id) DO NOTHING';
export const newestSeq = 'SELECT coalesce(max(seq), 0) FROM log';
export const idsAfter = 'SELECT id FROM log WHERE seq > ?';

/** Which of the rows were not new, given the ids that have just been added: the second of two equal ids is a duplicate too. */
export function duplicatesAmong(rows: readonly LogRow[], added: Set<string>): number[] {
  const duplicates: number[] = [];
  rows.forEach(([id], index) => {
    if (!added.delete(id)) duplicates.push(index);
  });
  return duplicates;
}
