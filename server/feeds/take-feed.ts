import { getTableColumns } from 'drizzle-orm';
import { noteCosts } from '../catalog/costs.ts';
import { CatalogRow, type FeedProduct, productOf } from '../catalog/feed.ts';
import { stagedProducts } from '../catalog/table.ts';
import { Refused } from '../refused.ts';
import type { Store } from '../store/store.ts';
import { type Mapping, mapped } from './mapping.ts';
import type { FeedRow } from './row.ts';

export interface RefusedLine {
  line: number;
  reason: string;
}

export interface Taken {
  /** Products that the catalogue has now. */
  kept: number;
  refused: { count: number; first: RefusedLine[] };
}

interface Options {
  /** Of the shop, for a price that does not say its own. */
  currency: string;
  now: number;
  mapping?: Mapping;
  /** Gets the lines so far. */
  progress?(lines: number): void;
  /** Gets each refused line. */
  refuse?(line: RefusedLine): void;
}

const fields = Object.entries(getTableColumns(stagedProducts)).map(([key, column]) => ({ key, column: column.name }));
const columns = fields.map(({ column }) => column).join(', ');
/** Small enough that the visitors of these moments do not wait for it. */
const chunk = 250;
/** How many refused lines a report shows. */
const shown = 1_000;

/**
 * Puts the catalogue of a feed in place of the one before. The rows are staged as they are read, so that memory holds one chunk of
 * them, and take their place in one transaction: a feed that breaks off, or has not one product, changes nothing.
 */
export async function takeFeed(store: Store, rows: AsyncIterable<FeedRow>, options: Options): Promise<Taken> {
  const { currency, now, mapping = {}, progress, refuse } = options;
  const refused: Taken['refused'] = { count: 0, first: [] };
  let products: FeedProduct[] = [];
  let kept = 0;
  const flush = async () => {
    await store.write([{ sql: stage, params: [JSON.stringify(products)] }]);
    kept += products.length;
    products = [];
  };
  await store.write([{ sql: unstage, params: [] }]);
  for await (const { line, row } of rows) {
    const read = productIn(mapped(row, mapping), currency);
    if ('reason' in read) {
      const one = { line, reason: read.reason };
      refused.count++;
      if (refused.first.length < shown) refused.first.push(one);
      refuse?.(one);
    } else products.push(read.product);
    if (products.length === chunk) {
      await flush();
      progress?.(line);
    }
  }
  await flush();
  if (kept === 0) return { kept, refused };
  await store.write([
    { sql: 'DELETE FROM products WHERE id NOT IN (SELECT id FROM staged_products)', params: [] },
    { sql: swap, params: [now] },
    noteCosts(now, null),
    { sql: unstage, params: [] },
  ]);
  const [row] = await store.all('SELECT count(*) FROM products', []);
  return { kept: Number(row?.[0]), refused };
}

function productIn(row: Record<string, string>, currency: string): { product: FeedProduct } | { reason: string } {
  const parsed = CatalogRow.safeParse(row);
  if (!parsed.success) return { reason: parsed.error.issues[0]?.message ?? 'invalid' };
  try {
    return { product: productOf(parsed.data, currency) };
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message };
    throw error;
  }
}

/** Of two rows with one id the later one wins. */
const stage = `INSERT OR REPLACE INTO staged_products (${columns}) SELECT ${fields
  .map(({ key }) => `value ->> '${key}'`)
  .join(', ')} FROM json_each(?)`;
const unstage = 'DELETE FROM staged_products';
const others = fields.map(({ column }) => column).filter((column) => column !== 'added_at');
/**
 * Only what differs is written: a feed is mostly the one of yesterday, and visitors' events wait for the writer. A product that does
 * not say since when is as old here as it was, or new.
 */
const swap =
  `INSERT OR REPLACE INTO products (${others.join(', ')}, added_at) ` +
  `SELECT ${others.map((column) => `s.${column}`).join(', ')}, coalesce(s.added_at, p.added_at, ?) ` +
  'FROM staged_products s LEFT JOIN products p ON p.id = s.id ' +
  `WHERE p.id IS NULL OR ${others.map((column) => `s.${column} IS NOT p.${column}`).join(' OR ')} ` +
  'OR coalesce(s.added_at, p.added_at) IS NOT p.added_at';
