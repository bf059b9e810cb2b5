import { describe, expect, test } from 'vitest';
import { type Arm, compareArms } from './compare-arms.ts';
import { studentQuantile } from './student.ts';

function armOf(amounts: readonly number[]): Arm {
  return {
    visitors: amounts.length,
    buyers: amounts.filter((amount) => amount > 0).length,
    revenue: amounts.reduce((sum, amount) => sum + amount, 0),
    squares: amounts.reduce((sum, amount) => sum + amount ** 2, 0),
  };
}

/** Mulberry32. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test.each([
  [10, 2.2281],
  [30, 2.0423],
  [120, 1.9799],
  [1e9, 1.96],
])('Student’s quantile of %i degrees is that of the tables', (freedom, expected) => {
  expect(studentQuantile(freedom)).toBeCloseTo(expected, 3);
});

describe('the difference of two arms', () => {
  test('has the truth in its interval about 95 times of 100, where one in five buys for very different sums', () => {
    const random = randomBy(7);
    const visitor = (chance: number) => (random() < chance ? Math.round(2_000 * Math.exp(random() * 2)) : 0);
    // The mean of exp(2u) is (e² − 1) / 2.
    const truth = 0.05 * 2_000 * ((Math.E ** 2 - 1) / 2);
    let hits = 0;
    for (let round = 0; round < 1_000; round++) {
      const shelf = armOf(Array.from({ length: 900 }, () => visitor(0.25)));
      const without = armOf(Array.from({ length: 300 }, () => visitor(0.2)));
      const found = compareArms(shelf, without, 30);
      if (found.isKnown && found.low <= truth && truth <= found.high) hits++;
    }
    expect(hits).toBeGreaterThan(930);
    expect(hits).toBeLessThan(970);
  });

  test('is not told before enough have come, with the visitors and days that are missing', () => {
    const some = armOf(Array.from({ length: 400 }, (_, place) => (place % 8 === 0 ? 100 : 0)));
    const few = armOf(Array.from({ length: 50 }, (_, place) => (place % 10 === 0 ? 100 : 0)));
    // A fifth of the buyers in 10 days.
    expect(compareArms(some, few, 10)).toEqual({ isKnown: false, visitors: 1_800, days: 40 });
    expect(compareArms(some, armOf([]), 10)).toEqual({ isKnown: false, visitors: null, days: null });
  });

  test('of arms that bring the same, always, is that', () => {
    const same = armOf(Array.from({ length: 200 }, () => 333));
    expect(compareArms(same, same, 10)).toEqual({ isKnown: true, mean: 0, low: 0, high: 0 });
  });
});
