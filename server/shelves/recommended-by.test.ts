import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { fitProductClocks } from '../customers/product-clocks.ts';
import { defaultTaste } from '../profiles/taste.ts';
import { createLikeness } from '../recommend/content/likeness.ts';
import { createShelfModel } from '../recommend/model/shelf-model.ts';
import { recipes } from '../recommend/recipes.ts';
import { recommend } from '../recommend/recommend.ts';
import { recommendedBy, type Way } from './recommended-by.ts';
import { strangerOn } from './stranger.ts';

const now = 1_700_000_000_000;
const names = ['red mug', 'blue mug', 'red plate', 'blue plate', 'green bowl', 'red bowl', 'lamp'];
/** The built-in recipe that is nothing but this way. */
const recipeOf: Record<Way, string> = { 'bought-together': 'with-this', next: 'next', similar: 'same-category' };

function product(number: number, inStock: boolean): Product {
  const name = names[number % names.length] ?? '';
  return {
    ...{ id: `P${number}`, name, category: name.split(' ')[1] ?? null, brand: null, price: 100 + number },
    ...{ currency: 'EUR', image: null, url: `https://shop.example/${number}`, inStock, addedAt: now, details: null },
    ...{ cost: null, costCurrency: null },
  };
}

const fitting = fitProductClocks([], { now, catalog: createCatalog([]) });
let fitted = fitting.next();
while (!fitted.done) fitted = fitting.next();
/** Of a shop that knows nobody. */
const usual = {
  taste: { current: defaultTaste },
  customers: { productClocks: { current: fitted.value, later: () => [] } },
  occasions: { at: () => null },
};

const size = 24;
const some = fc.uniqueArray(fc.nat(size), { minLength: 1, maxLength: 5 });
const shops = fc.record({
  stock: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }),
  orders: fc.array(some, { maxLength: 40 }),
  visits: fc.array(some, { maxLength: 40 }),
});

test('whoever recommends a product does so, in that place, when its page is asked, and nobody else does', async () => {
  await fc.assert(
    fc.asyncProperty(shops, fc.nat(size - 1), async ({ stock, orders, visits }, number) => {
      const all = stock.map((chance, number) => product(number, chance > 0));
      const catalog = createCatalog(all);
      const likeness = createLikeness(catalog);
      for (const _ of likeness.settle());
      const model = createShelfModel();
      // P24 is in visits and orders, and in the catalogue no more.
      for (const [place, products] of visits.entries())
        for (const one of products) model.look(`visitor ${place}`, `P${one}`, now - 1_000_000 + place * 1_000);
      for (const [place, products] of orders.entries()) {
        const ids = products.map((one) => `P${one}`);
        model.order(`order ${place}`, ids, now - 1_000_000 + place * 1_000);
      }
      const shop = { catalog, likeness, model, ...usual };
      const wanted = all[number] ?? product(number, true);
      const found = await recommendedBy(wanted, shop, now);
      const offered = createCatalog(all.map((one) => (one === wanted ? { ...one, inStock: true } : one)));
      for (const { way, by, asked, candidates } of found) {
        const builtIn = recipes.find(({ id }) => id === recipeOf[way]);
        if (!builtIn) throw new Error(way);
        const recipe = {
          ...builtIn,
          minimum: 1,
          fallback: null,
          ingredients: builtIn.ingredients.filter(({ use }) => use === way),
        };
        const truth = all.flatMap(({ id }) => {
          const evidence = { ...strangerOn(id, shop, now), catalog: offered };
          const { items } = recommend(recipe, new Map(), evidence, new Set());
          const place = items.findIndex((item) => item.id === wanted.id);
          return place < 0 ? [] : [{ product: id, place: place + 1, reason: items[place]?.reason }];
        });
        const told = by.map(({ product, place, reason }) => ({ product, place, reason }));
        expect(new Set(told)).toEqual(new Set(truth));
        expect(told.map(({ place }) => place)).toEqual(truth.map(({ place }) => place).sort((a, b) => a - b));
        expect([asked, by.length <= asked]).toEqual([candidates, true]);
      }
    }),
    { numRuns: 60 },
  );
});

test('of those that have most to do with it so many are asked, and how many there are is said', async () => {
  const all = Array.from({ length: 301 }, (_, number) => product(number, true));
  const catalog = createCatalog(all);
  const model = createShelfModel();
  for (let other = 1; other < 301; other++)
    for (let again = 0; again < (other === 300 ? 3 : 1); again++)
      model.order(`order ${other} ${again}`, ['P0', `P${other}`], now - 1_000);
  const shop = { catalog, likeness: createLikeness(catalog), model, ...usual };
  const [first] = all;
  if (!first) throw new Error('no product');
  const [bought] = await recommendedBy(first, shop, now);
  expect(bought).toMatchObject({ way: 'bought-together', asked: 200, candidates: 300 });
  expect(bought?.by).toHaveLength(200);
  expect(bought?.by[0]).toMatchObject({ product: 'P300', place: 1, reason: { with: 'P300', support: 3 } });
});
