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

  /**
   * Appends to the log. Resolves when the rows are durable; rejects when none of them was kept. What nobody waits for is
   * appended `soon`: with the next rows that somebody waits for, or alone within a few ms.
   */
  append(rows: readonly LogRow[], when?: 'now' | 'soon'): Promise<Appended>;

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
  'INSERT INTO log (id, visitor, at, name, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING';
export const newestSeq = 'SELECT coalesce(max(seq), 0) FROM log';

/** Appends row by row, which costs no more than all of them as one JSON. `insert` gives the row's `seq`; undefined where the log had its id. */
export function appendEach(
  rows: readonly LogRow[],
  insert: (row: LogRow) => number | undefined,
  newest: () => number,
): Appended {
  const duplicates: number[] = [];
  let through: number | undefined;
  rows.forEach((row, place) => {
    const seq = insert(row);
    if (seq === undefined) duplicates.push(place);
    else through = seq;
  });
  return { duplicates, through: through ?? newest() };
}
