import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttempt, patience } from './retry.ts';

const now = 1_000_000_000_000;
const asked = (attempts: number, retryAfter: string | null = null, random = 0.5) =>
  nextAttempt({ attempts, now, random, retryAfter });

test('waits grow from seconds to a day, and end after about three days', () => {
  const waits = Array.from({ length: 9 }, (_, place) => (asked(place + 1) ?? 0) - now);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBe(5_000);
  expect(waits.at(-1)).toBe(24 * 3_600_000);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(patience);
  expect(asked(10)).toBeNull();
});

test('no two that failed together come together again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const wait = (asked(attempts, null, random) ?? 0) - now;
      const plain = (asked(attempts) ?? 0) - now;
      expect(Math.abs(wait / plain - 1)).toBeLessThanOrEqual(0.2001);
    }),
  );
});

test.each([
  ['120', 120_000],
  ['Sun, 09 Sep 2001 01:48:40 GMT', 120_000],
  ['1', 5_000],
  ['999999999', 24 * 3_600_000],
  ['soon', 5_000],
  ['-5', 5_000],
])('an answer that asks for "%s" is heard', (retryAfter, wait) => {
  expect((asked(1, retryAfter) ?? 0) - now).toBe(wait);
});
