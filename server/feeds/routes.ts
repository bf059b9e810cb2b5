import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readStock } from '../catalog/catalog.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';
import type { Store } from '../store/store.ts';
import { query } from '../valid.ts';
import { addressRoutes } from './address-routes.ts';
import type { FeedJob } from './feed-job.ts';
import { feedRows } from './feed-rows.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { previewOf } from './preview.ts';
import { forgetBytes } from './schedule.ts';
import { takeFeed } from './take-feed.ts';

export interface FeedRouteDeps {
  now(): number;
  directory: Store;
  feeds: FeedJob;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

interface Env {
  Variables: { shop: OpenShop };
}

const Import = z.object({ map: z.union([z.string(), z.array(z.string())]).optional() });

/** The shop's catalogue as a file: what is in it, a look at a file, and the file in its place. Bodies are the file's bytes. */
export function feedRoutes(deps: FeedRouteDeps) {
  const { now, directory, feeds } = deps;
  return new Hono<Env>()
    .get('/', (c) => {
      const { catalog, shop } = c.get('shop');
      return c.json({ products: catalog.size, importing: feeds.underWay.of(shop.key) });
    })
    .post('/preview', async (c) => c.json(await readable(previewOf(feedRows(bodyOf(c))))))
    .post('/', query(Import), async (c) => {
      const { store, catalog, shop } = c.get('shop');
      const mapping = mappingIn(c.req.valid('query').map);
      const taken = await feeds.underWay.during(shop.key, async (progress) => {
        const options = { currency: shop.currency, now: now(), mapping, progress };
        const taken = await readable(takeFeed(store, feedRows(bodyOf(c)), options));
        if (taken.kept > 0) await catalog.replace(() => readStock(store));
        return taken;
      });
      // The feed of an address takes its place again, though it be the same as before.
      if (taken.kept > 0) await forgetBytes(directory, shop.key);
      return c.json(taken);
    })
    .route('/feed', addressRoutes(deps));
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
