import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, dueIn, fitClock, ownClock, type Waits } from './clock.ts';
import { finish } from './minimise.ts';
import { chance } from './random.ts';

const monthly: Clock = { mean: Math.log(30), deviation: 0.5 };

test('the clock that made the waits is found again, though a third of them has not ended', () => {
  const waits = waitsOf(monthly, 6_000);
  expect(waits.open.length / 6_000).toBeGreaterThan(0.3);
  const found = finish(fitClock(waits));
  expect(found.mean).toBeCloseTo(monthly.mean, 1);
  expect(found.deviation).toBeCloseTo(monthly.deviation, 1);
  // Whoever leaves the open ones out is wrong: those that ended are the short ones.
  const naive = waits.ended.reduce((sum, days) => sum + Math.log(days), 0) / waits.ended.length;
  expect(naive).toBeLessThan(monthly.mean - 0.1);
});

test('one’s own clock lies between all the others’ and what its own waits say, the nearer to them the more there are', () => {
  const weekly = (count: number) => ownClock(monthly, { ended: Array.from({ length: count }, () => 7), open: [] }).mean;
  const means = [0, 1, 3, 10, 1_000].map(weekly);
  expect(means[0]).toBeCloseTo(monthly.mean, 6);
  expect([...means].sort((a, b) => b - a)).toEqual(means);
  expect(means.at(-1)).toBeCloseTo(Math.log(7), 2);
});

test('the longer one has waited without it, the longer the clock', () => {
  const open = (days: number) => ownClock(monthly, { ended: [30], open: [days] }).mean;
  expect(open(1)).toBeLessThan(open(60));
  expect(open(60)).toBeLessThan(open(600));
});

test('due is what simulating those who are still waiting says', () => {
  const random = chance(3);
  const elapsed = 35;
  const left = Array.from(
    { length: 40_000 },
    () => Math.exp(monthly.mean + monthly.deviation * random.normal()) - elapsed,
  )
    .filter((days) => days > 0)
    .sort((a, b) => a - b);
  const due = dueIn(monthly, elapsed);
  expect(due.days).toBeCloseTo(left[Math.floor(left.length / 2)] ?? 0, 0);
  expect(Math.abs(due.high - (left[Math.floor(left.length * 0.9)] ?? 0))).toBeLessThan(2);
});

test('whatever the waits, a finite answer in order', () => {
  const days = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(days, days, fc.double({ min: 0, max: 1e5, noNaN: true }), (ended, open, elapsed) => {
      const shop = finish(fitClock({ ended, open }));
      const { days, low, high } = dueIn(ownClock(shop, { ended, open }), elapsed);
      expect([days, low, high].every(Number.isFinite)).toBe(true);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(days + 1e-9);
      expect(days).toBeLessThanOrEqual(high + 1e-9);
    }),
    { numRuns: 60 },
  );
});

function waitsOf({ mean, deviation }: Clock, count: number): Waits {
  const random = chance(count);
  const waits = { ended: [] as number[], open: [] as number[] };
  for (let place = 0; place < count; place++) {
    const days = Math.exp(mean + deviation * random.normal());
    const watched = 60 * random.uniform();
    if (days <= watched) waits.ended.push(days);
    else waits.open.push(watched);
  }
  return waits;
}
