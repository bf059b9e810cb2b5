import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAgain } from './due-again.ts';
import { usualClock } from './order-clock.ts';

const day = 86_400_000;

test.each<[string, number[]]>([
  ['one time', [0]],
  ['ten thousand times on one day', Array.from({ length: 10_000 }, () => 5 * day)],
  ['every day for thirty years', Array.from({ length: 10_950 }, (_, place) => place * day)],
  ['twice, thirty years apart', [0, 10_950 * day]],
])('what was done %s is due at a finite time, with a range around it', (_, times) => {
  const now = Math.max(...times) + day;
  const { days, low, high } = dueAgain(
    usualClock(),
    times.map((at) => ({ at })),
    now,
  );
  expect([days, low, high].every(Number.isFinite)).toBe(true);
  expect(low).toBeLessThanOrEqual(days);
  expect(days).toBeLessThanOrEqual(high);
});

test('whatever the times, what is due is not in the past, and its range is in order', () => {
  const orders = usualClock();
  fc.assert(
    fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 40 }), fc.nat(20_000), (days, since) => {
      const times = days.map((at) => ({ at: at * day }));
      const now = (Math.max(...days) + since) * day;
      const due = dueAgain(orders, times, now);
      expect(due.low).toBeGreaterThanOrEqual(0);
      expect(due.low).toBeLessThanOrEqual(due.days + 1e-9);
      expect(due.days).toBeLessThanOrEqual(due.high + 1e-9);
      expect(Number.isFinite(due.high)).toBe(true);
    }),
  );
});
