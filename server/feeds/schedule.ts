import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { statement } from '../store/drizzle.ts';
import type { Store } from '../store/store.ts';
import { feedRuns, feeds } from './table.ts';

/** Which feed is due, and who fetches it: a lease lets one process at a time, and lets another take over when that one is gone. */

export type Feed = typeof feeds.$inferSelect;
type KeptRun = typeof feedRuns.$inferSelect;
export type FeedRun = Omit<KeptRun, 'id' | 'shop'>;
export type FeedSetup = Pick<Feed, 'url' | 'user' | 'password' | 'everyMinutes' | 'mapping'>;

/** ms: longer than a process at work leaves its lease without renewing it. */
export const leaseFor = 120_000;
const keptRuns = 20;
const fresh = { etag: null, lastModified: null };

export async function feedOf(directory: Store, shop: string): Promise<Feed | null> {
  const [feed] = await directory.db.select().from(feeds).where(eq(feeds.shop, shop)).limit(1);
  return feed ?? null;
}

/** Due at once: the first fetch shows whether all of it is right. */
export async function setFeed(directory: Store, shop: string, setup: FeedSetup, now: number): Promise<void> {
  const set = { ...setup, ...fresh, dueAt: now, failures: 0 };
  await directory.db
    .insert(feeds)
    .values({ shop, ...set, lease: null, leaseUntil: 0 })
    .onConflictDoUpdate({ target: feeds.shop, set });
}

export async function removeFeed(directory: Store, shop: string): Promise<void> {
  await directory.write([
    statement(directory.db.delete(feeds).where(eq(feeds.shop, shop))),
    statement(directory.db.delete(feedRuns).where(eq(feedRuns.shop, shop))),
  ]);
}

/** The next fetch asks for all of it again: at once where `dueAt` says so. */
export async function forgetBytes(directory: Store, shop: string, dueAt?: number): Promise<void> {
  await directory.db
    .update(feeds)
    .set({ ...fresh, ...(dueAt === undefined ? {} : { dueAt }) })
    .where(eq(feeds.shop, shop));
}

/** The feed that has been due longest and is nobody's, for `lease` from now on; null where there is none. */
export async function claimDue(directory: Store, lease: string, now: number): Promise<Feed | null> {
  await directory.write([{ sql: claim, params: [lease, now + leaseFor, now, now] }]);
  const [feed] = await directory.db.select().from(feeds).where(eq(feeds.lease, lease)).limit(1);
  return feed ?? null;
}

const claim =
  'UPDATE feeds SET lease = ?, lease_until = ? WHERE shop = ' +
  '(SELECT shop FROM feeds WHERE due_at <= ? AND lease_until <= ? ORDER BY due_at LIMIT 1)';

export async function renew(directory: Store, lease: string, now: number): Promise<void> {
  await directory.db
    .update(feeds)
    .set({ leaseUntil: now + leaseFor })
    .where(eq(feeds.lease, lease));
}

/** Gives the feed back as it was, for the next one to fetch. */
export async function release(directory: Store, lease: string): Promise<void> {
  await directory.db.update(feeds).set({ lease: null, leaseUntil: 0 }).where(eq(feeds.lease, lease));
}

type After = Pick<Feed, 'etag' | 'lastModified' | 'failures' | 'dueAt'>;

/** Notes what became of a fetch and when the next one is due. Where the merchant changed the feed meanwhile, theirs stands. */
export async function settle(
  directory: Store,
  lease: string,
  feed: Feed,
  run: FeedRun | null,
  after: After,
): Promise<void> {
  const { db } = directory;
  const isAsItWas = and(eq(feeds.lease, lease), eq(feeds.dueAt, feed.dueAt), eq(feeds.url, feed.url));
  const oldest = db
    .select({ id: feedRuns.id })
    .from(feedRuns)
    .where(eq(feedRuns.shop, feed.shop))
    .orderBy(desc(feedRuns.id))
    .limit(1)
    .offset(keptRuns);
  await directory.write([
    ...(run ? [statement(db.insert(feedRuns).values({ shop: feed.shop, ...run }))] : []),
    statement(db.delete(feedRuns).where(and(eq(feedRuns.shop, feed.shop), lt(feedRuns.id, sql`${oldest} + 1`)))),
    statement(db.update(feeds).set(after).where(isAsItWas)),
    statement(db.update(feeds).set({ lease: null, leaseUntil: 0 }).where(eq(feeds.lease, lease))),
  ]);
}

export async function runsOf(directory: Store, shop: string): Promise<KeptRun[]> {
  return directory.db.select().from(feedRuns).where(eq(feedRuns.shop, shop)).orderBy(desc(feedRuns.id)).limit(keptRuns);
}

/** When any feed wants its next fetch, ms since 1970. */
export async function nextDue(directory: Store): Promise<number | null> {
  const wanted = sql<number>`max(${feeds.dueAt}, ${feeds.leaseUntil})`;
  const [first] = await directory.db.select({ at: wanted }).from(feeds).orderBy(asc(wanted)).limit(1);
  return first?.at ?? null;
}
