import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalog, type LiveCatalog } from '../catalog/catalog.ts';
import { detailsOf } from '../catalog/details.ts';
import type { Past } from '../catalog/past.ts';
import type { Product } from '../catalog/product.ts';
import { groupOf } from '../catalog/variants.ts';
import { createLikeness } from './content/likeness.ts';
import { Draft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { anchorsOf } from './ingredients.ts';
import { createShelfModel } from './model/shelf-model.ts';
import { plainRecipe, Recipe } from './recipe.ts';
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
    details: null,
    ...base,
    url: `https://shop.example/${id}`,
    inStock: true,
    addedAt: now - 200 * day,
    ...more,
  };
}

function evidence({ catalog = createCatalog([]), ...more }: Partial<Evidence> & { catalog?: LiveCatalog }): Evidence {
  return {
    catalog,
    likeness: createLikeness(catalog),
    model: createShelfModel(),
    later: () => [],
    now,
    place: {},
    product: null,
    session: [],
    cart: [],
    history: [],
    boughtLately: new Set(),
    likings: [],
    likedBrands: [],
    lastVisit: null,
    occasion: null,
    ...{
      lastAt: () => 0,
      daysAsNew: () => 0,
      viewed: [],
      wished: [],
      dueAgain: [],
      lastOrder: [],
      visitor: 'somebody',
    },
    visitors: ['somebody'],
    gift: false,
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
  const model = createShelfModel(groups);
  for (let order = 0; order < 20; order++) model.order(`1 20 ${order}`, ['tea', 'pot'], now - order * day);
  for (let order = 0; order < 12; order++) model.order(`2 12 ${order}`, ['tea', 'cup', 'pot'], now - order * day);
  for (let order = 0; order < 6; order++) model.order(`1 6 ${order}`, ['tea', 'lamp'], now - order * day);
  for (let order = 0; order < 90; order++) model.order(`0 90 ${order}`, ['bag'], now - order * day);

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
    expect(items[0]).toMatchObject({ id: 'bag', reason: { code: 'similar', with: 'rug' } });
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

test('new since the last visit begins with a liked brand, however many newer products there are', () => {
  const catalog = createCatalog([
    ...Array.from({ length: 60 }, (_, place) => product(`p${place}`, { addedAt: now - day })),
    product('liked', { addedAt: now - 4 * day, brand: 'Fern' }),
  ]);
  const likedBrands = [{ brand: 'Fern', share: 1 }];
  const { items } = follow('new-since', evidence({ catalog, lastVisit: now - 10 * day, likedBrands }));
  expect(items[0]?.id).toBe('liked');
  expect(items).toHaveLength(12);
});

test('what is popular in the last days is that of those days, and of an order that was taken back no longer', () => {
  const catalog = createCatalog(['long-ago', 'lately', 'once'].map((id) => product(id)));
  const model = createShelfModel();
  for (let order = 0; order < 50; order++) model.order(`1 ${order}`, ['long-ago'], now - 20 * day);
  for (let order = 0; order < 3; order++) model.order(`2 ${order}`, ['lately'], now - 2 * day);
  model.order('3', ['once'], now - day);
  const recipe = (lookBack: number | null) =>
    Recipe.parse({
      ...plainRecipe,
      ...{ id: 'one', version: 1, title: 'popular', anchor: 'none', lookBack, exclude: [], limit: 9, minimum: 1 },
      ...{ ingredients: [{ use: 'popular', weight: 1 }], fallback: null },
    });
  const shown = (lookBack: number | null) =>
    recommend(recipe(lookBack), byId, evidence({ catalog, model }), new Set()).items.map(({ id }) => id);
  expect(shown(null)[0]).toBe('long-ago');
  expect(shown(7)).toEqual(['lately', 'once']);
  expect(shown(1)).toEqual([]);
  expect(shown(2)).toEqual(['once']);
  model.changeOrder('3', []);
  expect(shown(7)).toEqual(['lately']);
  expect(shown(30)).toEqual(['long-ago', 'lately']);
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
  const lastAt = (id: string) => (id === 'bag' ? now - 60_000 : 0);
  const afterALook = follow('new-since', evidence({ catalog, lastVisit: since, lastAt }));
  expect(afterALook.items.map(({ id }) => id)).toEqual(['mug']);
});

test('every recipe of a new shop is one', () => {
  for (const recipe of recipes) {
    expect(Recipe.parse(recipe)).toEqual(recipe);
    const { version, ...draft } = recipe;
    expect(version).toBeGreaterThan(0);
    expect(Draft.parse(draft)).toEqual(draft);
  }
});

describe('what a recipe adds to its ingredients', () => {
  const kinds = ['Mugs', 'Bags', 'Rugs'];
  const catalog = createCatalog(
    Array.from({ length: 12 }, (_, number) =>
      product(`N${number}`, {
        ...{ category: kinds[number % 3] ?? null, price: 100 + number * 10, addedAt: now - (number + 1) * day },
      }),
    ),
  );
  const plain: Recipe = {
    ...plainRecipe,
    ...{ id: 'mine', version: 1, title: 'new', anchor: 'none', ingredients: [{ use: 'new', weight: 1 }] },
    ...{ exclude: [], limit: 6, minimum: 1, fallback: null },
  };
  const shown = (more: Partial<Recipe>, given: Partial<Omit<Evidence, 'catalog'>> = {}) =>
    recommend({ ...plain, ...more }, byId, evidence({ catalog, ...given }), new Set());
  const idsOf = (more: Partial<Recipe>, given: Partial<Omit<Evidence, 'catalog'>> = {}) =>
    shown(more, given).items.map(({ id }) => id);

  test('a pin stands in its place with its reason, and nowhere where it may not be shown', () => {
    const pins = [{ product: 'N11', place: 2 }];
    expect(shown({ pins }).items[1]).toMatchObject({ id: 'N11', reason: { code: 'pinned' } });
    expect(idsOf({ pins })).toEqual(['N0', 'N11', 'N1', 'N2', 'N3', 'N4']);
    expect(idsOf({ pins }, { cart: ['N11'] })).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5']);
  });

  test('at most so many of a category, and the places go to others until there are none', () => {
    expect(idsOf({ atMost: { category: 2, brand: null } }).sort()).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5']);
    const only = { categories: ['Mugs', 'Bags'], brands: [], products: [] };
    const { items, steps } = shown({ atMost: { category: 1, brand: null }, only });
    expect(items.map(({ id }) => id)).toEqual(['N0', 'N1']);
    expect(steps.find(({ name }) => name === 'not-among')?.count).toBeGreaterThan(0);
    expect(steps.find(({ name }) => name === 'too-many-alike')?.count).toBeGreaterThan(0);
  });

  test('the price goes by the dearest anchor, and nothing is compared with nothing', () => {
    const price = { least: 10, most: 30 };
    expect(idsOf({ price, anchor: 'product' }, { product: 'N5' })).toEqual(['N7', 'N8', 'N9']);
    expect(idsOf({ price }, { product: 'N5' })).toEqual(['N7', 'N8', 'N9']);
    expect(idsOf({ price })).toEqual([]);
  });

  test('a boost lifts, and a factor below one lowers', () => {
    expect(idsOf({ boosts: [{ what: 'category', value: 'Rugs', factor: 5 }] }).slice(0, 3)).toEqual(['N2', 'N5', 'N8']);
    expect(idsOf({ boosts: [{ what: 'category', value: 'Mugs', factor: 0.1 }], limit: 8 })).not.toContain('N0');
  });

  test('the first ones change places for each visitor, the same all day', () => {
    const order = (visitor: string, at = now) => idsOf({ shuffle: 6 }, { visitor, now: at });
    expect(order('a')).toEqual(order('a', now + 1000));
    expect([...order('a')].sort()).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5']);
    const orders = new Set(Array.from({ length: 10 }, (_, number) => order(`visitor ${number}`).join()));
    expect(orders.size).toBeGreaterThan(5);
    expect(order('a', now + day)).not.toEqual(order('a'));
  });

  test('of two variants the first one alone changes places, and no other product loses its own', () => {
    const told = catalog
      .newest()
      .map((one) => (['N0', 'N1'].includes(one.id) ? { ...one, details: { variantOf: 'both' } } : one));
    for (let number = 0; number < 10; number++) {
      const asked = { visitor: `visitor ${number}`, catalog: createCatalog(told) };
      const ids = idsOf({ shuffle: 3, limit: 5 }, asked);
      expect(ids.slice(0, 3).sort()).toEqual(['N0', 'N2', 'N3']);
      expect(ids.slice(3)).toEqual(['N4', 'N5']);
    }
  });

  test('the history reaches back as far as the recipe says', () => {
    const seen = { history: ['N1', 'N2'], lastAt: (id: string) => now - (id === 'N1' ? 1 : 20) * day };
    const parts: Partial<Recipe> = { anchor: 'history', exclude: ['anchor'] };
    expect(idsOf(parts, seen)).not.toContain('N2');
    expect(idsOf({ ...parts, lookBack: 7 }, seen)).toContain('N2');
    expect(idsOf({ ...parts, lookBack: 7 }, seen)).not.toContain('N1');
  });
});

/** A catalogue of which some products were dearer, or out of stock, until so many days ago. */
function movedCatalog(
  all: readonly Product[],
  dearer: Record<string, [was: number, daysAgo: number]>,
  back: Record<string, number>,
) {
  const pasts = new Map<string, Past>();
  for (const { id } of all) {
    const [was, ago] = dearer[id] ?? [];
    const since = back[id];
    const prices: Past['prices'] = was === undefined || ago === undefined ? [] : [[now - ago * day, was, 'GBP']];
    if (prices.length > 0 || since !== undefined)
      pasts.set(id, { prices, wentOut: null, cameIn: since === undefined ? null : now - since * day });
  }
  return createCatalog(all, pasts);
}

describe('what has changed in the catalogue', () => {
  const all = [
    ...['half', 'third', 'tenth', 'seen', 'wished', 'steady'].map((id) => product(id)),
    ...['liked', 'gone'].map((id) => product(id, { category: 'Bags', inStock: id !== 'gone' })),
  ];
  const catalog = movedCatalog(
    all,
    {
      half: [200, 3],
      third: [150, 5],
      tenth: [111, 2],
      seen: [120, 4],
      wished: [110, 4],
      liked: [125, 9],
      gone: [900, 1],
    },
    { half: 3, third: 12, tenth: 40, seen: 8, wished: 20, liked: 25, gone: 1 },
  );
  const shown = (id: string, given: Partial<Omit<Evidence, 'catalog'>> = {}) =>
    follow(id, evidence({ catalog, ...given })).items.map((item) => item.id);
  const known: Partial<Evidence> = { viewed: ['seen'], wished: ['wished'], likings: [{ category: 'Bags', share: 1 }] };

  test('the largest part first for whom nobody knows, with both prices', () => {
    expect(shown('price-dropped')).toEqual(['half', 'third', 'liked', 'seen', 'tenth', 'wished']);
    const { items } = follow('price-dropped', evidence({ catalog }));
    expect(items[0]?.reason).toEqual({
      ...{ code: 'price-dropped', was: 200, price: 100, currency: 'GBP', since: now - 3 * day },
    });
  });

  test('what they saw or wished for first, then what they like, then the rest', () => {
    expect(shown('price-dropped', known)).toEqual(['seen', 'wished', 'liked', 'half', 'third', 'tenth']);
    const cart = ['half'];
    expect(shown('price-dropped', { ...known, cart })).not.toContain('half');
  });

  test('what is back stands with its day, the latest first; what came back after the last visit before the rest', () => {
    expect(shown('back-in-stock')).toEqual(['half', 'seen', 'third', 'wished', 'liked']);
    const { items } = follow('back-in-stock', evidence({ catalog }));
    expect(items[0]?.reason).toEqual({ code: 'back-in-stock', since: now - 3 * day });
    const lastVisit = now - 10 * day;
    expect(shown('back-in-stock', { ...known, lastVisit })).toEqual(['seen', 'wished', 'half', 'liked', 'third']);
  });

  test('what they have seen since it was back is no news', () => {
    const lastAt = (id: string) => (id === 'seen' ? now - day : 0);
    expect(shown('back-in-stock', { ...known, likings: [], lastAt })).toEqual([
      'wished',
      'half',
      'seen',
      'third',
      'liked',
    ]);
  });

  test('in a sale of everything the shelf is full, with what they like first, however narrow the recipe', () => {
    const many = Array.from({ length: 5_000 }, (_, number) =>
      product(`S${number}`, { category: number % 400 === 7 ? 'Bags' : 'Mugs', price: 50 + (number % 40) }),
    );
    const sale = movedCatalog(many, Object.fromEntries(many.map(({ id }) => [id, [100, 1]])), {});
    const recipe = byId.get('price-dropped');
    if (!recipe) throw new Error('no recipe');
    const likings = [{ category: 'Bags', share: 1 }];
    const liked = recommend(recipe, byId, evidence({ catalog: sale, likings }), new Set()).items;
    expect(sale.get(liked[0]?.id ?? '')?.category).toBe('Bags');
    const only = { categories: ['Bags'], brands: [], products: [] };
    expect(recommend({ ...recipe, only }, byId, evidence({ catalog: sale }), new Set()).items).toHaveLength(12);
  });
});

const ids = Array.from({ length: 40 }, (_, index) => `P${index}`);
const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 12 });
/** Some are sold in some places only, by the rest of their number. */
const soldOnly: readonly Product['details'][] = [
  ...[null, { soldIn: ['UA'] }, { soldIn: ['RO-CJ', 'RO-B'] }, { notSoldIn: ['UA-43', 'RO'] }],
];
/** Place -> which of them are not sold there. */
const soldNowhere: Record<string, readonly number[]> = {
  ...{ 'UA-43': [2, 3], 'UA-46': [2], UA: [2], 'RO-CJ': [1, 3], 'RO-IS': [1, 2, 3], RO: [1, 3], DE: [1, 2] },
};

function notSoldAt(place: string): string[] {
  return ids.filter((id) => soldNowhere[place]?.includes(Number(id.slice(1)) % 4));
}

const scene = fc.record({
  orders: fc.array(fc.uniqueArray(fc.constantFrom(...ids, 'unknown'), { minLength: 1, maxLength: 6 }), {
    maxLength: 60,
  }),
  visits: fc.array(fc.array(fc.constantFrom(...ids, 'unknown'), { minLength: 1, maxLength: 6 }), { maxLength: 60 }),
  listed: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 40 }),
  ...{ gone: some, cart: some, history: some, session: some, bought: some, taken: some, wished: some },
  cheaper: fc.dictionary(fc.constantFrom(...ids), fc.tuple(fc.integer({ min: 40, max: 600 }), fc.nat(40))),
  back: fc.dictionary(fc.constantFrom(...ids), fc.nat(40)),
  product: fc.option(fc.constantFrom(...ids)),
  knows: fc.boolean(),
  place: fc.constantFrom('', ...Object.keys(soldNowhere)),
});
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

const scope = fc.record({
  categories: fc.subarray(['Mugs', 'Bags']),
  brands: fc.subarray(['Ann', 'Bob']),
  products: fc.subarray(ids, { maxLength: 8 }),
});
const percent = fc.option(fc.integer({ min: -50, max: 200 }));
const most = fc.option(fc.integer({ min: 1, max: 5 }));
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });

/** A recipe that a merchant may think of. */
const anyRecipe: fc.Arbitrary<Recipe> = fc.record({
  words: fc.constant({}),
  lookBack: fc.option(fc.integer({ min: 1, max: 30 })),
  only: fc.oneof(fc.constant(plainRecipe.only), scope),
  never: fc.oneof(fc.constant(plainRecipe.never), scope),
  price: fc.option(fc.record({ least: percent, most: percent })),
  boosts: fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('category' as const), value: fc.constantFrom('Mugs', 'Bags'), factor }),
      fc.record({ what: fc.constantFrom('new' as const, 'margin' as const), factor }),
    ),
    { maxLength: 3 },
  ),
  pins: fc
    .uniqueArray(fc.record({ product: fc.constantFrom(...ids, 'unknown'), place: fc.integer({ min: 1, max: 24 }) }), {
      maxLength: 4,
      selector: ({ place }) => place,
    })
    .map((pins) => pins.filter(({ product }, at) => pins.findIndex((pin) => pin.product === product) === at)),
  atMost: fc.record({ category: most, brand: most }),
  shuffle: fc.integer({ min: 0, max: 12 }),
  id: fc.constantFrom('mine', 'for-you', 'popular'),
  version: fc.constant(1),
  title: fc.constantFrom(...Recipe.shape.title.options),
  anchor: fc.constantFrom(...Recipe.shape.anchor.options),
  ingredients: fc.array(
    fc.record({
      use: fc.constantFrom(...Recipe.shape.ingredients.element.shape.use.options),
      weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  exclude: fc.subarray([...Recipe.shape.exclude.element.options]),
  limit: fc.integer({ min: 1, max: 24 }),
  minimum: fc.integer({ min: 1, max: 6 }),
  fallback: fc.constantFrom(null, ...recipes.map(({ id }) => id)),
});

function kindOf(id: string): Pick<Product, 'category' | 'brand' | 'price' | 'cost' | 'costCurrency'> {
  const number = Number(id.slice(1));
  const category = number % 7 === 0 ? null : number % 3 === 0 ? 'Bags' : 'Mugs';
  const brand = [null, 'Ann', 'Bob'][number % 5] ?? null;
  return { category, brand, price: number % 11 === 0 ? null : 50 + number * 10, cost: number * 5, costCurrency: 'GBP' };
}

function isIn(scope: Recipe['only'], id: string): boolean {
  const { category, brand } = kindOf(id);
  return (
    scope.products.includes(id) || scope.categories.includes(category ?? '-') || scope.brands.includes(brand ?? '-')
  );
}

/** Some buy twice. */
const buyerOf = (index: number) => `buyer ${index % 45}`;
const placeOfOrder = (index: number) => ['UA-46', 'UA-46', 'UA-30'][index % 3] ?? '';
const isOfNow = (index: number) => index % 2 === 0;

function evidenceIn({
  orders,
  visits,
  listed,
  gone,
  bought,
  knows,
  place,
  cheaper,
  back,
  variantOf = () => undefined,
  ...given
}: Omit<Scene, 'place'> & { place?: string; variantOf?: (id: string) => string | undefined }): Evidence {
  const model = createShelfModel({ of: (id) => (id.endsWith('7') ? null : 'Mugs'), version: () => 0 });
  for (const [index, visit] of visits.entries())
    for (const looked of visit)
      model.look(`visitor ${index}`, looked, isOfNow(index) ? now - 60_000 : now - (60 - index) * day);
  for (const [index, order] of orders.entries()) {
    model.buy(`visitor ${index}`, `${index}`, now - (60 - index) * day);
    model.order(`${index}`, order, now - (60 - index) * day, { place: placeOfOrder(index), buyer: buyerOf(index) });
  }
  const catalog = movedCatalog(
    listed.map((id) =>
      product(id, {
        ...kindOf(id),
        details: detailsOf({ ...soldOnly[Number(id.slice(1)) % 4], variantOf: variantOf(id) ?? '' }),
        inStock: !gone.includes(id),
        addedAt: now - 5 * day,
      }),
    ),
    cheaper,
    back,
  );
  const at = place ? { country: place.slice(0, 2), ...(place.length > 2 ? { region: place } : {}) } : {};
  const page = { catalog, model, place: at, product: given.product, cart: given.cart, visitors: ['visitor 0'] };
  if (!knows) return evidence({ ...page, session: given.product === null ? [] : [given.product] });
  return evidence({
    ...{ ...page, history: given.history, session: given.session, boughtLately: new Set(bought) },
    ...{ lastVisit: now - 9 * day, likings: [{ category: 'Mugs', share: 1 }] },
    ...{ viewed: given.history, wished: given.wished, lastOrder: bought.slice(0, 3) },
    lastAt: (id) => now - Number(id.slice(1)) * day,
  });
}

test('whatever the recipe, the catalogue and the log: nothing is shown that may not be, each once, with a reason that is true', () => {
  fc.assert(
    fc.property(scene, fc.oneof(anyRecipe, fc.constantFrom(...recipes)), (given, recipe) => {
      const { gone, cart, taken, listed, bought, knows, orders, visits } = given;
      const { items, recipe: used } = recommend(recipe, byId, evidenceIn(given), new Set(taken));
      const shown = items.map(({ id }) => id);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBeLessThanOrEqual(used?.limit ?? 0);
      if (used) expect(shown.length).toBeGreaterThanOrEqual(used.minimum);
      for (const [place, { id, reason }] of items.entries()) {
        expect(listed).toContain(id);
        expect([...gone, ...cart, ...taken, given.product, ...notSoldAt(given.place)]).not.toContain(id);
        expect(used && isIn(used.never, id)).toBe(false);
        if (reason.code === 'pinned') {
          const pin = used?.pins.find(({ product }) => product === id);
          expect(place + 1).toBeLessThanOrEqual(pin?.place ?? 0);
          // Nearer to the front where there are too few to stand before it.
          if (place + 1 < (pin?.place ?? 0))
            expect(items.slice(place).every((item) => item.reason.code === 'pinned')).toBe(true);
          continue;
        }
        const { only } = used ?? plainRecipe;
        if (only.categories.length + only.brands.length + only.products.length > 0) expect(isIn(only, id)).toBe(true);
        if (knows && used?.exclude.includes('bought-lately')) expect(bought).not.toContain(id);
        if (reason.code === 'bought-together') expect(countOf(orders, reason.with, id)).toBe(reason.support);
        if (reason.code === 'accessory') {
          expect(countOf(orders, reason.with, id)).toBe(reason.support);
          expect(2 * (kindOf(id).price ?? Number.NaN)).toBeLessThanOrEqual(kindOf(reason.with).price ?? 0);
        }
        if (reason.code === 'viewed-next') expect(countOf(visits, reason.with, id)).toBe(reason.support);
        if (reason.code === 'viewed-then-bought') {
          const looked = (index: number) => !isOfNow(index) && visits[index]?.includes(reason.with);
          const took = orders.filter(
            (order, index) => order.includes(id) && !order.includes(reason.with) && looked(index),
          );
          expect(took.length).toBe(reason.support);
        }
        if (reason.code === 'popular') expect(orders.flat()).toContain(id);
        if (reason.code === 'popular-near') {
          const near = orders.flatMap((products, index) =>
            placeOfOrder(index).startsWith(reason.place) && products.length > 0
              ? [[products, buyerOf(index)] as const]
              : [],
          );
          expect(new Set(near.map(([, buyer]) => buyer)).size).toBeGreaterThanOrEqual(20);
          const bought = near.filter(([products]) => products.includes(id));
          expect(new Set(bought.map(([, buyer]) => buyer)).size).toBe(reason.buyers);
        }
        if (reason.code === 'watched-now') {
          const others = visits.filter((looked, index) => isOfNow(index) && index > 0 && looked.includes(id));
          expect(others.length).toBe(reason.visitors);
          expect(reason.visitors).toBeGreaterThanOrEqual(3);
        }
        if (reason.code === 'viewed') expect(given.history).toContain(id);
        if (reason.code === 'back-in-stock') expect(reason.since).toBe(now - (given.back[id] ?? Number.NaN) * day);
        if (reason.code === 'price-dropped') {
          expect([reason.price, reason.was]).toEqual([kindOf(id).price, given.cheaper[id]?.[0]]);
          expect(reason.price).toBeLessThan(reason.was);
        }
      }
      for (const of of ['category', 'brand'] as const) {
        const most = used?.atMost[of] ?? null;
        if (most === null) continue;
        const pinned = items.filter(({ reason }) => reason.code === 'pinned').map(({ id }) => kindOf(id)[of]);
        for (const group of new Set(shown.map((id) => kindOf(id)[of]))) {
          const there = shown.filter((id) => kindOf(id)[of] === group).length;
          if (group !== null)
            expect(there).toBeLessThanOrEqual(Math.max(most, pinned.filter((one) => one === group).length));
        }
      }
    }),
    { numRuns: 500 },
  );
});

describe('of the variants of one product', () => {
  /** Some are variants of a product that is sold itself, some of one that is not, and some of none. */
  const variantOf = (id: string) => {
    const number = Number(id.slice(1));
    return number % 3 === 0 ? `P${number % 4}` : number % 3 === 1 ? `group ${number % 5}` : undefined;
  };
  const group = (id: string) => variantOf(id) ?? id;

  test('no shelf shows two, nor any beside the page’s product, what is in the cart, or an anchor that is left out', () => {
    fc.assert(
      fc.property(scene, fc.oneof(anyRecipe, fc.constantFrom(...recipes)), (given, recipe) => {
        const asked = evidenceIn({ ...given, variantOf });
        const { items, recipe: used } = recommend(recipe, byId, asked, new Set(given.taken));
        const shown = items.map(({ id }) => group(id));
        expect(new Set(shown).size).toBe(shown.length);
        const beside = [...asked.cart, ...(asked.product === null ? [] : [asked.product])];
        const pinned = new Set(items.filter(({ reason }) => reason.code === 'pinned').map(({ id }) => group(id)));
        for (const id of beside) expect(shown).not.toContain(groupOf(id, asked.catalog.get(id)));
        if (used?.exclude.includes('anchor')) {
          for (const id of anchorsOf(used, asked)) {
            const ofAnchor = groupOf(id, asked.catalog.get(id));
            if (!pinned.has(ofAnchor)) expect(shown).not.toContain(ofAnchor);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the best stands for all, and others have the places of the rest', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 24 }), (given, limit) => {
        const few = { ...given, listed: given.listed.slice(0, 24) };
        const recipe: Recipe = {
          ...plainRecipe,
          ...{ id: 'one', version: 1, title: 'new', anchor: 'none', ingredients: [{ use: 'new', weight: 1 }] },
          ...{ exclude: [], limit: 24, minimum: 1, fallback: null },
        };
        const shown = (recipe: Recipe, asked: Evidence) =>
          recommend(recipe, byId, asked, new Set(given.taken)).items.map(({ id }) => id);
        const asked = evidenceIn({ ...few, variantOf });
        const away = [...asked.cart, ...(asked.product === null ? [] : [asked.product])];
        const gone = new Set(away.map((id) => groupOf(id, asked.catalog.get(id))));
        const first = shown(recipe, evidenceIn(few)).filter((id) => {
          const isFirst = !gone.has(group(id));
          gone.add(group(id));
          return isFirst;
        });
        expect(shown({ ...recipe, limit }, asked)).toEqual(first.slice(0, limit));
      }),
      { numRuns: 300 },
    );
  });

  test('the first that the shop has pinned stands, and the second does not', () => {
    const details = { variantOf: 'shirt' };
    const catalog = createCatalog([product('red', { details }), product('blue', { details }), product('mug')]);
    const recipe: Recipe = {
      ...plainRecipe,
      ...{ id: 'one', version: 1, title: 'new', anchor: 'none', ingredients: [{ use: 'new', weight: 1 }] },
      ...{ exclude: [], limit: 4, minimum: 1, fallback: null },
      pins: [
        { product: 'blue', place: 2 },
        { product: 'red', place: 1 },
      ],
    };
    const { items, away } = recommend(recipe, byId, evidence({ catalog }), new Set());
    expect(items.map(({ id }) => id)).toEqual(['red']);
    expect(away.get('blue')).toBe('variant');
  });
});

describe('accessories', () => {
  const catalog = createCatalog([
    product('camera', { price: 90_000, details: { accessories: ['strap', 'gone', 'lens', 'camera'] } }),
    product('phone', { price: 60_000 }),
    product('lens', { price: 200_000 }),
    ...['strap', 'card', 'case'].map((id) => product(id, { price: 2_000 })),
    product('flash', { price: 50_000 }),
    product('film', { price: 1_000, currency: 'EUR' }),
    product('bag', { price: 300 }),
  ]);
  const model = createShelfModel();
  const beside = ['card', 'flash', 'film', 'bag'];
  for (let at = 0; at < 12; at++) model.order(`camera ${at}`, ['camera', ...beside], now - at * day);
  for (let at = 0; at < 6; at++) model.order(`phone ${at}`, ['phone', 'case', 'bag', 'card'], now - at * day);
  for (let at = 0; at < 90; at++) model.order(`bag ${at}`, ['bag'], now - at * day);
  const shown = (given: Partial<Omit<Evidence, 'catalog'>>) => {
    const { recipe, items } = follow('accessories', evidence({ catalog, model, ...given }));
    return { recipe: recipe?.id, items: items.map(({ id, reason }) => ({ id, reason })) };
  };

  test('are those that the shop names, at whatever price, and then what is bought beside it for half its price or less', () => {
    expect(shown({ product: 'camera' })).toEqual({
      recipe: 'accessories',
      items: [
        { id: 'strap', reason: { code: 'accessory', with: 'camera', support: null } },
        { id: 'lens', reason: { code: 'accessory', with: 'camera', support: null } },
        { id: 'card', reason: { code: 'accessory', with: 'camera', support: 12 } },
      ],
    });
  });

  test('are not the other way round: beside a card there is no camera, and what is bought together is shown', () => {
    const { recipe, items } = shown({ product: 'card' });
    expect(recipe).toBe('with-this');
    expect(items.map(({ id }) => id)).toContain('camera');
  });

  test('are also what is bought later by those who have it, behind the rest; in turn with it where the visitor has it', () => {
    const later = (product: string) =>
      product === 'camera' ? ['case', 'flash', 'bag', 'lens'].map((id, at) => ({ product: id, people: 9 - at })) : [];
    const codes = (given: object, recipe: string) => {
      const { items } = follow(recipe, evidence({ catalog, model, later, ...given }));
      return items.map(({ id, reason }) => `${id} ${reason.code}`);
    };
    const beside = ['strap accessory', 'lens accessory', 'card accessory'];
    expect(codes({ product: 'camera' }, 'accessories')).toEqual([...beside, 'case bought-later', 'bag bought-later']);
    expect(codes({ product: 'camera', cart: ['case'] }, 'accessories')).toEqual([...beside, 'bag bought-later']);
    expect(codes({ lastOrder: ['camera'] }, 'for-last-order')).toEqual([
      ...['strap accessory', 'lens accessory'],
      ...['card accessory', 'case bought-later', 'bag bought-later'],
    ]);
  });

  test('have nothing of what everybody buys, nor what is in the cart', () => {
    expect(shown({ product: 'phone', cart: ['card'] }).items.map(({ id }) => id)).toEqual(['case']);
  });
});

test('what is ordered more often this week than usual is brought with both numbers, as long as it is not taken back', () => {
  const model = createShelfModel();
  for (let ago = 0; ago < 35; ago++) model.order(`steady ${ago}`, ['steady'], now - ago * day);
  for (let ago = 0; ago < 6; ago++) model.order(`risen ${ago}`, ['risen'], now - ago * day);
  model.order('before', ['risen'], now - 20 * day);
  const recipe: Recipe = {
    ...plainRecipe,
    ...{ id: 'one', version: 1, title: 'popular', anchor: 'none', ingredients: [{ use: 'trending', weight: 1 }] },
    ...{ exclude: [], limit: 4, minimum: 1, fallback: null },
  };
  const given = evidence({ catalog: createCatalog(['steady', 'risen'].map((id) => product(id))), model });
  const shown = () => recommend(recipe, byId, given, new Set()).items.map(({ id, reason }) => ({ id, reason }));
  expect(shown()).toEqual([{ id: 'risen', reason: { code: 'trending', orders: 6, usual: 0.25 } }]);
  for (let ago = 0; ago < 4; ago++) model.changeOrder(`risen ${ago}`, []);
  expect(shown()).toEqual([]);
});

test('what is wanted more than usual is brought of the page’s category, or of those that the visitor likes', () => {
  const model = createShelfModel();
  for (let ago = 0; ago < 35; ago++) model.order(`steady ${ago}`, ['steady'], now - ago * day);
  for (let ago = 0; ago < 6; ago++) model.order(`risen ${ago}`, ['bag', 'mug'], now - ago * day);
  const catalog = createCatalog([
    product('bag', { category: 'Bags' }),
    ...['mug', 'steady', 'shown'].map((id) => product(id)),
  ]);
  const shown = (use: 'trending-category' | 'trending-liked', given: Partial<Evidence>) => {
    const recipe: Recipe = {
      ...plainRecipe,
      ...{ id: 'one', version: 1, title: 'popular', anchor: 'none', ingredients: [{ use, weight: 1 }] },
      ...{ exclude: [], limit: 4, minimum: 1, fallback: null },
    };
    return recommend(recipe, byId, evidence({ model, ...given, catalog }), new Set());
  };
  const ids = (found: ReturnType<typeof shown>) => found.items.map(({ id }) => id);
  expect(ids(shown('trending-category', { product: 'shown' }))).toEqual(['mug']);
  expect(ids(shown('trending-liked', { likings: [{ category: 'Bags', share: 1 }] }))).toEqual(['bag']);
  expect(shown('trending-category', {}).steps).toContainEqual({
    name: 'trending-category',
    count: 0,
    note: 'no-anchor',
  });
  expect(ids(shown('trending-liked', {}))).toEqual([]);
});

function countOf(all: readonly string[][], one: string, other: string): number {
  return all.filter((products) => products.includes(one) && products.includes(other)).length;
}

function isCheaper(price: number, [was, ago]: [was: number, daysAgo: number] = [0, 0]): boolean {
  return price <= was * 0.97 && ago < 30;
}

test('a shelf is full whenever enough products qualify', () => {
  const single = fc.constantFrom(
    ...(['bought-together', 'next', 'popular', 'new', 'price-dropped', 'back-in-stock'] as const),
  );
  fc.assert(
    fc.property(scene, single, fc.integer({ min: 1, max: 24 }), (given, use, limit) => {
      const anchor = use === 'next' ? ('session' as const) : ('product' as const);
      const recipe: Recipe = {
        ...plainRecipe,
        ...{ id: 'one', version: 1, title: 'popular', anchor, ingredients: [{ use, weight: 1 }] },
        ...{ exclude: ['anchor'], limit, minimum: 1, fallback: null },
      };
      const evidence = evidenceIn(given);
      const { items } = recommend(recipe, byId, evidence, new Set(given.taken));
      const { gone, cart, taken, listed, orders, visits } = given;
      const anchors = use === 'next' ? evidence.session : given.product === null ? [] : [given.product];
      const beside = (all: readonly string[][]) =>
        new Set(all.filter((products) => products.some((id) => anchors.includes(id))).flat());
      const brought = {
        'bought-together': () => beside(orders),
        next: () => beside(visits),
        popular: () => new Set(orders.flat()),
        new: () => new Set(listed),
        'price-dropped': () =>
          new Set(listed.filter((id) => isCheaper(kindOf(id).price ?? Number.POSITIVE_INFINITY, given.cheaper[id]))),
        'back-in-stock': () => new Set(listed.filter((id) => (given.back[id] ?? 99) < 30)),
      }[use]();
      const away = new Set([...gone, ...cart, ...taken, given.product, ...notSoldAt(given.place)]);
      // An anchor that is none of the page's own is left out by the recipe where the ingredient starts from it.
      if (use === 'bought-together' || use === 'next') for (const id of anchors) away.add(id);
      const qualify = listed.filter((id) => brought.has(id) && !away.has(id));
      expect(items.length).toBe(Math.min(qualify.length, limit));
    }),
    { numRuns: 500 },
  );
});

test('a shelf that takes only so many of a category is full whenever enough of others qualify', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 24 }), (given, most, limit) => {
      const recipe: Recipe = {
        ...plainRecipe,
        ...{ id: 'one', version: 1, title: 'new', anchor: 'none', ingredients: [{ use: 'new', weight: 1 }] },
        ...{ exclude: [], limit, minimum: 1, fallback: null, atMost: { category: most, brand: null } },
      };
      const { items } = recommend(recipe, byId, evidenceIn(given), new Set(given.taken));
      const away = new Set([...given.gone, ...given.cart, ...given.taken, given.product, ...notSoldAt(given.place)]);
      const qualify = given.listed.filter((id) => !away.has(id)).map((id) => kindOf(id).category);
      const places = ['Mugs', 'Bags'].map((kind) => Math.min(most, qualify.filter((one) => one === kind).length));
      const free = qualify.filter((kind) => kind === null).length;
      expect(items.length).toBe(
        Math.min(
          limit,
          places.reduce((sum, count) => sum + count, free),
        ),
      );
    }),
  );
});

test('a shop of nothing, one product, one order or ten fills a place by rule or leaves it, for whom it knows and whom it does not', () => {
  const orders = Array.from({ length: 10 }, (_, number) => ids.slice(number, number + 4));
  for (const [listed, sold] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [40, 1],
    [40, 10],
  ] as const) {
    for (const knows of [true, false]) {
      for (const recipe of recipes) {
        const [tea = 'P0'] = ids;
        const given = evidenceIn({
          ...{ orders: orders.slice(0, sold), visits: orders.slice(0, sold), listed: ids.slice(0, listed), gone: [] },
          ...{ cart: [tea], history: [tea], session: [tea], bought: [], taken: [], product: tea, knows },
          ...{ wished: [tea], cheaper: {}, back: {} },
        });
        const { recipe: used, items } = recommend(recipe, byId, given, new Set());
        if (used) expect(items.length).toBeGreaterThanOrEqual(used.minimum);
        else expect(items).toEqual([]);
        if (listed <= 1) expect(items).toEqual([]);
        // No occasion is near.
        if (recipe.id === 'seen-lately' || recipe.id === 'gift-list') continue;
        if (listed > 1 && recipe.id !== 'with-cart') expect(items.length).toBeGreaterThanOrEqual(3);
        if (listed > 1 && sold > 0) expect(items.length).toBeGreaterThan(0);
      }
    }
  }
});
