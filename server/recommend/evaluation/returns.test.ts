import { expect, test } from 'vitest';
import { finish } from '../../predict/minimise.ts';
import { fitPairs, pairScores } from '../peers/pairs.ts';
import type { Method } from './methods.ts';
import { evaluateReturns, type SoldLine } from './returns.ts';

const day = 86_400_000;
const confidence: Method = function* (train) {
  yield 'fitting';
  return fitPairs(train, pairScores.confidence);
};

/** In each order a lamp, its bulb, and a shade that comes back from it a day later. */
const lines: SoldLine[] = Array.from({ length: 60 }, (_, number) => {
  const sold = { order: `order ${number}`, customer: `${number % 7}`, pieces: 1, at: number * day };
  const back = { ...sold, order: `back ${number}`, product: 'shade', pieces: -1, at: number * day + day / 2 };
  return [...['lamp', 'bulb', 'shade'].map((product) => ({ ...sold, product })), back];
}).flat();

test('a product that always comes back is shown where returns count as sales, and not where they are taken out', () => {
  const { orders, cases, keptCases, returned, figures } = finish(evaluateReturns(lines, 50 * day, confidence));
  expect([orders, cases]).toEqual([50, 10]);
  expect(returned).toBeCloseTo(1 / 3);
  expect(keptCases).toBeLessThan(cases);
  expect(figures['counted as sold']).toMatchObject({ hr: 1, hrKept: 1 });
  expect(figures['taken out']).toMatchObject({ hr: keptCases / cases, hrKept: 1, shownReturned: 0 });
});

test('of two that are kept about as often, the one that comes back more stands behind', () => {
  const orders = [
    ...Array.from({ length: 20 }, () => ['lamp', 'shade']),
    ...Array.from({ length: 18 }, () => ['lamp', 'bulb']),
    ...Array.from({ length: 15 }, () => ['lamp', 'shade', 'back']),
    ...Array.from({ length: 10 }, () => ['lamp', 'bulb']),
  ].flatMap((products, number): SoldLine[] => {
    const order = { order: `order ${number}`, customer: `${number}`, at: number * day };
    const sold = products.filter((product) => product !== 'back').map((product) => ({ ...order, product, pieces: 1 }));
    const back = { ...order, order: `back ${number}`, product: 'shade', pieces: -1, at: number * day + 1 };
    return products.includes('back') ? [...sold, back] : sold;
  });
  const { figures } = finish(evaluateReturns(orders, 53 * day, confidence));
  const mrr = (way: string) => figures[way]?.mrrKept ?? Number.NaN;
  expect(mrr('taken out, and against the product')).toBeGreaterThan(mrr('taken out'));
  expect(mrr('taken out, and against the pair')).toBeGreaterThan(mrr('taken out'));
});
