import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chances, learn, startLogistic } from './online-logistic.ts';
import { chance } from './random.ts';

const prior = [
  { weight: -2, deviation: 2 },
  { weight: 0, deviation: 2 },
];

test('the weights that made the cases are found, and it becomes surer of them', () => {
  const random = chance(5);
  const model = startLogistic(prior);
  const before = chances(model, [1, 1]);
  for (let seen = 0; seen < 20_000; seen++) {
    const features = [1, random.normal()];
    const logit = -1 + 0.7 * (features[1] ?? 0);
    learn(model, features, random.uniform() < 1 / (1 + Math.exp(-logit)));
  }
  expect(model.weights[0]).toBeCloseTo(-1, 1);
  expect(model.weights[1]).toBeCloseTo(0.7, 1);
  const after = chances(model, [1, 1]);
  expect(after.high - after.low).toBeLessThan((before.high - before.low) / 10);
});

test('whatever it is shown, it says a chance within its range', () => {
  const wild = fc.array(
    fc.tuple(fc.tuple(fc.constant(1), fc.double({ min: -30, max: 30, noNaN: true })), fc.boolean()),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(wild, (cases) => {
      const model = startLogistic(prior);
      for (const [features, happened] of cases) learn(model, features, happened);
      const { chance, low, high } = chances(model, [1, 0.5]);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }),
  );
});
