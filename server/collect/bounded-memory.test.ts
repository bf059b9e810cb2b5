import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createCounts } from '../doctor/counts.ts';
import { createSequences } from '../doctor/sequences.ts';
import { createTwice } from '../doctor/twice.ts';
import { tokenKey } from '../identity/visitor-token.ts';
import { createBuckets } from '../limits/buckets.ts';
import { createLiveFeed } from '../live/live-feed.ts';
import { createSessionChance } from '../predict/session-chance.ts';
import { emptyProfile } from '../profiles/profile.ts';
import { createThrottle } from '../staff/throttle.ts';
import { createAcknowledged } from './acknowledged.ts';
import { createCookielessNames } from './cookieless.ts';
import { createOneWay } from './one-way.ts';
import { createPageMemory } from './page-memory.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Each takes visitors and pages that are never seen again. */
const memories: Record<string, () => (turn: number) => unknown> = {
  'what has arrived of each visitor': () => {
    const acknowledged = createAcknowledged();
    return (turn) => acknowledged.note(`visitor ${turn}`, `batch ${turn}`);
  },
  'which product a page shows': () => {
    const pages = createPageMemory();
    return (turn) => pages.keep(`page ${turn}`, `product ${turn}`);
  },
  'which facts a page has told': () => {
    const oneWay = createOneWay();
    const items = Array.from({ length: 20 }, (_, place) => ({ item_id: `product number ${place}` }));
    const event = (turn: number) => ({ id: `${turn}`, name: 'view_item', time: turn, params: { items } });
    return (turn) => oneWay.believed(`page ${turn}`, [{ index: 0, event: event(turn), way: 'own' as const }]);
  },
  'pages that report twice': () => {
    const twice = createTwice();
    return (turn) => twice.view(`visitor ${turn}`, '/', `page ${turn}`, turn);
  },
  'the sequences of pages': () => {
    const sequences = createSequences(0);
    return (turn) => sequences.seen(`page${turn}.0`, turn);
  },
  'counts by names that the page chose': () => {
    const counts = createCounts(() => 0);
    return (turn) => counts.add('event', `name ${turn}`);
  },
  'the buckets of addresses': () => {
    const buckets = createBuckets({ burst: 10, perSecond: 1 }, () => 0);
    return (turn) => buckets.take(`address ${turn}`);
  },
  'who is here': () => {
    const live = createLiveFeed(
      () => 0,
      () => null,
    );
    return (turn) => {
      const event = {
        id: `${turn}`,
        visitor: `visitor ${turn}`,
        at: 0,
        name: 'view_item',
        page: { id: '', path: '/' },
      };
      live.add([event], () => emptyProfile());
    };
  },
  'failed sign-ins': () => {
    const throttle = createThrottle(() => 0);
    return (turn) => throttle.failed(`email ${turn}`);
  },
};

function heapAfter(turns: number, turn: (turn: number) => unknown): number {
  for (let place = 0; place < turns; place++) turn(place);
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test.each(Object.entries(memories))('%s: 400,000 strangers leave no more than some thousands do', (_, create) => {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const turn = create();
  const after = heapAfter(400_000, turn);
  // One entry takes 100 bytes and more: kept, they would be 40 MB at least.
  expect((after - before) / 1e6).toBeLessThan(20);
  turn(0);
});

test('sessions under way, and the ones before them: 100,000 strangers leave no more than some thousands do', () => {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const sessions = createSessionChance();
  const items = (turn: number) => [1, 2, 3].map((place) => `product ${turn}.${place}`);
  const after = heapAfter(100_000, (turn) => {
    sessions.observe(`visitor ${turn}`, { at: turn, kind: 'view', items: items(turn) });
  });
  // A kilobyte and more each: kept, they would be 100 MB at least.
  expect((after - before) / 1e6).toBeLessThan(45);
  expect(sessions.of('visitor 99999', 100_000)).not.toBeNull();
});

test('tokens and names without cookies: neither keeps what it was asked', async () => {
  const key = await tokenKey('secret');
  const names = createCookielessNames(() => 0);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let place = 0; place < 60_000; place += 500)
    await Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        await key.sign({ visitor: `visitor${place + index}`, issued: 1 });
        await names.of('site', `address ${place + index}`, 'browser');
      }),
    );
  collectGarbage();
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(12);
});
