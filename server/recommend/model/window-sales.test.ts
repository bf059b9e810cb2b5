import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../text-order.ts';
import { createSalesByDay, dayLength } from './sales-by-day.ts';
import { createWindowSales, longestWindow } from './window-sales.ts';

const names = ['a', 'b', 'c', 'd'];
const today = 20_000;
const all = () => true;

const act = fc.oneof(
  fc.record({ item: fc.nat(3), day: fc.integer({ min: today - 62, max: today + 3 }) }),
  fc.record({ ask: fc.constantFrom(1, 7, 30, longestWindow), on: fc.integer({ min: today - 1, max: today + 3 }) }),
  fc.record({ takeBack: fc.nat(20) }),
);

test('what sold best in a window is what its orders say, whatever came, went and was asked before', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const sales = createSalesByDay();
      const windows = createWindowSales({ names }, sales);
      const orders: { item: number; day: number }[] = [];
      const change = ({ item, day }: { item: number; day: number }, sign: 1 | -1) => {
        if (sales.change(item, day, sign)) windows.changed(item, day, sign);
      };
      for (const one of acts) {
        if ('item' in one) {
          orders.push(one);
          change(one, 1);
        } else if ('takeBack' in one) {
          for (const gone of orders.splice(one.takeBack, 1)) change(gone, -1);
        } else {
          const { ask, on } = one;
          const within = orders.filter(({ day }) => day <= on && day > on - ask);
          const expected = names
            .map((product, item) => ({ product, orders: within.filter((order) => order.item === item).length }))
            .filter((sold) => sold.orders > 0)
            .sort((a, b) => b.orders - a.orders || compare(a.product, b.product));
          expect(windows.best(ask, on * dayLength + 5, all, 9)).toEqual(expected);
          expect(windows.best(ask, on * dayLength, (product) => product !== 'a', 1)).toEqual(
            expected.filter(({ product }) => product !== 'a').slice(0, 1),
          );
        }
      }
    }),
    { numRuns: 400 },
  );
});
