import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { failureOf } from './feed-failure.ts';
import type { FeedJob } from './feed-job.ts';
import { feedRows } from './feed-rows.ts';
import { fetchFeed } from './fetch-feed.ts';
import { Field, parseMapping } from './mapping.ts';
import { previewOf } from './preview.ts';
import { feedOf, forgetBytes, removeFeed, runsOf, setFeed } from './schedule.ts';
import type { RefusedLine } from './take-feed.ts';

interface Deps {
  now(): number;
  directory: Store;
  feeds: FeedJob;
  later(work: Promise<unknown>): void;
}

interface Env {
  Variables: { shop: OpenShop };
}

const word = z.string().max(200).regex(plainText, 'without control characters');
const Address = z.object({
  url: z
    .url({ protocol: /^https?$/, error: 'not a web address' })
    .max(2_000)
    .refine((url) => !/^[^/]*\/\/[^/]*@/.test(url), 'the user and password have fields of their own'),
  user: word.nullable().default(null),
  /** Missing: the one that is known, for the same server. */
  password: word.optional(),
});
const Setup = Address.extend({
  everyMinutes: z
    .number()
    .int()
    .min(15, 'at most every 15 minutes')
    .max(7 * 1_440, 'at least once a week'),
  mapping: z.partialRecord(Field, z.string().max(200).optional()).default({}),
});

const patience = 30_000;

/** The address from which the catalogue is fetched: how it is set, and what became of it. */
export function addressRoutes({ now, directory, feeds, later }: Deps) {
  /** The password is not sent again by someone who only changes another field; and never to another server. */
  const passwordOf = async (shop: string, { url, user, password }: z.output<typeof Address>) => {
    if (user === null) return null;
    if (password !== undefined) return password;
    const known = await feedOf(directory, shop);
    return known && known.user === user && new URL(known.url).origin === new URL(url).origin ? known.password : null;
  };

  return new Hono<Env>()
    .get('/', async (c) => {
      const { key } = c.get('shop').shop;
      const [feed, runs] = await Promise.all([feedOf(directory, key), runsOf(directory, key)]);
      return c.json({
        lines: feeds.underWay.of(key),
        feed: feed && {
          ...{ url: feed.url, user: feed.user, hasPassword: feed.password !== null, everyMinutes: feed.everyMinutes },
          ...{ mapping: parseMapping(feed.mapping), nextAt: feed.dueAt, isRunning: feed.leaseUntil > now() },
        },
        runs: runs.map(({ id: _, shop: __, firstRefused, ...run }) => ({
          ...run,
          firstRefused: JSON.parse(firstRefused) as RefusedLine[],
        })),
      });
    })
    .put('/', jsonBody(Setup), async (c) => {
      const { key } = c.get('shop').shop;
      const { url, user, everyMinutes, mapping, password: given } = c.req.valid('json');
      const password = await passwordOf(key, { url, user, ...(given === undefined ? {} : { password: given }) });
      const setup = { url, user, password, everyMinutes, mapping: JSON.stringify(mapping) };
      await setFeed(directory, key, setup, now());
      later(feeds.runDue());
      return c.body(null, 204);
    })
    .delete('/', async (c) => {
      await removeFeed(directory, c.get('shop').shop.key);
      later(feeds.runDue());
      return c.body(null, 204);
    })
    .post('/run', async (c) => {
      const { key } = c.get('shop').shop;
      if (!(await feedOf(directory, key))) throw new Problem(404, 'no-feed', 'There is no address to fetch from yet.');
      await forgetBytes(directory, key, now());
      later(feeds.runDue());
      return c.body(null, 202);
    })
    .post('/preview', jsonBody(Address), async (c) => {
      const asked = c.req.valid('json');
      const password = await passwordOf(c.get('shop').shop.key, asked);
      const address = { url: asked.url, user: asked.user, password, etag: null, lastModified: null };
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]);
      try {
        const fetched = await fetchFeed(address, feeds.ask, signal);
        return c.json(await previewOf(feedRows(fetched?.bytes ?? new Blob().stream())));
      } catch (error) {
        const { code, message } = failureOf(error);
        throw new Problem(422, `feed-${code}`, message, { field: 'url', cause: error });
      } finally {
        // Its first rows are enough.
        stop.abort();
      }
    });
}
