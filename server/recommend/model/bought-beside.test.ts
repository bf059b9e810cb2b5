import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boughtBeside } from './bought-beside.ts';
import { createOrders } from './orders.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** Mostly of what goes with nothing. */
const order = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(['f'], ['g'], ['f', 'g'], ['f', 'a']) },
  { weight: 1, arbitrary: fc.subarray(['a', 'b', 'c', 'h', 'g'], { minLength: 1 }) },
  { weight: 1, arbitrary: fc.subarray(['d', 'e', 'f'], { minLength: 1 }) },
);

test('is what the orders as they are now say, in the order of its share beside the anchor, and nothing that everybody buys', () => {
  let told = 0;
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 20, maxLength: 80 }),
      fc.array(fc.tuple(fc.nat(79), order), { maxLength: 10 }),
      fc.constantFrom(...ids),
      (first, changes, anchor) => {
        const orders = createOrders({ of: () => null, version: () => 0 });
        const all: (readonly string[])[] = [...first];
        for (const [at, products] of first.entries()) orders.add(`${at}`, products, at * 1000);
        for (const [at, products] of changes.filter(([at]) => at < first.length)) {
          orders.change(`${at}`, products);
          all[at] = products;
        }
        const found = boughtBeside(orders)([anchor], (product) => product !== 'h', 5);
        const having = (...wanted: string[]) => all.filter((one) => wanted.every((id) => one.includes(id))).length;
        const expected = ids
          .filter((id) => id !== anchor && id !== 'h' && having(anchor, id) >= 3)
          .map((id) => {
            const usual = having(id) / all.length;
            const support = having(anchor, id);
            return { id, support, share: (support + 10 * usual) / (having(anchor) + 10), usual };
          })
          .filter(({ share, usual }) => share >= 2 * usual)
          .sort((a, b) => b.share - a.share || b.support - a.support || (a.id < b.id ? -1 : 1))
          .map(({ id, support }) => ({ product: id, anchor, support }));
        expect(found).toEqual(expected.slice(0, 5));
        told += found.length;
      },
    ),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(10);
});

test('of several anchors the one speaks beside which it is bought most, and none of them is brought', () => {
  const orders = createOrders({ of: () => null, version: () => 0 });
  for (let at = 0; at < 60; at++) orders.add(`other ${at}`, ['tea'], at);
  for (let at = 0; at < 8; at++) orders.add(`phone ${at}`, ['phone', 'case'], at);
  for (let at = 0; at < 8; at++) orders.add(`tablet ${at}`, at < 4 ? ['tablet', 'case', 'phone'] : ['tablet'], at);
  const found = boughtBeside(orders)(['tablet', 'phone'], () => true, 5);
  expect(found).toEqual([{ product: 'case', anchor: 'phone', support: 12 }]);
});
