import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { fromRow, type LogEvent } from '../../server/log/log-event.ts';
import type { Receipt } from '../../server/log/receipt.ts';

/** A decision as the log keeps it, and everything that had been told before it. */
export interface Decided {
  receipt: Receipt;
  page: string;
  visitor: string;
  facts: Facts;
}

export interface Facts {
  /** Products of each order. */
  orders: ReadonlySet<string>[];
  /** What the buyer of each had looked at by then. */
  before: ReadonlySet<string>[];
  /** What each visitor had looked at, or put into the cart. */
  looks: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All decisions of the one shop whose data is in a folder, oldest first; read past the server, in the form of either runtime. */
export async function decidedIn(folder: string): Promise<Decided[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(db|sqlite)$/.test(name));
  const log = files.map((name) => logIn(join(folder, name))).find((events) => events.length > 0) ?? [];
  const orders = new Map<string, Set<string>>();
  const looks = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  const decided: Decided[] = [];
  for (const { id, name, visitor, items = [], page, receipts = [] } of log) {
    const products = items.map((item) => item.id);
    if (name === 'purchase') {
      const order = id.split(':')[1] ?? id;
      orders.set(order, new Set(products));
      before.set(order, new Set([...(before.get(order) ?? []), ...(looks.get(visitor) ?? [])]));
    }
    if (name === 'view_item' || name === 'add_to_cart')
      looks.set(visitor, new Set([...(looks.get(visitor) ?? []), ...products]));
    const facts = { orders: [...orders.values()], before: [...before.values()], looks: new Map(looks) };
    for (const receipt of receipts) decided.push({ receipt, page: page?.id ?? '', visitor, facts });
  }
  return decided;
}

function logIn(path: string): LogEvent[] {
  const db = new Database(path, { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE name = 'log'").raw().all();
    if (tables.length === 0) return [];
    const rows = db.prepare('SELECT id, visitor, at, name, body FROM log NOT INDEXED ORDER BY seq').raw().all();
    return (rows as unknown[][]).map(fromRow);
  } finally {
    db.close();
  }
}
