import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readProducts } from '../catalog/catalog.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import { query } from '../valid.ts';
import { feedRows } from './feed-rows.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { previewOf } from './preview.ts';
import { takeFeed } from './take-feed.ts';

interface Env {
  Variables: { shop: OpenShop };
}

const Import = z.object({ map: z.union([z.string(), z.array(z.string())]).optional() });

/** The shop's catalogue as a file: what is in it, a look at a file, and the file in its place. Bodies are the file's bytes. */
export function feedRoutes({ now }: { now(): number }) {
  /** Shops with an import under way, and how many lines it has read. */
  const underWay = new Map<string, number>();

  return new Hono<Env>()
    .get('/', (c) => {
      const { catalog, shop } = c.get('shop');
      return c.json({ products: catalog.size, importing: underWay.get(shop.key) ?? null });
    })
    .post('/preview', async (c) => c.json(await readable(previewOf(feedRows(bodyOf(c))))))
    .post('/', query(Import), async (c) => {
      const { store, catalog, shop } = c.get('shop');
      if (underWay.has(shop.key))
        throw new Problem(409, 'import-running', 'Another import of this catalogue is under way.');
      const mapping = mappingIn(c.req.valid('query').map);
      underWay.set(shop.key, 0);
      try {
        const progress = (lines: number) => void underWay.set(shop.key, lines);
        const options = { currency: shop.currency, now: now(), mapping, progress };
        const taken = await readable(takeFeed(store, feedRows(bodyOf(c)), options));
        if (taken.kept > 0) catalog.replace(await readProducts(store));
        return c.json(taken);
      } finally {
        underWay.delete(shop.key);
      }
    });
}

function bodyOf(c: Context): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (!c.req.raw.body) throw new Problem(422, 'unreadable-feed', 'The file is empty.');
  return c.req.raw.body;
}

function mappingIn(given: string | string[] | undefined): Mapping {
  try {
    return readMapping([given ?? []].flat());
  } catch (error) {
    if (error instanceof Refused) throw new Problem(422, 'invalid', error.message, { field: error.field });
    throw error;
  }
}

/** A file that cannot be read to its end is the sender's matter, and has changed nothing. */
function readable<T>(work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    throw new Problem(422, 'unreadable-feed', cause instanceof Error ? cause.message : String(cause), { cause });
  });
}
