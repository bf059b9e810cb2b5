import { expect, test } from 'vitest';
import { chanceOfPurchase, expectedPurchases, type Repeats } from './bg-nbd.ts';
import { fitBgNbd, fitGammaGamma } from './fit.ts';
import { forecast } from './forecast.ts';
import { type Future, futuresOf } from './futures.ts';
import { expectedSpending, type Spending } from './gamma-gamma.ts';
import { finish } from './minimise.ts';
import { chance } from './random.ts';

const model = { r: 0.8, alpha: 6, a: 0.9, b: 3 };

test('the parameters that made the customers are found again', () => {
  const customers = customersOf(model, 4_000);
  const { best } = finish(fitBgNbd(customers, 'none'));
  for (const name of ['r', 'alpha', 'a', 'b'] as const)
    expect(Math.abs(Math.log(best[name] / model[name]))).toBeLessThan(0.25);
});

test('in a shop without a customer the model is what is known of other shops', () => {
  const repeats = finish(fitBgNbd([], 'published'));
  expect(repeats.best.alpha).toBeCloseTo(4.414, 2);
  const spending = finish(fitGammaGamma([], 1_000, 'published'));
  // A new customer's order is then expected to be worth the shop's average.
  expect(expectedSpending(spending.best, { count: 0, mean: 0 })).toBeCloseTo(1_000, 0);
});

test.each<[string, Repeats[]]>([
  ['one customer with one order', [{ count: 0, last: 0, age: 0 }]],
  ['one customer with one order a year ago', [{ count: 0, last: 0, age: 52 }]],
  ['customers who bought once only', Array.from({ length: 500 }, () => ({ count: 0, last: 0, age: 20 }))],
  ['everyone like clockwork', Array.from({ length: 200 }, () => ({ count: 10, last: 50, age: 52 }))],
  ['one with a huge count', [{ count: 100_000, last: 50, age: 52 }, ...customersOf(model, 50)]],
])('from %s: finite forecasts within their ranges', (_, customers) => {
  const repeats = finish(fitBgNbd(customers, 'published'));
  const spending = finish(
    fitGammaGamma(
      Array.from({ length: 50 }, () => ({ count: 3, mean: 500 })),
      500,
      'published',
    ),
  );
  for (const customer of customers.slice(0, 3)) {
    const made = forecast(
      { repeats, spending },
      { repeats: customer, spending: { count: 1, mean: 500 } },
      [4, 13, 52],
      1,
    );
    if (customer.count === 0) expect(made.alive).toBeNull();
    else {
      expect(made.alive?.low).toBeGreaterThanOrEqual(0);
      expect(made.alive?.high).toBeLessThanOrEqual(1);
    }
    for (const { orders, value } of made.horizons)
      for (const { mean, low, high } of [orders, value]) {
        expect([mean, low, high].every(Number.isFinite)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
      }
  }
});

test('identical purchases give a finite model that expects the same again', () => {
  const spenders: Spending[] = Array.from({ length: 300 }, () => ({ count: 4, mean: 1_999 }));
  for (const prior of ['published', 'none'] as const) {
    const { best } = finish(fitGammaGamma(spenders, 1_999, prior));
    expect(Object.values(best).every(Number.isFinite)).toBe(true);
    expect(expectedSpending(best, { count: 4, mean: 1_999 })).toBeCloseTo(1_999, -1);
  }
});

test('the simulated futures are on average what the formulas expect', () => {
  // A model that is known exactly: what is left is chance alone.
  const spender = { p: 5, q: 4, v: 1_000 };
  const exact = { repeats: { best: model, draws: [model] }, spending: { best: spender, draws: [spender] } };
  const customer = { repeats: { count: 3, last: 20, age: 26 }, spending: { count: 4, mean: 1_500 } };
  const futures = Array.from({ length: 40 }, (_, seed) => futuresOf(exact, customer, [13, 26], seed)).flat();
  const mean = (of: (future: Future) => number, place: number) =>
    futures.reduce((sum, future) => sum + of(future[place] ?? { orders: 0, value: 0 }), 0) / futures.length;
  for (const [place, weeks] of [13, 26].entries()) {
    const orders = expectedPurchases(model, customer.repeats, weeks);
    expect(mean(({ orders }) => orders, place) / orders).toBeCloseTo(1, 1);
    const returns = futures.filter((future) => (future[place]?.orders ?? 0) > 0).length / futures.length;
    expect(returns).toBeCloseTo(chanceOfPurchase(model, customer.repeats, weeks), 1);
    expect(mean(({ value }) => value, place) / (orders * expectedSpending(spender, customer.spending))).toBeCloseTo(
      1,
      1,
    );
  }
});

/** Customers as the model says they come to be. */
function customersOf({ r, alpha, a, b }: typeof model, count: number): Repeats[] {
  const random = chance(count);
  return Array.from({ length: count }, () => {
    const age = 10 + 50 * random.uniform();
    const rate = random.gamma(r) / alpha;
    const going = random.beta(a, b);
    let [at, last, repeats] = [0, 0, 0];
    // Nobody goes before the first repeat purchase.
    do {
      at -= Math.log(random.uniform()) / rate;
      if (at > age) break;
      last = at;
      repeats++;
    } while (random.uniform() > going);
    return { count: repeats, last, age };
  });
}
