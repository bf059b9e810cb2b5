import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { openShop } from './open-shop.ts';

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

/** Events of three visitors, two of whom log in as the same customer, in the order in which they are sent. */
const sent: fc.Arbitrary<LogEvent[]> = fc
  .array(
    fc.record({
      id: fc.nat(60).map((number) => `e${number}`),
      visitor: fc.constantFrom('a', 'b', 'c', '~nobody'),
      at: fc.nat(1_000_000).map((ms) => 1_700_000_000_000 + ms * 1000),
      name: fc.constantFrom('page_view', 'view_item', 'add_to_cart', 'purchase', 'decision'),
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
      const customer = first.visitor === 'a' || first.visitor === 'b' ? '17850' : undefined;
      return customer && first.name === 'page_view'
        ? { ...first, name: 'login', identity: { customer, name: 'Anna', evidence: 'signed' as const } }
        : first;
    }),
  );

/** Everything that is made from the log. */
async function projections(store: Store) {
  return {
    profiles: await store.all('SELECT visitor, person, who, last_seen, body FROM profiles ORDER BY visitor', []),
    identities: await store.all('SELECT event, visitor, key, evidence, at FROM identities ORDER BY event', []),
  };
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
