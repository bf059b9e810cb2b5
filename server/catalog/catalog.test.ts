import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog, type Stock } from './catalog.ts';
import { day, type Past } from './past.ts';
import type { Product } from './product.ts';

const product = (id: string, addedAt: number): Product => ({
  ...{ id, name: id, category: null, brand: null, price: null, currency: null, image: null },
  ...{ cost: null, costCurrency: null, details: null },
  ...{ url: 'https://shop.example/', inStock: true, addedAt },
});
const stockOf = (all: Iterable<Product>, pasts: ReadonlyMap<string, Past> = new Map()): Stock => ({
  products: new Map([...all].map((one) => [one.id, one])),
  pasts,
});
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const change = fc.oneof(
  fc.record({ put: fc.array(fc.tuple(id, fc.nat(5)), { maxLength: 4 }) }),
  fc.record({ remove: fc.array(id, { maxLength: 3 }) }),
  fc.record({ ask: fc.constant(true) }),
);

test('a catalogue that was changed bit by bit is the one that would have been loaded whole', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const live = createCatalog([product('a', 3), product('b', 1)]);
      const plain = new Map([
        ['a', product('a', 3)],
        ['b', product('b', 1)],
      ]);
      for (const one of changes) {
        if ('put' in one) {
          const put = one.put.map(([name, at]) => product(name, at));
          live.put(put);
          for (const each of put) plain.set(each.id, each);
        } else if ('remove' in one) {
          live.remove(one.remove);
          for (const name of one.remove) plain.delete(name);
        } else live.newest();
      }
      const whole = createCatalog([...plain.values()]);
      expect([live.newest(), live.size]).toEqual([whole.newest(), whole.size]);
    }),
  );
});

test('what is put or removed while all is read anew is newer than what is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), fc.uniqueArray(id), async (changes, read) => {
      const live = createCatalog([product('a', 3), product('b', 1)]);
      const plain = new Map<string, Product>(read.map((name) => [name, product(name, 2)]));
      let open = () => {};
      const reading = new Promise<void>((resolve) => {
        open = resolve;
      });
      const replaced = live.replace(async () => {
        const found = stockOf(plain.values());
        await reading;
        return found;
      });
      for (const one of changes) {
        if ('put' in one) {
          const put = one.put.map(([name, at]) => product(name, at));
          live.put(put);
          for (const each of put) plain.set(each.id, each);
        } else if ('remove' in one) {
          live.remove(one.remove);
          for (const name of one.remove) plain.delete(name);
        } else live.newest();
      }
      open();
      await replaced;
      expect([live.newest(), live.size]).toEqual([createCatalog([...plain.values()]).newest(), plain.size]);
    }),
  );
});

test('thousands of products that are read anew stand newest first', async () => {
  const live = createCatalog([]);
  const all = Array.from({ length: 3_210 }, (_, number) => product(`p${number}`, (number * 7_919) % 1_000));
  await live.replace(async () => stockOf(all));
  expect(live.newest()).toEqual(createCatalog(all).newest());
});

const now = 20_000 * day;
const priced = fc.record({ id, price: fc.integer({ min: 1, max: 9 }), inStock: fc.boolean() });
const past = fc.record({
  prices: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 3 }),
  cameIn: fc.option(fc.nat(40)),
  wentOut: fc.option(fc.nat(40)),
});
const pastOf = ({ prices, cameIn, wentOut }: typeof past extends fc.Arbitrary<infer Value> ? Value : never): Past => ({
  prices: [...prices].sort(([a], [b]) => b - a).map(([ago, price]) => [now - ago * day, price, 'EUR']),
  cameIn: cameIn === null ? null : now - cameIn * day,
  wentOut: wentOut === null ? null : now - wentOut * day,
});
const step = fc.oneof(
  fc.record({ put: priced, past: fc.option(past) }),
  fc.record({ remove: id, past: fc.option(past) }),
  fc.record({ replace: fc.constant(true) }),
  fc.record({ ask: fc.constant(true) }),
);

test('what has become cheaper or come back is the same, whether it was told bit by bit or read whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const live = createCatalog([]);
      const plain = new Map<string, Product>();
      const pasts = new Map<string, Past>();
      const movesOf = ({ moves }: typeof live) => {
        const [drops, returns] = [[...moves.drops(now)], [...moves.returns(now)]];
        expect([moves.firstDrops(now).all, moves.firstReturns(now).all]).toEqual([drops, returns]);
        return [drops, returns];
      };
      for (const one of steps) {
        if ('ask' in one) movesOf(live);
        else if ('replace' in one) await live.replace(async () => stockOf(plain.values(), new Map(pasts)));
        else {
          const name = 'put' in one ? one.put.id : one.remove;
          if (one.past) pasts.set(name, pastOf(one.past));
          const changed = one.past ? new Map([[name, pastOf(one.past)]]) : undefined;
          if ('put' in one) {
            const made = { ...product(name, 1), price: one.put.price, currency: 'EUR', inStock: one.put.inStock };
            plain.set(name, made);
            live.put([made], changed);
          } else {
            plain.delete(name);
            live.remove([name], changed);
          }
        }
      }
      const whole = createCatalog([...plain.values()], pasts);
      expect(movesOf(live)).toEqual(movesOf(whole));
      const [drops, returns] = movesOf(live);
      for (const { product } of drops ?? []) expect(live.moves.dropOf(product.id, now)).not.toBeNull();
      for (const { product } of returns ?? []) expect(product.inStock).toBe(true);
      // A month later nothing of this is news.
      expect([[...live.moves.drops(now + 31 * day)], [...live.moves.returns(now + 31 * day)]]).toEqual([[], []]);
      expect([live.moves.firstDrops(now + 31 * day).all, live.moves.firstReturns(now + 31 * day).all]).toEqual([
        [],
        [],
      ]);
    }),
  );
});
