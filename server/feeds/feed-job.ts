import { readStock } from '../catalog/catalog.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { type AskOutside, Unreachable } from '../outside.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { FeedFailure, failureOf } from './feed-failure.ts';
import { feedRows } from './feed-rows.ts';
import { fetchFeed } from './fetch-feed.ts';
import { parseMapping } from './mapping.ts';
import { claimDue, type Feed, type FeedRun, leaseFor, nextDue, release, renew, settle } from './schedule.ts';
import { type Taken, takeFeed } from './take-feed.ts';
import type { UnderWay } from './under-way.ts';

/** Fetches the shops' feeds as they become due. */
export interface FeedJob {
  underWay: UnderWay;
  ask: AskOutside;
  /** Looks what is due, fetches it, one feed after the other, and asks to be woken for the next. */
  runDue(): Promise<void>;
  /** Breaks off; what was under way is due again. */
  stop(): Promise<void>;
}

interface Deps {
  /** ms since 1970. */
  now(): number;
  directory: Store;
  openShop(key: string): Promise<OpenShop | null>;
  ask: AskOutside;
  underWay: UnderWay;
  /** Calls `runDue` at that time (ms since 1970), instead of at the one before; null: not at all. */
  wakeAt(at: number | null): void;
}

const minute = 60_000;
const longest = 10 * minute;
/** Before a feed that failed is tried again: twice as long each time, up to its interval. */
const firstRetry = 15 * minute;
const keptRefused = 100;

export function createFeedJob({ now, directory, openShop, ask, underWay, wakeAt }: Deps): FeedJob {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      for (;;) {
        if (stopping.signal.aborted) return;
        const lease = crypto.randomUUID();
        const feed = await claimDue(directory, lease, now());
        if (!feed) break;
        // Where this process ends in the middle of it, the next one begins anew.
        wakeAt(now() + leaseFor);
        await fetchNow(feed, lease);
      }
      wakeAt(await nextDue(directory));
    } while (again);
  }

  async function fetchNow(feed: Feed, lease: string): Promise<void> {
    const startedAt = now();
    const renewing = setInterval(() => void renew(directory, lease, now()).catch(() => {}), leaseFor / 4);
    const time = AbortSignal.timeout(longest);
    try {
      const done = await takeIn(feed, AbortSignal.any([stopping.signal, time]));
      await settle(directory, lease, feed, runOf(startedAt, now(), done?.taken ?? null), {
        etag: done ? done.etag : feed.etag,
        lastModified: done ? done.lastModified : feed.lastModified,
        failures: 0,
        dueAt: startedAt + feed.everyMinutes * minute,
      });
    } catch (error) {
      if (stopping.signal.aborted) return await release(directory, lease);
      const failures = feed.failures + 1;
      const wait = Math.min(feed.everyMinutes * minute, firstRetry * 2 ** Math.min(feed.failures, 10));
      // Somebody's file is being taken in: no failure of the feed.
      const isBusy = error instanceof Problem && error.code === 'import-running';
      const failure = isBusy
        ? null
        : failureOf(
            time.aborted ? new Unreachable('too-slow', `It took longer than ${longest / minute} minutes.`) : error,
          );
      const { etag, lastModified } = feed;
      const after = { etag, lastModified, failures: failure ? failures : feed.failures };
      const dueAt = now() + (failure ? wait : minute);
      await settle(directory, lease, feed, failure && failedRun(startedAt, now(), failure), { ...after, dueAt });
    } finally {
      clearInterval(renewing);
    }
  }

  /** Null where the bytes are those that the catalogue is made of. */
  function takeIn(feed: Feed, signal: AbortSignal) {
    return underWay.during(feed.shop, async (progress) => {
      const fetched = await fetchFeed(feed, ask, signal);
      if (!fetched) return null;
      const opened = await openShop(feed.shop);
      if (!opened) throw new FeedFailure('no-product', 'This shop is gone.');
      const { store, catalog, shop } = opened;
      const mapping = parseMapping(feed.mapping);
      const options = { currency: shop.currency, now: now(), mapping, progress };
      const taken = await takeFeed(store, feedRows(fetched.bytes), options);
      const [first] = taken.refused.first;
      if (taken.kept === 0)
        throw new FeedFailure('no-product', first ? `Line ${first.line}: ${first.reason}` : 'The feed is empty.');
      await catalog.replace(() => readStock(store));
      return { taken, etag: fetched.etag, lastModified: fetched.lastModified };
    });
  }

  return {
    underWay,
    ask,
    runDue: () => {
      again = true;
      running ??= run()
        .catch((error: unknown) => {
          wakeAt(now() + minute);
          throw error;
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
    stop: async () => {
      stopping.abort();
      wakeAt(null);
      await running?.catch(() => {});
    },
  };
}

function runOf(startedAt: number, endedAt: number, taken: Taken | null): FeedRun {
  return {
    ...{ startedAt, endedAt, outcome: taken ? 'taken' : 'unchanged', kept: taken?.kept ?? 0, code: null, detail: null },
    refused: taken?.refused.count ?? 0,
    firstRefused: JSON.stringify(taken?.refused.first.slice(0, keptRefused) ?? []),
  };
}

function failedRun(startedAt: number, endedAt: number, { code, message }: FeedFailure): FeedRun {
  const nothing = { kept: 0, refused: 0, firstRefused: '[]' };
  return { startedAt, endedAt, outcome: 'failed', ...nothing, code, detail: message.slice(0, 500) };
}
