import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import type { Evidence } from './evidence.ts';
import { createShelfModel } from './model/shelf-model.ts';
import { Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { recommend } from './recommend.ts';

const now = 1_700_000_000_000;
const day = 86_400_000;
const byId = new Map(recipes.map((recipe) => [recipe.id, recipe]));

function product(id: string, more: Partial<Product> = {}): Product {
  const base = { name: `Product ${id}`, category: 'Mugs', brand: null, price: 100, currency: 'GBP', image: null };
  return {
    id,
    cost: null,
    costCurrency: null,
    ...base,
    url: `https://shop.example/${id}`,
    inStock: true,
    addedAt: now - 200 * day,
    ...more,
  };
}

function evidence(more: Partial<Evidence>): Evidence {
  return {
    catalog: createCatalog([]),
    model: createShelfModel(),
    now,
    product: null,
    session: [],
    cart: [],
    history: [],
    boughtLately: new Set(),
    likings: [],
    lastVisit: null,
    ...more,
  };
}

function follow(id: string, given: Evidence, taken: ReadonlySet<string> = new Set()) {
  const recipe = byId.get(id);
  if (!recipe) throw new Error(`no recipe ${id}`);
  return recommend(recipe, byId, given, taken);
}

describe('what was bought together', () => {
  const catalog = createCatalog(['tea', 'pot', 'cup', 'bag', 'lamp', 'rug'].map((id) => product(id)));
  const groups = { of: (id: string) => catalog.get(id)?.category ?? null, version: () => catalog.version };
  const model = createShelfModel({ groups });
  for (let order = 0; order < 20; order++) model.order(['tea', 'pot'], now - order * day);
  for (let order = 0; order < 12; order++) model.order(['tea', 'cup', 'pot'], now - order * day);
  for (let order = 0; order < 6; order++) model.order(['tea', 'lamp'], now - order * day);
  for (let order = 0; order < 90; order++) model.order(['bag'], now - order * day);

  test('comes in the order of how much it is bought with the product, with the orders that say so', () => {
    const { items, recipe } = follow('with-this', evidence({ model, catalog, product: 'tea' }));
    expect(recipe?.id).toBe('with-this');
    expect(items.map(({ id }) => id)).toEqual(['pot', 'cup', 'lamp']);
    expect(items[0]?.reason).toEqual({ code: 'bought-together', with: 'tea', support: 32 });
  });

  test('goes with the cart, and shows nothing that is in it', () => {
    const { items } = follow('with-cart', evidence({ model, catalog, cart: ['tea', 'pot'] }));
    expect(items.map(({ id }) => id)).toEqual(['cup', 'lamp']);
  });

  test('falls back along the recipe, and says so, where nobody has bought the product', () => {
    const { items, recipe, steps } = follow('with-this', evidence({ model, catalog, product: 'rug' }));
    expect(recipe?.id).toBe('same-category');
    expect(items[0]).toMatchObject({ id: 'bag', reason: { code: 'same-category', category: 'Mugs' } });
    expect(steps).toContainEqual({ name: 'bought-together', count: 0, note: 'no-evidence' });
    expect(steps).toContainEqual({ name: 'too-few:with-this', count: 0 });
  });
});

test('an empty shop recommends nothing, and a cart that nobody had keeps its own content', () => {
  for (const { id } of recipes) {
    expect(follow(id, evidence({ product: 'x', cart: ['x'], history: ['x'] }))).toMatchObject({
      recipe: null,
      items: [],
    });
  }
});

test('new since the last visit is what came after it, liked categories first', () => {
  const catalog = createCatalog([
    product('old', { addedAt: now - 50 * day }),
    product('mug', { addedAt: now - 3 * day }),
    product('bag', { addedAt: now - 4 * day, category: 'Bags' }),
  ]);
  const since = now - 10 * day;
  const { items } = follow(
    'new-since',
    evidence({ catalog, lastVisit: since, likings: [{ category: 'Bags', share: 1 }] }),
  );
  expect(items.map(({ id }) => id)).toEqual(['bag', 'mug']);
  expect(items[0]?.reason).toEqual({ code: 'new-since', since });
});

test('every recipe of a new shop is one', () => {
  for (const recipe of recipes) expect(Recipe.parse(recipe)).toEqual(recipe);
});

test('never shows what is excluded, and is full whenever enough products qualify', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `P${index}`);
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 12 });
  const scene = fc.record({
    orders: fc.array(fc.uniqueArray(fc.constantFrom(...ids, 'unknown'), { minLength: 1, maxLength: 6 }), {
      maxLength: 60,
    }),
    listed: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 40 }),
    gone: some,
    cart: some,
    history: some,
    bought: some,
    taken: some,
    product: fc.option(fc.constantFrom(...ids)),
    recipe: fc.constantFrom(...recipes),
  });
  fc.assert(
    fc.property(scene, ({ orders, listed, gone, cart, history, bought, taken, product: anchor, recipe }) => {
      const model = createShelfModel({ groups: { of: (id) => (id.endsWith('7') ? null : 'Mugs'), version: () => 0 } });
      for (const [index, order] of orders.entries()) model.order(order, now - index * day);
      const catalog = createCatalog(
        listed.map((id) => product(id, { inStock: !gone.includes(id), addedAt: now - 5 * day })),
      );
      const given = evidence({
        model,
        catalog,
        cart,
        history,
        boughtLately: new Set(bought),
        product: anchor,
        lastVisit: now - 9 * day,
      });
      const { items, recipe: used } = recommend(recipe, byId, given, new Set(taken));
      const shown = items.map(({ id }) => id);
      expect(new Set(shown).size).toBe(shown.length);
      for (const id of shown) {
        expect(listed).toContain(id);
        expect([...gone, ...cart, ...taken]).not.toContain(id);
        if (used?.exclude.includes('bought-lately')) expect(bought).not.toContain(id);
        if (used?.exclude.includes('anchor')) expect(id).not.toBe(anchor);
      }
      if (used?.id === 'new') {
        const qualify = listed.filter((id) => ![...gone, ...cart, ...taken].includes(id)).length;
        expect(shown.length).toBe(Math.min(qualify, used.limit));
      }
    }),
    { numRuns: 300 },
  );
});
