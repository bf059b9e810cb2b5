import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';

/** What a data folder holds, read past the server. */

export interface ShopKeys {
  key: string;
  identitySecret: string;
}

export function shopIn(dataDir: string): ShopKeys {
  const [row] = question(join(dataDir, 'directory.db'), 'SELECT key, identity_secret FROM shops');
  return { key: String(row?.[0]), identitySecret: String(row?.[1]) };
}

export async function shopFile(dataDir: string): Promise<string> {
  const [file] = (await readdir(join(dataDir, 'shops'))).filter((name) => name.endsWith('.db'));
  return join(dataDir, 'shops', file ?? '');
}

export interface LoggedEvent {
  id: string;
  name: string;
  page: string;
}

export function loggedEvents(file: string): LoggedEvent[] {
  const rows = question(file, "SELECT id, name, body ->> '$.page.id' FROM log NOT INDEXED ORDER BY seq");
  return rows.map(([id, name, page]) => ({ id: String(id), name: String(name), page: String(page) }));
}

export function integrityOf(file: string): string {
  return String(question(file, 'PRAGMA integrity_check').map(([word]) => word));
}

/** Everything that is made from the log, as it is stored: one text a row. */
export function projectionsOf(file: string): string[] {
  return [
    'SELECT visitor, person, who, last_seen, body FROM profiles ORDER BY visitor',
    'SELECT event, visitor, key, evidence, at, joins, proof FROM identities ORDER BY event, key',
    'SELECT id, visitor, at, status, currency, gross, refunded, body FROM orders ORDER BY id',
    'SELECT id, at, body FROM seen_products ORDER BY id',
    // What follows the file, as the audience does, may be behind it at any moment.
    "SELECT name, through FROM projections WHERE name = 'profiles'",
  ].flatMap((sql) => valuesOf(file, sql));
}

/** What a question brings: one text a row. */
export function valuesOf(file: string, sql: string): string[] {
  return question(file, sql).map((row) => JSON.stringify(row));
}

function question(file: string, sql: string): unknown[][] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(sql).raw().all() as unknown[][];
  } finally {
    db.close();
  }
}
