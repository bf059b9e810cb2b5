import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance } from '../predict/random.ts';
import { adjustedEstimates, plainEstimate } from './estimate.ts';
import { note, nothing, type Outcome, together } from './outcome.ts';

function drawn(seed: number, correlation: number, count: number, lift: number): Outcome {
  const { normal } = chance(seed);
  const sums: Outcome = { ...nothing };
  for (let visitor = 0; visitor < count; visitor++) {
    const x = normal();
    note(sums, 10 + lift + correlation * x + Math.sqrt(1 - correlation ** 2) * normal(), 3 + x);
  }
  return sums;
}

describe('an estimate', () => {
  it.each([0, 0.3, 0.6, 0.9])('loses the square of the correlation %s of its variance', (correlation) => {
    const arms = [drawn(1, correlation, 20_000, 0), drawn(2, correlation, 20_000, 0)];
    const adjusted = adjustedEstimates(arms);
    expect(adjusted.correlation).toBeCloseTo(correlation, 1);
    for (const [place, arm] of arms.entries()) {
      const left = (adjusted.arms[place]?.variance ?? 0) / plainEstimate(arm).variance;
      expect(left).toBeCloseTo(1 - adjusted.correlation ** 2, 2);
    }
  });

  it('takes what visitors did before out of the difference, and nothing else', () => {
    const { normal } = chance(5);
    const misses: number[] = [];
    const plain: number[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const arms = [0.2, 0].map((lift) => {
        const sums: Outcome = { ...nothing };
        for (let visitor = 0; visitor < 200; visitor++) {
          const x = normal();
          note(sums, lift + 0.9 * x + Math.sqrt(1 - 0.81) * normal(), x);
        }
        return sums;
      });
      const of = ([a, b]: { mean: number }[]) => (a?.mean ?? 0) - (b?.mean ?? 0) - 0.2;
      misses.push(of(adjustedEstimates(arms).arms));
      plain.push(of(arms.map(plainEstimate)));
    }
    const mean = misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
    const squares = (all: number[]) => all.reduce((sum, miss) => sum + miss ** 2, 0);
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(squares(misses) / squares(plain)).toBeLessThan(0.3);
  });

  it('is the plain one where nothing was before', () => {
    const arm = { ...nothing, visitors: 3, y: 6, yy: 14, active: 3 };
    expect(adjustedEstimates([arm, arm])).toEqual({ arms: [plainEstimate(arm), plainEstimate(arm)], correlation: 0 });
    expect(plainEstimate(arm)).toEqual({ visitors: 3, mean: 2, variance: 1 });
  });

  it('comes out the same from parts that are added up', () => {
    const visitor = fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }));
    fc.assert(
      fc.property(fc.array(visitor), fc.array(visitor), (some, others) => {
        const sumsOf = (all: [number, number][]) => {
          const sums: Outcome = { ...nothing };
          for (const [y, x] of all) note(sums, y, x);
          return sums;
        };
        expect(together(sumsOf(some), sumsOf(others))).toEqual(sumsOf([...some, ...others]));
      }),
    );
  });
});
