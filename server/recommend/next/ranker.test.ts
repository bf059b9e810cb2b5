import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankerSize, scoreCandidates } from './ranker.ts';

const number = fc.double({ min: -3, max: 3, noNaN: true });

test('a score is u x + v max(0, W x + b), however many hidden units there are', () => {
  const shape = fc.record({ inputs: fc.integer({ min: 1, max: 5 }), hidden: fc.nat(9), count: fc.nat(4) });
  fc.assert(
    fc.property(shape, fc.infiniteStream(number), ({ inputs, hidden, count }, numbers) => {
      const some = (length: number) => Float64Array.from({ length }, () => numbers.next().value ?? 0);
      const weights = some(rankerSize(inputs, hidden));
      const features = some(count * inputs);
      const scores = new Float64Array(count);
      scoreCandidates({ inputs, hidden, weights }, features, count, scores);
      const times = (row: Float64Array, x: Float64Array) => x.reduce((sum, one, at) => sum + one * (row[at] ?? 0), 0);
      for (let candidate = 0; candidate < count; candidate++) {
        const x = features.subarray(candidate * inputs, (candidate + 1) * inputs);
        let expected = times(weights.subarray(0, inputs), x);
        for (let unit = 0; unit < hidden; unit++) {
          const row = inputs + 2 * hidden + unit * inputs;
          const sum = (weights[inputs + hidden + unit] ?? 0) + times(weights.subarray(row, row + inputs), x);
          expected += (weights[inputs + unit] ?? 0) * Math.max(0, sum);
        }
        expect(scores[candidate]).toBeCloseTo(expected, 9);
      }
    }),
  );
});
