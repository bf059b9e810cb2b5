import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveInPlace } from './cholesky.ts';

const number = fc.integer({ min: -5, max: 5 });

test('the answer solves the equations of every matrix of counts', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 8 })
        .chain((size) =>
          fc.tuple(
            fc.array(fc.array(number, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 10 }),
            fc.array(number, { minLength: size, maxLength: size }),
          ),
        ),
      ([observations, b]) => {
        const size = b.length;
        const ridge = 0.5;
        const at = (row: number, column: number) =>
          observations.reduce((sum, one) => sum + (one[row] ?? 0) * (one[column] ?? 0), row === column ? ridge : 0);
        const a = Float64Array.from({ length: size * size }, (_, place) => at(Math.floor(place / size), place % size));
        const x = Float64Array.from(b);
        solveInPlace(a, x, size, ridge);
        for (let row = 0; row < size; row++) {
          const sum = x.reduce((all, value, column) => all + value * at(row, column), 0);
          expect(sum).toBeCloseTo(b[row] ?? 0, 6);
        }
      },
    ),
  );
});

test('what is no matrix of counts still gives numbers', () => {
  const x = Float64Array.of(1, 1);
  solveInPlace(Float64Array.of(2, 0, 9, 2), x, 2, 1);
  expect([...x].every(Number.isFinite)).toBe(true);
});
