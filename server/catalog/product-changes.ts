import type { Statement, Store } from '../store/store.ts';
import { type Past, remembered } from './past.ts';

/** Products that are read, or forgotten, at once. */
const page = 500;

/** What products were before, by their ids; a page at a time. */
export async function readPasts({ all }: Pick<Store, 'all'>): Promise<Map<string, Past>> {
  const pasts = new Map<string, Past>();
  for (let after = ''; ; ) {
    const rows = await all('SELECT product, body FROM product_changes WHERE product > ? ORDER BY product LIMIT ?', [
      after,
      page,
    ]);
    for (const [product, body] of rows) pasts.set(String(product), pastIn(body));
    const last = rows.at(-1);
    if (!last) return pasts;
    after = String(last[0]);
  }
}

export function pastIn(body: unknown): Past {
  return JSON.parse(String(body)) as Past;
}

/** Keeps what products have changed from, and forgets what nobody needs any more; belongs into the transaction that changes them. */
export function keepPasts(pasts: ReadonlyMap<string, Past>, now: number): Statement[] {
  const rows = [...pasts].map(([product, past]) => [product, now, JSON.stringify(past)]);
  const forgotten = { sql: forget, params: [now - remembered, page] };
  return rows.length === 0 ? [forgotten] : [{ sql: keep, params: [JSON.stringify(rows)] }, forgotten];
}

const keep =
  'INSERT OR REPLACE INTO product_changes (product, at, body) ' +
  'SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)';
const forget =
  'DELETE FROM product_changes WHERE product IN (SELECT product FROM product_changes WHERE at < ? LIMIT ?)';
