import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../text-order.ts';
import { mergeShelves, type Shard } from './merge-shelves.ts';
import { createShelfModel, type ShelfModel } from './shelf-model.ts';

const now = 1_700_000_000_000;
const day = 86_400_000;
const ids = Array.from({ length: 9 }, (_, number) => `P${number}`);
const products = fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 });
const side = fc.constantFrom(0, 1);
const happenings = {
  orders: fc.array(fc.record({ products, side }), { maxLength: 40 }),
  visits: fc.array(fc.record({ products, side }), { maxLength: 40 }),
};
const groups = { of: (id: string) => (Number(id.slice(1)) % 2 === 0 ? 'even' : 'odd'), version: () => 0 };
type Happening = { products: string[]; side: number };

/** The shop whole, and its two halves. Visits begin a minute after each other; `pause`: ms from one look to the next. */
function shopOf(orders: readonly Happening[], visits: readonly Happening[], pause: number) {
  const models = [createShelfModel(groups), createShelfModel(groups), createShelfModel(groups)] as const;
  const [whole, ...halves] = models;
  const shards: [Shard['orders'][number][], Shard['orders'][number][]] = [[], []];
  for (const [number, { products, side }] of orders.entries()) {
    const order = { id: `order ${number}`, products, at: now - (40 - number) * day };
    for (const model of [whole, halves[side]]) model?.order(order.id, products, order.at);
    shards[side]?.push(order);
  }
  const looks = visits.flatMap(({ products, side }, visit) =>
    products.map((product, step) => ({ visit, side, product, at: now - (40 - visit) * 60_000 + step * pause })),
  );
  for (const { visit, side, product, at } of looks.sort((a, b) => a.at - b.at))
    for (const model of [whole, halves[side]]) model?.look(`visitor ${visit}`, product, at);
  const [one, other] = halves.map(({ workings }, half) => ({ workings, orders: shards[half] ?? [] }));
  if (!one || !other) throw new RangeError('two halves');
  return { whole, merged: toEnd(mergeShelves(one, other, groups)) };
}

const all = () => true;

test('the model of two halves of a shop says of its orders what the model of the whole says', () => {
  fc.assert(
    fc.property(happenings.orders, (orders) => {
      const { whole, merged } = shopOf(orders, [], 0);
      expect(merged.popular(all, 24)).toEqual(whole.popular(all, 24));
      expect(merged.popular(all, 24, 'even')).toEqual(whole.popular(all, 24, 'even'));
      expect(merged.trending(now, all, 24)).toEqual(whole.trending(now, all, 24));
      for (const id of ids) expect(merged.boughtWith([id], now, all, 24)).toEqual(whole.boughtWith([id], now, all, 24));
    }),
  );
});

test('and of its visits the same products for the same reasons, whether they overlap or not', () => {
  fc.assert(
    fc.property(happenings.visits, fc.constantFrom(1_000, 100_000), (visits, pause) => {
      const { whole, merged } = shopOf([], visits, pause);
      // Among equals the order is that in which products were first heard of.
      const answer = (model: ShelfModel, id: string) =>
        model.next([id], now, all, 24).sort((a, b) => compare(a.product, b.product));
      for (const id of ids) expect(answer(merged, id)).toEqual(answer(whole, id));
    }),
  );
});

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
