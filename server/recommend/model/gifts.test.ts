import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumberIn } from '../../occasions/day-number.ts';
import { createGifts, type Gifts } from './gifts.ts';

const dayLength = 86_400_000;
const names = ['mug', 'candle', 'soap', 'lamp', 'rug', 'vase'];
const today = 20_000;
const now = today * dayLength;
const past = [{ from: today - 380, to: today - 350 }];

interface Order {
  id: string;
  items: number[];
  day: number;
  forAnother?: boolean;
}

const dayAt = dayNumberIn('UTC');
const bestOf = (of: Gifts, spans = past) => of.ranked(spans, now).map(({ product }) => product);

const told = ({ day, forAnother = false, ...order }: Order) => ({ ...order, at: day * dayLength + 5, forAnother });
const gifts = (orders: readonly Order[], of: Gifts = createGifts({ names }, dayAt)) => {
  for (const order of orders) of.add(told(order));
  return of;
};
const many = (count: number, items: number[], day: number, forAnother = false): Order[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${day}-${items}-${at}-${forAnother}`, items, day, forAnother }));

test('what is ordered before the occasion more than otherwise comes first, and what is ordered always does not come', () => {
  const of = gifts([
    ...many(20, [0], today - 100),
    ...many(20, [0], today - 370),
    ...many(15, [1], today - 365),
    ...many(2, [1], today - 90),
    ...many(5, [2], today - 360),
  ]);
  expect(bestOf(of)).toEqual(['candle', 'soap']);
  // 40 orders before the occasion and 22 others, 2 of them of the candle.
  expect(of.ranked(past, now)[0]?.above).toBeCloseTo(15 - (40 * 2) / 22);
  expect(of.orders(past, now)).toBe(40);
});

test('two orders say nothing, nor does a season that is all there is', () => {
  expect(bestOf(gifts([...many(2, [1], today - 365), ...many(9, [0], today - 9)]))).toEqual([]);
  expect(bestOf(gifts(many(50, [1], today - 365)))).toEqual([]);
});

test('what is ordered for somebody else is a gift whenever that was, once the day is over', () => {
  const own = many(20, [0], today - 100);
  expect(bestOf(gifts([...own, ...many(3, [2], today - 40, true)]))).toEqual(['soap']);
  expect(bestOf(gifts([...own, ...many(3, [2], today - 40)]))).toEqual([]);
  expect(bestOf(gifts([...own, ...many(3, [2], today, true)]))).toEqual([]);
  expect(bestOf(gifts([...own, ...many(3, [2], today - 40, true)]), [])).toEqual(['soap']);
  const of = gifts([...own, ...many(4, [1], today - 360), ...many(6, [2], today - 40, true)]);
  expect(bestOf(of)).toEqual(['soap', 'candle']);
  expect(of.orders(past, now)).toBe(10);
});

test('a day begins where the shop is: on Kiritimati 14 hours before the day of UTC, on Pago Pago 11 hours after it', () => {
  const evening = (today - 381) * dayLength + 11 * 3_600_000;
  const morning = (today - 350) * dayLength + 10 * 3_600_000;
  const ordersIn = (timeZone: string, at: number) => {
    const of = createGifts({ names }, dayNumberIn(timeZone));
    of.add({ id: 'one', items: [1], at, forAnother: false });
    return of.orders(past, now);
  };
  expect(['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].map((zone) => ordersIn(zone, evening))).toEqual([1, 0, 0]);
  expect(['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'].map((zone) => ordersIn(zone, morning))).toEqual([0, 0, 1]);
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
  forAnother: fc.boolean(),
});

test('however orders came, and whatever came and was taken back meanwhile, it says the same; asked before or not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(order, { selector: ({ id }) => id, maxLength: 60 }),
      fc.uniqueArray(order, { selector: ({ id }) => id, maxLength: 20 }),
      fc.boolean(),
      (orders, gone, isAsked) => {
        const answer = (of: Gifts) => [of.ranked(past, now), of.orders(past, now)];
        const of = gifts(gone);
        if (isAsked) answer(of);
        gifts(orders.toReversed(), of);
        if (isAsked) answer(of);
        for (const order of gone) of.takeBack(told(order));
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
  const of = gifts(orders, createGifts({ names: wide }, dayAt));
  const other = gifts(orders.toReversed(), createGifts({ names: wide }, dayAt));
  const kept = of.orders(past, now);
  expect(kept).toBeGreaterThan(900);
  expect(kept).toBeLessThan(1_100);
  expect(other.orders(past, now)).toBe(kept);
  expect(of.ranked(past, now)).toEqual(other.ranked(past, now));
  expect(bestOf(of)[0]).toBe('P0');
});
