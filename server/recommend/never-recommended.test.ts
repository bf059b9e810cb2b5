import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { createLikeness } from './content/likeness.ts';
import type { Evidence } from './evidence.ts';
import { createShelfModel } from './model/shelf-model.ts';
import { plainRecipe, Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { recommend } from './recommend.ts';

const now = 1_700_000_000_000;
const day = 86_400_000;
const book = new Map(recipes.map((recipe) => [recipe.id, recipe]));

/** Both shops sell products of these ids; what they call them is their own. */
const ids = Array.from({ length: 24 }, (_, number) => `P${number}`);
const list = (most: number) => fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: most });
const past = fc.record({
  listed: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
  orders: fc.array(list(5), { maxLength: 30 }),
  visits: fc.array(list(6), { maxLength: 30 }),
});
const page = fc.record({
  product: fc.option(fc.constantFrom(...ids)),
  cart: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
  seen: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 }),
});
const anyRecipe: fc.Arbitrary<Recipe> = fc.oneof(
  fc.constantFrom(...recipes),
  fc
    .record({
      anchor: fc.constantFrom(...Recipe.shape.anchor.options),
      ingredients: fc.uniqueArray(
        fc.record({
          use: fc.constantFrom(...Recipe.shape.ingredients.element.shape.use.options),
          weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
        }),
        { minLength: 1, maxLength: 4, selector: ({ use }) => use },
      ),
      limit: fc.integer({ min: 1, max: 24 }),
      fallback: fc.constantFrom(null, ...recipes.map(({ id }) => id)),
    })
    .map((parts) =>
      Recipe.parse({ ...plainRecipe, id: 'mine', version: 1, title: 'popular', exclude: [], minimum: 1, ...parts }),
    ),
);
type Past = typeof past extends fc.Arbitrary<infer Value> ? Value : never;
type Page = typeof page extends fc.Arbitrary<infer Value> ? Value : never;

function productOf(shop: string, id: string): Product {
  const number = Number(id.slice(1));
  return {
    ...{ id, name: `${shop} thing ${number % 5}`, category: `${shop} ${number % 3}`, brand: shop },
    ...{ price: 100 + number * 10, currency: 'GBP', cost: null, costCurrency: null, details: null },
    ...{ url: `https://${shop}.example/${id}`, image: null, inStock: true, addedAt: now - (number + 1) * day },
  };
}

/** A shop of its own: asked twice the same, it answers by all that it remembers. */
function openShop(name: string, { listed, orders, visits }: Past) {
  const catalog = createCatalog(listed.map((id) => productOf(name, id)));
  const model = createShelfModel({ of: (id) => catalog.get(id)?.category ?? null, version: () => catalog.version });
  for (const [at, order] of orders.entries()) model.order(`${at}`, order, now - (30 - at) * day);
  for (const [at, visit] of visits.entries())
    for (const id of visit) model.look(`visitor ${at}`, id, now - (30 - at) * day);
  const likeness = createLikeness(catalog);
  const ask = (recipe: Recipe, { product, cart, seen }: Page) => {
    const evidence: Evidence = {
      ...{ catalog, model, likeness, now, place: {}, product, cart, visitor: 'somebody', session: seen, history: seen },
      ...{
        lastAt: () => now - day,
        daysAsNew: () => 0,
        viewed: seen,
        wished: seen,
        dueAgain: seen.map((id) => ({ id, at: now - 20 * day })),
        lastOrder: seen.slice(0, 2),
        boughtLately: new Set<string>(),
        later: () => listed.map((product) => ({ product, people: 5 })),
      },
      ...{
        likings: [{ category: `${name} 1`, share: 1 }],
        likedBrands: [],
        lastVisit: now - 9 * day,
        visitors: ['somebody'],
        gift: false,
        occasion: null,
      },
    };
    return recommend(recipe, book, evidence, new Set()).items;
  };
  return { catalog, ask };
}

test('of two shops in one process that sell under the same ids, each answers as if it were alone', () => {
  fc.assert(
    fc.property(
      past,
      past,
      fc.array(fc.tuple(page, anyRecipe), { minLength: 1, maxLength: 4 }),
      (one, other, asked) => {
        const [here, there] = [openShop('here', one), openShop('there', other)];
        for (const [page, recipe] of asked) {
          const together = [here.ask(recipe, page), there.ask(recipe, page)];
          const alone = [openShop('here', one).ask(recipe, page), openShop('there', other).ask(recipe, page)];
          expect(together).toEqual(alone);
          const [mine = []] = together;
          for (const { id, reason } of mine) {
            expect(one.listed).toContain(id);
            if ('category' in reason) expect(reason.category).toMatch(/^here /);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('what is taken out of the catalogue, or cannot be had any more, is in no later answer, whatever was remembered', () => {
  const change = fc.record({
    removed: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 }),
    out: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(
      past,
      page,
      anyRecipe,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (given, page, recipe, changes) => {
        const shop = openShop('here', given);
        shop.ask(recipe, page);
        const offered = new Set(given.listed);
        for (const { removed, out } of changes) {
          shop.catalog.remove(removed);
          for (const id of removed) offered.delete(id);
          const gone = out.filter((id) => shop.catalog.get(id));
          shop.catalog.put(gone.map((id) => ({ ...productOf('here', id), inStock: false })));
          for (const id of gone) offered.delete(id);
          const shown = shop.ask(recipe, page).map(({ id }) => id);
          for (const id of shown) expect(offered).toContain(id);
          for (const id of [...page.cart, page.product]) expect(shown).not.toContain(id);
        }
      },
    ),
    { numRuns: 300 },
  );
});
