import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unfitted } from '../next/fit-next-item.ts';
import { createAsking, type Found } from './asking.ts';
import { createOrders } from './orders.ts';
import { rememberedAnswers } from './remembered-answers.ts';

const products = ['A', 'B', 'C', 'D', 'E', 'F'];
const some = fc.subarray(products, { minLength: 1 });
const step = fc.oneof(
  fc.record({ does: fc.constant('order' as const), products: some }),
  fc.record({ does: fc.constant('change' as const), order: fc.nat(5), products: fc.subarray(products) }),
  fc.record({ does: fc.constant('ask' as const), anchors: fc.subarray(products, { maxLength: 3 }), barred: some }),
);

test('what is remembered is what would be found: an order, and what becomes of it, is in the very next answer', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const orders = createOrders({ of: () => null, version: () => 0 });
      const model = { index: orders.index, ...unfitted('baskets', 1_000) };
      const [asking, remembered] = [createAsking(model), rememberedAnswers(createAsking(model), orders.changesOf)];
      let count = 0;
      for (const one of steps) {
        if (one.does === 'order') orders.add(`${count++}`, one.products, count * 1_000);
        else if (one.does === 'change') orders.change(`${one.order}`, one.products);
        else {
          const anchors = one.anchors.map(orders.numbers.find);
          const barred = one.barred.map(orders.numbers.find);
          const ask = [anchors, count, (item: number) => !barred.includes(item), products.length] as const;
          expect(inOrder(remembered.best(...ask))).toEqual(inOrder(asking.best(...ask)));
        }
      }
    }),
  );
});

/** How much is worth saying of which item; their order leans on how rare they are, which other orders change. */
function inOrder(found: readonly Found[]): Found[] {
  return [...found].sort((one, other) => one.item - other.item);
}
