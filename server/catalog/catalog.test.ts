import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from './catalog.ts';
import type { Product } from './product.ts';

const product = (id: string, addedAt: number): Product => ({
  ...{ id, name: id, category: null, brand: null, price: null, currency: null, image: null },
  ...{ cost: null, costCurrency: null, details: null },
  ...{ url: 'https://shop.example/', inStock: true, addedAt },
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
        const found = new Map(plain);
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
  await live.replace(async () => new Map(all.map((one) => [one.id, one])));
  expect(live.newest()).toEqual(createCatalog(all).newest());
});
