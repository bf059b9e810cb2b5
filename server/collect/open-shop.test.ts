import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LogEvent, orderStatuses } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { type OpenShop, openShop } from './open-shop.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const shop: Shop = {
  key: 'test',
  name: 'Test',
  origins: 'http://shop.example',
  currency: 'GBP',
  timeZone: 'UTC',
  demo: false,
  tokenSecret: 'a',
  identitySecret: 'b',
  createdAt: 0,
};

let folder = '';
let threads: { writer: Thread; reader: Thread };
let files = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-shop-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

const emptyStore = () => openFileStore(join(folder, `${files++}.db`), migrations.shop, threads);

const reports = new Set(['purchase', 'refund', 'order_status']);

/** Events of three visitors, two of whom log in as the same customer, in the order in which they are sent. */
const sent: fc.Arbitrary<LogEvent[]> = fc
  .array(
    fc.record({
      id: fc.nat(60).map((number) => `e${number}`),
      visitor: fc.constantFrom('a', 'b', 'c', '~nobody'),
      at: fc.nat(1_000_000).map((ms) => 1_700_000_000_000 + ms),
      name: fc.constantFrom(...['page_view', 'view_item', 'add_to_cart', 'add_to_wishlist', 'decision'], ...reports),
      order: fc.constantFrom('1', '2', '3'),
      params: fc.record({ status: fc.constantFrom(...orderStatuses) }),
      currency: fc.constant('GBP'),
      value: fc.nat(10_000),
      items: fc.array(
        fc.record({ id: fc.constantFrom('P1', 'P2', 'P3'), quantity: fc.constant(1), price: fc.nat(500) }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((events) =>
    // An id always names the same event.
    events.map(({ id }) => {
      const first = events.find((event) => event.id === id);
      if (!first) throw new Error('unreachable');
      return known(first);
    }),
  );

/** A page view of three of the visitors is a login, of two of them as the same customer; a wish is staff's word on who they are. */
function known({ order, ...event }: LogEvent & { order: string }): LogEvent {
  const customer = { a: '17850', b: '17850', c: '9' }[event.visitor];
  if (event.name === 'add_to_wishlist' && customer !== undefined)
    return { ...event, edges: [{ key: event.at % 2 ? 'customer:17850' : 'visitor:a', joins: event.at % 3 > 0 }] };
  if (event.name === 'page_view' && customer !== undefined) {
    const email = event.at % 5 === 0 ? { email: 'anna@example.com' } : {};
    return { ...event, name: 'login', identity: { customer, name: 'Anna', ...email, evidence: 'signed' } };
  }
  if (!reports.has(event.name)) return event;
  return { ...event, order, ...(event.at % 2 ? { page: { id: 'p', path: '/thanks' } } : {}) };
}

/** Everything that is made from the log. */
async function projections(store: Store) {
  return {
    profiles: await store.all('SELECT visitor, person, who, last_seen, body FROM profiles ORDER BY visitor', []),
    identities: await store.all(
      'SELECT event, visitor, key, evidence, at, joins FROM identities ORDER BY event, key',
      [],
    ),
    orders: await store.all('SELECT * FROM orders ORDER BY id', []),
  };
}

/** What answers from memory says the same as what is in the file. */
async function expectSamePeople({ people }: OpenShop, store: Store): Promise<void> {
  for (const [visitor, person] of await store.all('SELECT visitor, person FROM profiles', [])) {
    expect([visitor, (await people.of(String(visitor))).id]).toEqual([visitor, person]);
  }
}

/** Sends events in batches of some size, all at once, and saves now and then. */
async function record(store: Store, events: readonly LogEvent[], size: number): Promise<void> {
  const open = await openShop(shop, store, () => 1_700_500_000_000);
  const work: Promise<unknown>[] = [];
  for (let from = 0; from < events.length; from += size) {
    work.push(open.record(events.slice(from, from + size)));
    if (from % 3 === 0) work.push(open.save());
  }
  await Promise.all(work);
  await open.save();
  await expectSamePeople(open, store);
}

describe('a shop at work', () => {
  test('makes the same of events that come twice, late, shuffled and in other batches', async () => {
    await fc.assert(
      fc.asyncProperty(sent, fc.integer({ min: 1, max: 9 }), async (events, size) => {
        const [once, messy] = [await emptyStore(), await emptyStore()];
        const distinct = events.filter(({ id }, place) => events.findIndex((event) => event.id === id) === place);
        await record(once, distinct, 100);
        await record(messy, [...events].reverse(), size);
        expect(await projections(messy)).toEqual(await projections(once));
        await Promise.all([once.close(), messy.close()]);
      }),
      { numRuns: 25 },
    );
  });

  test('makes the same again from its log when all that was made of it is dropped', async () => {
    await fc.assert(
      fc.asyncProperty(sent, async (events) => {
        const store = await emptyStore();
        await record(store, events, 7);
        const before = await projections(store);
        const tables = ['profiles', 'identities', 'orders', 'projections'];
        await store.write(tables.map((table) => ({ sql: `DELETE FROM ${table}`, params: [] })));
        await record(store, [], 7);
        expect(await projections(store)).toEqual(before);
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  test('takes up after a crash what was acknowledged but not yet folded into the file', async () => {
    await fc.assert(
      fc.asyncProperty(sent, fc.nat(), async (events, cut) => {
        const [whole, crashed] = [await emptyStore(), await emptyStore()];
        const place = cut % events.length;
        await record(whole, events, 7);
        await record(crashed, events.slice(0, place), 7);
        // Acknowledged, and then the process is gone: nothing is saved.
        await (await openShop(shop, crashed, () => 0)).record(events.slice(place));
        const again = await openShop(shop, crashed, () => 0);
        await again.save();
        expect(await projections(crashed)).toEqual(await projections(whole));
        await Promise.all([whole.close(), crashed.close()]);
      }),
      { numRuns: 25 },
    );
  });
});
