import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { createShelfModel } from '../recommend/model/shelf-model.ts';
import { find } from './find.ts';
import { type Finder, FinderBody } from './finder.ts';
import { fitsOf } from './fits.ts';
import { settleFits } from './settle-fits.ts';

const finder: Finder = {
  id: 'f',
  ...FinderBody.parse({
    title: { en: 'Find' },
    limit: 6,
    questions: [
      {
        ...{ key: 'brand', words: { en: 'Whose?' }, several: true, weight: null, optional: true, onlyIf: null },
        choices: ['one', 'other'].map((brand) => ({
          ...{ value: brand, words: { en: brand } },
          where: [{ of: 'brand', among: [brand] }],
        })),
      },
    ],
  }),
};

function product(number: number, brand: string): Product {
  return {
    ...{ id: `P${number}`, name: `P${number}`, category: null, brand, price: 100, currency: 'EUR', cost: null },
    ...{ costCurrency: null, image: null, url: `https://shop.example/${number}`, inStock: true, addedAt: number },
    details: null,
  };
}

const many = 5_000;
const shopOf = (count: number) => {
  const catalog = createCatalog(Array.from({ length: count }, (_, number) => product(number, 'one')));
  return { catalog, model: createShelfModel(), now: 1_700_000_000_000, place: {}, cart: [] };
};
const answers = { brand: ['other'] };

test('a large catalogue is looked through in many small steps, and what is found is found in all of it', () => {
  const shop = shopOf(many);
  const { length: steps } = [...fitsOf({ ...finder }, shop, 'EUR').settle(shop)];
  expect(steps).toBeGreaterThanOrEqual(many / 100);
  // A catalogue that is known is not looked through again.
  expect([...fitsOf({ ...finder }, shop, 'EUR').settle(shop)].length).toBeLessThan(steps);
});

test('after a change nothing but what has changed is looked at, and it is found at once', async () => {
  const shop = shopOf(many);
  const own = { ...finder };
  await settleFits(own, shop, 'EUR');
  expect(find(own, answers, shop, 'EUR').count).toBe(0);
  shop.catalog.put([product(17, 'other')]);
  expect(find(own, answers, shop, 'EUR').items.map(({ product }) => product.id)).toEqual(['P17']);
  shop.catalog.put([product(many + 1, 'other')]);
  expect(find(own, answers, shop, 'EUR').count).toBe(2);
  shop.catalog.remove(['P17']);
  expect(find(own, answers, shop, 'EUR').items.map(({ product }) => product.id)).toEqual([`P${many + 1}`]);
});

test('whatever comes, changes or goes: it is as if all were looked through anew', async () => {
  const change = fc.oneof(
    fc.record({ put: fc.array(fc.tuple(fc.nat(30), fc.constantFrom('one', 'other')), { maxLength: 6 }) }),
    fc.record({ remove: fc.array(fc.nat(30), { maxLength: 6 }) }),
    fc.constant('settle' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const shop = shopOf(10);
      const own = { ...finder };
      for (const one of changes) {
        if (one === 'settle') await settleFits(own, shop, 'EUR');
        else if ('put' in one) shop.catalog.put(one.put.map(([number, brand]) => product(number, brand)));
        else shop.catalog.remove(one.remove.map((number) => `P${number}`));
      }
      const fresh = { ...shop, catalog: createCatalog(shop.catalog.newest()) };
      expect(find(own, answers, shop, 'EUR')).toEqual(find({ ...finder }, answers, fresh, 'EUR'));
    }),
  );
});
