import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGifts, type Gifts } from './gifts.ts';

const dayLength = 86_400_000;
const names = ['mug', 'candle', 'soap', 'lamp', 'rug', 'vase'];
const today = 20_000;
const now = today * dayLength;
const past = [{ from: today - 380, to: today - 350 }];
const everything = () => true;

interface Order {
  id: string;
  items: number[];
  day: number;
}

const gifts = (orders: readonly Order[], of: Gifts = createGifts({ names })) => {
  for (const { id, items, day } of orders) of.add(id, items, day * dayLength + 5);
  return of;
};
const many = (count: number, items: number[], day: number): Order[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${day}-${items}-${at}`, items, day }));

test('what is ordered before the occasion more than otherwise comes first, and what is ordered always does not come', () => {
  const of = gifts([
    ...many(20, [0], today - 100),
    ...many(20, [0], today - 370),
    ...many(15, [1], today - 365),
    ...many(2, [1], today - 90),
    ...many(5, [2], today - 360),
  ]);
  expect(of.best(past, now, everything, 9)).toEqual(['candle', 'soap']);
  expect(of.best(past, now, (product) => product !== 'candle', 9)).toEqual(['soap']);
  expect(of.best(past, now, everything, 1)).toEqual(['candle']);
  expect(of.orders(past, now)).toBe(40);
});

test('two orders say nothing, nor does a season that is all there is', () => {
  expect(gifts([...many(2, [1], today - 365), ...many(9, [0], today - 9)]).best(past, now, everything, 9)).toEqual([]);
  expect(gifts(many(50, [1], today - 365)).best(past, now, everything, 9)).toEqual([]);
});

test('the day before the first and the day itself are not of the season', () => {
  const of = gifts([...many(5, [1], today - 381), ...many(5, [1], today - 350)]);
  expect(of.orders(past, now)).toBe(0);
  expect(gifts([...many(5, [1], today - 380), ...many(5, [1], today - 351)]).orders(past, now)).toBe(10);
});

const order = fc.record({
  id: fc.uuid(),
  items: fc.uniqueArray(fc.nat({ max: names.length - 1 }), { maxLength: 4 }),
  day: fc.integer({ min: today - 400, max: today }),
});

test('however orders came, and whatever came and was taken back meanwhile, it says the same; asked before or not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(order, { selector: ({ id }) => id, maxLength: 60 }),
      fc.uniqueArray(order, { selector: ({ id }) => id, maxLength: 20 }),
      fc.boolean(),
      (orders, gone, isAsked) => {
        const answer = (of: Gifts) => [of.best(past, now, everything, 9), of.orders(past, now)];
        const of = gifts(gone);
        if (isAsked) answer(of);
        gifts(orders.toReversed(), of);
        if (isAsked) answer(of);
        for (const { id, items, day } of gone) of.takeBack(id, items, day * dayLength + 5);
        expect(answer(of)).toEqual(answer(gifts(orders)));
      },
    ),
  );
});

test('with more than it can hold it keeps half of the orders, the same in whatever order they came', () => {
  const wide = Array.from({ length: 100_000 }, (_, item) => `P${item}`);
  const orders = Array.from({ length: 8_000 }, (_, at) => ({
    id: `order ${at}`,
    // Every fourth of them has the same one product in the season, and otherwise never.
    items: [at % 4 === 0 ? 0 : 1, ...Array.from({ length: 99 }, (_, nth) => 2 + ((at * 99 + nth) % 99_000))],
    day: at % 4 === 0 ? today - 365 : today - 20 - (at % 300),
  }));
  const of = gifts(orders, createGifts({ names: wide }));
  const other = gifts(orders.toReversed(), createGifts({ names: wide }));
  const kept = of.orders(past, now);
  expect(kept).toBeGreaterThan(900);
  expect(kept).toBeLessThan(1_100);
  expect(other.orders(past, now)).toBe(kept);
  expect(of.best(past, now, everything, 3)).toEqual(other.best(past, now, everything, 3));
  expect(of.best(past, now, everything, 1)).toEqual(['P0']);
});
