import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { SqlValue, Statement } from './store.ts';

/**
 * drizzle over a port's two verbs: questions go to `all`, anything that changes rows goes to the one writer.
 * `returning()` is therefore not to be had, and `get()` is written as `const [row] = await ...limit(1)`.
 */
export function overStore(port: {
  all(sql: string, params: readonly SqlValue[]): Promise<SqlValue[][]>;
  write(statements: readonly Statement[]): Promise<void>;
}): SqliteRemoteDatabase {
  return drizzle(async (sql, params, method) => {
    if (method === 'run') {
      await port.write([{ sql, params }]);
      return { rows: [] };
    }
    return { rows: await port.all(sql, params) };
  });
}

/** The statement of a drizzle query, to be written together with others. */
export function statement(query: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  const { sql, params } = query.toSQL();
  return { sql, params: params as SqlValue[] };
}
