import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrders } from './orders.ts';
import { createShelfModel } from './shelf-model.ts';

const products = ['a', 'b', 'c', 'd', 'e'];
const some = fc.subarray(products);
const all = () => true;

test('orders that change, to nothing and back again, say what orders say that were so from the start', () => {
  fc.assert(
    fc.property(
      fc.array(some, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(7), some), { maxLength: 12 }),
      fc.array(some, { maxLength: 4 }),
      (before, changes, after) => {
        const orders = createOrders({ of: () => 'all', version: () => 0 });
        const model = createShelfModel(undefined, { orders });
        orders.popular(all, 1, 'all');
        const left = [...before];
        for (const [number, items] of before.entries()) orders.add(`${number}`, items, number);
        for (const [number, items] of changes) {
          orders.change(`${number}`, items);
          if (number < left.length) left[number] = items;
        }
        for (const [number, items] of after.entries()) orders.add(`later ${number}`, items, 100 + number);
        left.push(...after);
        for (const anchor of products) {
          const found = model.boughtWith([anchor], 200, all, 9);
          const supports = products.flatMap((product) => {
            const support = left.filter((items) => items.includes(anchor) && items.includes(product)).length;
            return product === anchor || support === 0 ? [] : [{ product, anchor, support }];
          });
          expect(found).toHaveLength(supports.length);
          for (const one of supports) expect(found).toContainEqual(one);
        }
        for (const group of [undefined, 'all']) {
          const popular = orders.popular(all, 9, group).map(({ product }) => product);
          expect(popular.toSorted()).toEqual([...new Set(left.flat())].sort());
        }
      },
    ),
    { numRuns: 300 },
  );
});
