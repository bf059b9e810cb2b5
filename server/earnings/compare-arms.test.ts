import { describe, expect, test } from 'vitest';
import { note, nothing, type Outcome } from '../experiments/outcome.ts';
import { chance } from '../predict/random.ts';
import { compareArms } from './compare-arms.ts';

function armOf(amounts: readonly number[]): Outcome {
  const arm: Outcome = { ...nothing };
  for (const amount of amounts) note(arm, amount);
  return arm;
}

describe('the difference of two arms', () => {
  test('has the truth in its interval at each of thirty looks in at least 95 of 100 shops, where one in five buys for very different sums', () => {
    const { uniform } = chance(7);
    const visitor = (share: number) => (uniform() < share ? Math.round(2_000 * Math.exp(uniform() * 2)) : 0);
    // The mean of exp(2u) is (e² − 1) / 2.
    const truth = 0.05 * 2_000 * ((Math.E ** 2 - 1) / 2);
    let misses = 0;
    for (let shop = 0; shop < 600; shop++) {
      const [shelf, without] = [armOf([]), armOf([])];
      let isMissed = false;
      for (let day = 1; day <= 30; day++) {
        for (let come = 0; come < 60; come++) note(shelf, visitor(0.25));
        for (let come = 0; come < 20; come++) note(without, visitor(0.2));
        const found = compareArms(shelf, without, day);
        isMissed ||= found.isKnown && (found.low > truth || found.high < truth);
      }
      if (isMissed) misses++;
    }
    expect(misses / 600).toBeLessThanOrEqual(0.05);
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
    expect(compareArms(same, same, 10)).toEqual({ isKnown: true, mean: 0, low: 0, high: 0, p: 1, tenthNeeds: null });
  });

  test('says how many visitors would find a tenth more', () => {
    const arm = armOf(Array.from({ length: 1_000 }, (_, place) => (place % 10 === 0 ? 100 : 0)));
    const found = compareArms(arm, arm, 10);
    expect(found.isKnown && found.tenthNeeds).toBeGreaterThan(20_000);
  });
});
