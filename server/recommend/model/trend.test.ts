import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSalesByDay } from './sales-by-day.ts';
import { createTrend } from './trend.ts';

const day = 86_400_000;
const today = 20_000;
const names = ['a', 'b', 'c'];
const all = () => true;
const order = fc.record({ item: fc.nat(2), at: fc.integer({ min: (today - 50) * day, max: (today + 3) * day - 1 }) });

type Order = { item: number; at: number };

/** As `createOrders` tells it. */
function emptyTrend() {
  const sales = createSalesByDay();
  const trend = createTrend({ names }, sales);
  const change = (item: number, at: number, sign: 1 | -1) => {
    const on = Math.floor(at / day);
    if (sales.change(item, on, sign)) trend.changed(item, on, sign);
  };
  return {
    ...trend,
    add: (item: number, at: number) => change(item, at, 1),
    takeBack: (item: number, at: number) => change(item, at, -1),
  };
}

function trendOf(orders: readonly Order[]) {
  const trend = emptyTrend();
  for (const { item, at } of orders) trend.add(item, at);
  return trend;
}

const ordersOn = (item: number, ago: number, count: number): Order[] =>
  Array.from({ length: count }, () => ({ item, at: (today - ago) * day }));

test('what is ordered more often than usual rises, with its orders of this week and of a usual one', () => {
  const steady = [3, 10, 17, 24, 31].flatMap((ago) => ordersOn(0, ago, 10));
  const risen = [...ordersOn(1, 2, 12), ...ordersOn(1, 12, 6), ...ordersOn(1, 40, 99)];
  const rare = ordersOn(2, 1, 1);
  const trend = trendOf([...steady, ...risen, ...rare]);
  expect(trend.rising(today * day, all, 9)).toEqual([{ product: 'b', orders: 12, usual: 1.5 }]);
  expect(trend.rising((today + 6) * day, all, 9)).toEqual([]);
});

test('a shop of less than a week before this one has nothing that is usual', () => {
  const trend = trendOf([...ordersOn(0, 12, 1), ...ordersOn(1, 0, 50)]);
  expect(trend.rising(today * day, all, 9)).toEqual([]);
  expect(trend.rising((today + 1) * day, all, 9)).toEqual([{ product: 'b', orders: 50, usual: 0 }]);
});

test('one order more or less, in any order and asked at any time, leaves what counting all of them would say', () => {
  const asked = fc.record({ ask: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(order, { maxLength: 90 }), fc.array(fc.nat(89)), fc.array(asked), (orders, back, asks) => {
      const trend = emptyTrend();
      const added = orders.map(({ item, at }) => {
        trend.add(item, at);
        const next = asks.pop();
        if (next) trend.rising((today + next.ask) * day, all, 9);
        return { item, at };
      });
      const gone = new Set(back.filter((place) => place < added.length));
      for (const place of gone) trend.takeBack(added[place]?.item ?? 0, added[place]?.at ?? 0);
      const first = Math.min(...orders.map(({ at }) => Math.floor(at / day)));
      const left = orders.filter((_, place) => !gone.has(place));
      for (const on of [today, today + 1, today + 2]) {
        const rising = trend.rising(on * day + day - 1, all, 9);
        const days = Math.min(28, on - 6 - first);
        const expected = names.flatMap((product, item) => {
          const agos = left.filter((one) => one.item === item).map(({ at }) => on - Math.floor(at / day));
          const orders = agos.filter((ago) => ago >= 0 && ago < 7).length;
          const usual = (agos.filter((ago) => ago >= 7 && ago < 35).length * 7) / days;
          return days >= 7 && orders >= 3 && (orders + 4) / (usual + 4) >= 1.2 ? [{ product, orders }] : [];
        });
        expect(rising.map(({ product }) => product).toSorted()).toEqual(expected.map(({ product }) => product));
        for (const one of expected) expect(rising).toContainEqual(expect.objectContaining(one));
      }
    }),
    { numRuns: 500 },
  );
});

test('two shards together say what one of both says', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 60 }), fc.array(order, { maxLength: 60 }), (one, other) => {
      const there = trendOf([...one, ...other]).rising(today * day, all, 9);
      expect(trendOf([...other.toReversed(), ...one]).rising(today * day, all, 9)).toEqual(there);
    }),
  );
});

test('what was summed before anybody asked is what asking would have summed', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 90 }), fc.integer({ min: -1, max: 2 }), (orders, turned) => {
      const [settled, asked] = [trendOf(orders), trendOf(orders)];
      for (const _ of settled.settle((today + turned) * day));
      const now = (today + 1) * day;
      expect(settled.rising(now, all, 9)).toEqual(asked.rising(now, all, 9));
    }),
  );
});
