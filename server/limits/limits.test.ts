import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { answerProblem, Problem } from '../problem.ts';
import { createRecent } from '../recent.ts';
import { createBuckets } from './buckets.ts';
import { createLimits } from './limits.ts';
import { networkOf } from './network.ts';

test('a bucket gives its burst at once, then so many a second, and says how long to wait', () => {
  let now = 1_000_000;
  const buckets = createBuckets({ burst: 3, perSecond: 0.5 }, () => now);
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 2]);
  expect(buckets.left('a')).toEqual({ count: 0, full: 6 });
  expect(buckets.take('b'), 'another key has its own').toBe(0);
  now += 1_999;
  expect(buckets.take('a')).toBe(1);
  now += 1;
  expect(buckets.take('a')).toBe(0);
  now += 60_000;
  expect(buckets.left('a')).toEqual({ count: 3, full: 0 });
});

test('in no stretch of time does anyone get more than the burst and what flowed in', () => {
  fc.assert(
    fc.property(
      fc.record({ burst: fc.integer({ min: 1, max: 50 }), perSecond: fc.integer({ min: 1, max: 100 }) }),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 }),
      (rate, pauses) => {
        let now = 5_000;
        const buckets = createBuckets(rate, () => now);
        const granted: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if (buckets.take('a') === 0) granted.push(now);
        }
        granted.forEach((from, first) => {
          granted.slice(first).forEach((to, count) => {
            expect(count + 1).toBeLessThanOrEqual(rate.burst + ((to - from) * rate.perSecond) / 1_000 + 1e-6);
          });
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('a million keys take the memory of some thousands, and whoever is busy is not forgotten', () => {
  const now = 7_000;
  const buckets = createBuckets({ burst: 100, perSecond: 1 }, () => now, 1_000);
  let refused = 0;
  for (let key = 0; key < 1_000_000; key++) {
    buckets.take(`${key}`);
    if (key % 500 === 0 && buckets.take('busy') > 0) refused++;
  }
  expect(buckets.size).toBeLessThanOrEqual(2_000);
  expect(refused).toBe(2_000 - 100);
});

test('what was not used for the time in which a bucket fills is forgotten', () => {
  let now = 7_000;
  const buckets = createBuckets({ burst: 10, perSecond: 1 }, () => now);
  buckets.take('long ago');
  for (let turn = 0; turn < 3; turn++) {
    now += 10_001;
    buckets.take('now');
  }
  expect(buckets.size).toBeLessThanOrEqual(2);
  expect(buckets.left('long ago').count).toBe(10);
});

test('the last keys that were used are always remembered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 }),
      (capacity, uses) => {
        const recent = createRecent<number>(capacity);
        const order: string[] = [];
        for (const use of uses) {
          const key = `${use}`;
          recent.set(key, use);
          order.push(key);
          const last = [...new Set([...order].reverse())].slice(0, capacity);
          expect(recent.size).toBeLessThanOrEqual(2 * capacity);
          // Looking is using, so only the newest is looked at.
          expect(recent.get(last[0] ?? '')).toBe(use);
        }
        const last = [...new Set(order.reverse())].slice(0, capacity);
        expect(last.map((key) => recent.get(key))).toEqual(last.map(Number));
      },
    ),
  );
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8'],
  ['127.0.0.1', ''],
  ['::1', ''],
  ['::ffff:10.0.0.8', ''],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ['172.32.0.1', '172.32.0.1'],
  ['172.20.0.1', ''],
  ['fd12:3456::1', ''],
  ['', ''],
])('the network of %s is "%s"', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a key that asked too much hears when to try again; the limits can be so many times the usual, or none', async () => {
  let now = 5_000;
  const app = (times: number) => {
    const limits = createLimits(() => now, times);
    return new Hono()
      .onError((error, c) => (error instanceof Problem ? answerProblem(c, error) : c.text(String(error), 500)))
      .get('/', (c) => {
        limits.key(c, 'k');
        return c.text('done');
      });
  };
  const small = app(0.001);
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await small.request('/')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await small.request('/');
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': '20',
    ratelimit: '"key";r=0;t=60',
    'ratelimit-policy': '"key";q=3;w=60',
  });
  now += 20_000;
  expect((await small.request('/')).status).toBe(200);
  const none = app(0);
  for (let call = 0; call < 100; call++) expect((await none.request('/')).headers.has('ratelimit')).toBe(false);
});
