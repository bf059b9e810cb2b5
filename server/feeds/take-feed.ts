import { getTableColumns } from 'drizzle-orm';
import { CatalogRow, type FeedProduct, productOf } from '../catalog/feed.ts';
import { readDetails } from '../catalog/read-details.ts';
import { emptyStage, swapIfDue, swapIsDue } from '../catalog/swap-catalog.ts';
import { stagedProducts } from '../catalog/table.ts';
import { Refused } from '../refused.ts';
import type { Store } from '../store/store.ts';
import { type Mapping, mapped } from './mapping.ts';
import type { FeedRow } from './row.ts';
import { createTally, type Said } from './tally.ts';

export interface RefusedLine {
  line: number;
  reason: string;
}

export interface Taken {
  /** Products that the catalogue has now. */
  kept: number;
  /** What is said of them, over the lines that were not refused. */
  said: Said;
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
 * them, and take their place when all are there: a feed that breaks off, or has not one product, changes nothing.
 */
export async function takeFeed(store: Store, rows: AsyncIterable<FeedRow>, options: Options): Promise<Taken> {
  const { currency, now, mapping = {}, progress, refuse } = options;
  const refused: Taken['refused'] = { count: 0, first: [] };
  const tally = createTally();
  let products: FeedProduct[] = [];
  let kept = 0;
  const flush = async () => {
    await store.write([{ sql: stage, params: [JSON.stringify(products)] }]);
    kept += products.length;
    products = [];
  };
  await swapIfDue(store);
  await emptyStage(store);
  for await (const { line, row } of rows) {
    const read = productIn(mapped(row, mapping), currency);
    if ('reason' in read) {
      const one = { line, reason: read.reason };
      refused.count++;
      if (refused.first.length < shown) refused.first.push(one);
      refuse?.(one);
    } else {
      products.push(read.product);
      tally.add(read.product);
    }
    if (products.length === chunk) {
      await flush();
      progress?.(line);
    }
  }
  await flush();
  if (kept === 0) return { kept, said: tally.said(), refused };
  await store.write([swapIsDue(now)]);
  await swapIfDue(store);
  const [row] = await store.all('SELECT count(*) FROM products', []);
  return { kept: Number(row?.[0]), said: tally.said(), refused };
}

function productIn(row: Record<string, string>, currency: string): { product: FeedProduct } | { reason: string } {
  const parsed = CatalogRow.safeParse(row);
  if (!parsed.success) return { reason: parsed.error.issues[0]?.message ?? 'invalid' };
  try {
    return { product: productOf(parsed.data, readDetails(row), currency) };
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message };
    throw error;
  }
}

/** Of two rows with one id the later one wins. */
const stage = `INSERT OR REPLACE INTO staged_products (${columns}) SELECT ${fields
  .map(({ key }) => `value ->> '${key}'`)
  .join(', ')} FROM json_each(?)`;
