import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../../catalog/catalog.ts';
import type { Product } from '../../catalog/product.ts';
import { createLikeness } from './likeness.ts';

function product(id: string, name: string, more: Partial<Product> = {}): Product {
  return {
    ...{
      id,
      name,
      category: null,
      brand: null,
      price: 1_000,
      currency: 'EUR',
      cost: null,
      costCurrency: null,
      details: null,
    },
    ...{ image: null, url: `https://shop.example/${id}`, inStock: true, addedAt: 0, ...more },
  };
}

const all = () => true;
const rings = [
  product('a', 'Silver ring with amber', { category: 'Rings', price: 5_000 }),
  product('b', 'Gold ring with amber', { category: 'Rings', price: 6_000 }),
  product('c', 'Silver ring with topaz', { category: 'Rings', price: 90_000 }),
  product('d', 'Amber beads', { category: 'Beads' }),
  product('e', 'Wooden box', { category: 'Boxes' }),
];

test('a product that has just come has neighbours, and is one', () => {
  const catalog = createCatalog(rings);
  const likeness = createLikeness(catalog);
  expect(likeness.similar(['a'], all, 5)[0]).toEqual({ product: 'b', anchor: 'a' });
  catalog.put([product('new', 'Silver ring with amber, small', { category: 'Rings', price: 4_500 })]);
  const found = likeness.similar(['new'], all, 5).map(({ product }) => product);
  expect(found[0]).toBe('a');
  expect(found).not.toContain('e');
  expect(likeness.similar(['a'], all, 5)[0]?.product).toBe('new');
  catalog.remove(['new']);
  expect(likeness.similar(['a'], all, 5)[0]?.product).toBe('b');
});

test('of products that are as alike, the one of the nearer price comes first', () => {
  const catalog = createCatalog([
    ...rings,
    product('f', 'Silver ring with topaz', { category: 'Rings', price: 5_100 }),
  ]);
  const found = createLikeness(catalog)
    .similar(['a'], all, 5)
    .map(({ product }) => product);
  expect(found.indexOf('f')).toBeLessThan(found.indexOf('c'));
});

test('names in other letters are words, too', () => {
  const catalog = createCatalog([
    product('a', 'Чашка «Ґудзик», синя'),
    product('b', 'ЧАШКА біла'),
    product('c', 'Țară'),
  ]);
  expect(createLikeness(catalog).similar(['a'], all, 5)).toEqual([{ product: 'b', anchor: 'a' }]);
});

test('after any changes it says what it would say of the catalogue as it is, and only what is allowed, as much as there is', async () => {
  const id = fc.constantFrom(...'abcdefghij');
  const some = fc.record({
    id,
    name: fc.array(fc.constantFrom('red', 'blue', 'mug', 'cup', 'tea', 'big'), { minLength: 1, maxLength: 4 }),
    brand: fc.constantFrom(null, 'Acme', 'Bolt'),
    category: fc.constantFrom(null, 'Mugs', 'Tea'),
    price: fc.constantFrom(null, 100, 150, 4_000),
  });
  const change = fc.oneof(
    fc.record({ put: some }),
    fc.record({ remove: id }),
    fc.record({ ask: id }),
    fc.record({ replace: fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 6 }) }),
  );
  const made = ({ name, ...more }: typeof some extends fc.Arbitrary<infer Value> ? Value : never) =>
    product(more.id, name.join(' '), more);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 30 }), fc.subarray([...'abcdefghij']), async (changes, banned) => {
      const catalog = createCatalog([]);
      const likeness = createLikeness(catalog);
      for (const step of changes) {
        if ('put' in step) catalog.put([made(step.put)]);
        else if ('remove' in step) catalog.remove([step.remove]);
        else if ('ask' in step) likeness.similar([step.ask], all, 3);
        else
          await catalog.replace(async () => ({
            products: new Map(step.replace.map((one) => [one.id, made(one)])),
            pasts: new Map(),
          }));
      }
      const fresh = createLikeness(createCatalog([...catalog.newest()]));
      for (const asked of 'abcdefghij') {
        const found = likeness.similar([asked], all, 10);
        expect(found).toEqual(fresh.similar([asked], all, 10));
        const allowed = found.filter(({ product }) => !banned.includes(product));
        expect(likeness.similar([asked], (one) => !banned.includes(one), 10)).toEqual(allowed);
        for (const { product } of found) expect(catalog.get(product)).toBeDefined();
      }
    }),
  );
});
