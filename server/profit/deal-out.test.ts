import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealOut } from './deal-out.ts';

function dealt(amount: number, weights: readonly number[]): number[] {
  const into: number[] = [];
  dealOut(amount, weights, { into, count: weights.length });
  return into;
}

const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 });
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('dealing out', () => {
  test.each([
    [100, [1, 1, 1], [33, 34, 33]],
    [10, [0, 0], [5, 5]],
    [7, [3, 0, 1], [5, 0, 2]],
    [1, [1, 1, 1, 0], [0, 1, 0, 0]],
    [-7, [3, 1], [-5, -2]],
    [5, [0], [5]],
    [5, [], []],
  ])('%i by %j is %j', (sum, by, parts) => {
    expect(dealt(sum, by)).toEqual(parts);
  });

  test('gives whole parts that add up, each within one of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (sum, by) => {
        const parts = dealt(sum, by);
        const total = by.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(sum);
        for (const [place, part] of parts.entries()) {
          const exact = total > 0 ? (sum * (by[place] ?? 0)) / total : sum / by.length;
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - exact)).toBeLessThan(1.000_001);
        }
      }),
    );
  });
});
