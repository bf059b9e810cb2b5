import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BgNbd, chanceAlive, expectedPurchases, logLikelihood, type Repeats } from './bg-nbd.ts';
import { logGamma } from './log-gamma.ts';

const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const models = fc.record({
  r: fc.double({ min: 0.05, max: 20, noNaN: true }),
  alpha: fc.double({ min: 0.1, max: 200, noNaN: true }),
  a: fc.double({ min: 0.05, max: 20, noNaN: true }),
  b: fc.double({ min: 0.05, max: 20, noNaN: true }),
});
const customers = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 300, noNaN: true }),
  )
  .map(([count, part, age]): Repeats => ({ count, last: count === 0 ? 0 : part * age, age }));

test('a customer of the paper: the published expectation', () => {
  // Fader, Hardie, Lee (2005): 2 repeat purchases, the last after 30.43 of 38.86 weeks; 1.226 in the next 39.
  expect(expectedPurchases(cdnow, { count: 2, last: 30.43, age: 38.86 }, 39)).toBeCloseTo(1.226, 3);
});

test('what is expected is what integrating over rates and chances of going gives', () => {
  fc.assert(
    fc.property(models, customers, fc.double({ min: 0.1, max: 120, noNaN: true }), (model, customer, weeks) => {
      const exact = integrated(model, customer, weeks);
      const formula = expectedPurchases(model, customer, weeks);
      expect(Math.abs(formula - exact)).toBeLessThan(1e-4 * Math.max(exact, 1e-3));
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('at the holes of the formula, too', () => {
  for (const model of [
    { ...cdnow, a: 1 },
    { ...cdnow, a: 0.3, b: 0.7 },
  ]) {
    const customer = { count: 0, last: 0, age: 10 };
    expect(expectedPurchases(model, customer, 52)).toBeCloseTo(integrated(model, customer, 52), 3);
  }
});

test.each([
  ['nothing but the first order, just now', { count: 0, last: 0, age: 0 }],
  ['all purchases at one moment', { count: 50, last: 0, age: 0 }],
  ['all purchases at the first moment, then nothing for years', { count: 50, last: 0, age: 1000 }],
  ['a hundred thousand purchases', { count: 100_000, last: 500, age: 500 }],
])('%s: finite numbers', (_, customer) => {
  const alive = chanceAlive(cdnow, customer);
  expect(Number.isFinite(logLikelihood(cdnow, customer))).toBe(true);
  expect(alive).toBeGreaterThanOrEqual(0);
  expect(alive).toBeLessThanOrEqual(1);
  const expected = expectedPurchases(cdnow, customer, 52);
  expect(Number.isFinite(expected)).toBe(true);
  expect(expected).toBeGreaterThanOrEqual(0);
});

/**
 * Of someone who is still here, with the rate integrated out by hand: the mean of (1 - (1 + p t / (alpha + T))^-(r + x)) / p over
 * p ~ Beta(a, b + x), by the double exponential rule (Takahasi, Mori, 1974), which bears the ends' poles.
 */
function integrated({ r, alpha, a, b }: BgNbd, customer: Repeats, weeks: number): number {
  const shape = b + customer.count;
  const reach = weeks / (alpha + customer.age);
  const logBeta = logGamma(a) + logGamma(shape) - logGamma(a + shape);
  const step = 1 / 128;
  let sum = 0;
  for (let place = -6; place <= 6; place += step) {
    const u = (Math.PI / 2) * Math.sinh(place);
    // p and 1 - p, each without cancellation.
    const logP = -Math.log1p(Math.exp(-2 * u));
    const logQ = -Math.log1p(Math.exp(2 * u));
    const p = Math.exp(logP);
    const gain =
      p < 1e-9 ? (r + customer.count) * reach : -Math.expm1(-(r + customer.count) * Math.log1p(p * reach)) / p;
    const weight = Math.PI * Math.cosh(place) * Math.exp(a * logP + shape * logQ - logBeta);
    sum += gain * weight * step;
  }
  return sum * chanceAlive({ r, alpha, a, b }, customer);
}
