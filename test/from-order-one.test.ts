import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../server/log/receipt.ts';
import type { Recipe } from '../server/recommend/recipe.ts';
import { recipes } from '../server/recommend/recipes.ts';
import type { Consent } from '../snippet/protocol.ts';
import { asServer } from './collector/erasing.ts';
import { signUp } from './collector/owner.ts';
import { everything, type Shopper, shopper } from './collector/shopper.ts';
import type { Stage } from './collector/stage.ts';
import { type Decided, decidedIn } from './recommend/told.ts';
import { isTrue } from './recommend/true-reasons.ts';
import { type Installation, runtimes } from './runtimes.ts';

/** What there is in a shop when its pages begin to ask. */
const beginnings = [
  { name: 'nothing at all', products: 0, orders: 0 },
  { name: 'one product', products: 1, orders: 0 },
  { name: 'products that nobody has bought', products: 30, orders: 0 },
  { name: 'one order', products: 30, orders: 1 },
  { name: 'ten orders', products: 30, orders: 10 },
];

const counted: Consent = { ...everything, personalisation: false };
/** What visitors allow as they come and as they ask, and how much a decision knows of them then. */
const consents: readonly { name: string; comes: Consent; asks: Consent; rung: Receipt['rung'] }[] = [
  { name: 'everything', comes: everything, asks: everything, rung: 'profile' },
  { name: 'to be counted', comes: counted, asks: counted, rung: 'context' },
  { name: 'everything, and then no longer', comes: everything, asks: counted, rung: 'context' },
  { name: 'nothing', comes: {}, asks: {}, rung: 'context' },
];

/** The last one brings an order of its own, so that all others are asked before it. */
const pages = ['home', 'product', 'cart', 'after an order'] as const;
type Page = (typeof pages)[number];

interface Asked {
  recipe: Recipe;
  page: Page;
  allowed: (typeof consents)[number];
  shelf: Shelf | null;
}

interface Shelf {
  title: string;
  items: { id: string; reason: string }[];
}

type Shop = Pick<Stage, 'origin' | 'owner'>;

const products = Array.from({ length: 30 }, (_, number) => `N${number}`);
const [shown = '', looked = '', put = '', bought = ''] = products;
/** Both were bought, and are not to be had any more. */
const soldOut = 'N4';
const removed = 'N6';
const categoryOf = (id: string) => `Kind ${Number(id.slice(1)) % 3}`;

describe.each(runtimes)('on $name', (runtime) => {
  describe.each(beginnings)('a shop that begins with $name', (beginning) => {
    let installation: Installation;
    /** In turns what two were answered who had done the same. */
    const asked: Asked[] = [];
    let decided: Decided[];

    beforeAll(async () => {
      installation = await runtime.start('https://www.shop.example');
      const shop = { origin: installation.origin, owner: await signUp(installation) };
      await furnish(shop, beginning);
      for (const page of pages) {
        const visits = consents.flatMap((allowed) => [shopper(shop), shopper(shop)].map((who) => ({ who, allowed })));
        // Everybody has come before anybody asks, so that the same is known to all.
        for (const { who, allowed } of visits) await come(who, page, allowed.comes);
        for (const recipe of recipes) {
          const body = JSON.stringify({ recipe: recipe.id });
          expect((await shop.owner.ask('/shelves/recipes/slots/home', { method: 'PUT', body })).status).toBe(204);
          for (const { who, allowed } of visits)
            asked.push({ recipe, page, allowed, shelf: await ask(who, page, allowed.asks) });
        }
      }
      decided = await decidedIn(await installation.pause());
      expect(decided).toHaveLength(asked.length);
    });
    afterAll(() => installation?.stop());

    const each = (check: (asked: Asked, decided: Decided, at: number) => void) => {
      for (const [place, one] of asked.entries()) {
        const known = decided[place];
        if (known) check(one, known, place);
      }
    };
    const nameOf = ({ recipe, page, allowed }: Asked) => `${recipe.id}, ${page}, allowed ${allowed.name}`;

    test('answers alike those who have done alike: nothing is drawn by lot', () => {
      each((one, _, place) => {
        if (place % 2 === 1) expect.soft(one.shelf, nameOf(one)).toEqual(asked[place - 1]?.shelf);
      });
    });

    test('fills a place by its recipe or the first fallback that can, or hides it, and the receipt says which and why', () => {
      each((one, { receipt, facts: _ }) => {
        const name = nameOf(one);
        expect.soft(receipt.rung, name).toBe(one.allowed.rung);
        expect
          .soft(
            receipt.shown.map(({ id }) => id),
            name,
          )
          .toEqual(one.shelf?.items.map(({ id }) => id) ?? []);
        const chain = chainOf(one.recipe);
        const used = chain.findIndex(({ id, version }) => receipt.recipe === `${id}@${version}`);
        const tried = used < 0 ? chain : chain.slice(0, used);
        const tooFew = receipt.steps.filter((step) => step.name.startsWith('too-few:'));
        expect
          .soft(
            tooFew.map((step) => step.name),
            name,
          )
          .toEqual(tried.map(({ id }) => `too-few:${id}`));
        const recipe = chain[used];
        if (recipe) {
          expect.soft(receipt.shown.length, name).toBeGreaterThanOrEqual(recipe.minimum);
          expect.soft(receipt.shown.length, name).toBeLessThanOrEqual(recipe.limit);
        } else {
          expect.soft([receipt.recipe, receipt.shown, one.shelf], name).toEqual([null, [], null]);
        }
        // What brought nothing says why.
        const uses = new Set<string>(chain.flatMap(({ ingredients }) => ingredients.map(({ use }) => use)));
        for (const step of receipt.steps)
          if (uses.has(step.name) && step.count === 0) expect.soft(step.note, `${name}: ${step.name}`).toBeDefined();
      });
    });

    test('shows nothing that may not be shown, each once, and for a reason that is true', () => {
      each((one, { receipt, visitor, facts }) => {
        const name = nameOf(one);
        const ids = receipt.shown.map(({ id }) => id);
        expect.soft(new Set(ids).size, name).toBe(ids.length);
        for (const id of ids) expect.soft(products.slice(0, beginning.products), name).toContain(id);
        const used = recipes.find(({ id, version }) => receipt.recipe === `${id}@${version}`);
        const isKnown = one.allowed.rung === 'profile' && used?.exclude.includes('bought-lately');
        const own = isKnown ? [bought, shown] : [];
        const never = { home: [], product: [shown], cart: [put], 'after an order': own }[one.page];
        for (const id of [soldOut, removed, ...never]) expect.soft(ids, name).not.toContain(id);
        const { anchors } = receipt.inputs;
        const page = one.page === 'product' ? [shown] : [];
        const around = [...(Array.isArray(anchors) ? anchors : []), ...page];
        for (const { id, reason } of receipt.shown) {
          const words = `${name}: ${id} ${JSON.stringify(reason)}`;
          expect.soft(isTrue(reason, { id, visitor, facts, anchors: around, categoryOf }), words).toBe(true);
        }
        for (const { reason } of one.shelf?.items ?? []) expect.soft(reason, name).not.toBe('');
      });
    });

    test('whose products are enough fills every place that has one for everybody among its fallbacks', () => {
      each((one) => {
        const isForAll = chainOf(one.recipe).some(
          ({ price, only, ingredients, lookBack }) =>
            price === null &&
            lookBack === null &&
            only.categories.length === 0 &&
            ingredients.some(({ use }) => use === 'new'),
        );
        if (isForAll && beginning.products === 30) expect.soft(one.shelf, nameOf(one)).not.toBeNull();
      });
    });

    test('who knows nothing of a visitor answers as to a stranger on the same page', () => {
      each((one, { receipt }) => {
        if (one.allowed.rung === 'profile') return;
        for (const { reason } of receipt.shown)
          expect.soft(['liked-category', 'viewed', 'new-since'], nameOf(one)).not.toContain(reason.code);
        const stranger = asked.find(
          ({ recipe, page, allowed }) => recipe === one.recipe && page === one.page && allowed.name === 'nothing',
        );
        expect.soft(besideSelf(one.shelf), nameOf(one)).toEqual(besideSelf(stranger?.shelf));
      });
    });
  });
});

/** Whoever may be counted is one of those who look, and is not told of as another. */
function besideSelf(shelf: unknown): string | undefined {
  return JSON.stringify(shelf)?.replace(/\d+ other people/g, 'other people');
}

/** A recipe and its fallbacks, in the order in which they are tried. */
function chainOf(recipe: Recipe): Recipe[] {
  const chain: Recipe[] = [];
  const take = (found: Recipe | undefined): void => {
    if (!found || chain.includes(found)) return;
    chain.push(found);
    take(recipes.find(({ id }) => id === found.fallback));
  };
  take(recipe);
  return chain;
}

async function furnish(shop: Shop, { products: count, orders }: (typeof beginnings)[number]): Promise<void> {
  const tell = await asServer(shop);
  const upsert = products.slice(0, count).map((id, number) => ({
    ...{ item_id: id, item_name: `Thing ${id}`, item_category: categoryOf(id), price: 10 + number },
    ...{ url: `https://www.shop.example/${id}`, availability: id === soldOut ? 'out_of_stock' : 'in_stock' },
  }));
  const made = Array.from({ length: orders }, (_, number) => ({
    ...{ order_id: `earlier-${number}`, time: Date.now() - (number + 1) * 3_600_000, currency: 'EUR' },
    customer: { id: `customer-${number}` },
    items: [0, 1 + number, 2 + number, 5].map((product) => ({ item_id: products[product], price: 10, quantity: 1 })),
  }));
  for (const [path, body, isThere] of [
    ['/catalog', { upsert }, count > 0],
    ['/catalog', { delete: [removed] }, count > 0],
    ['/orders', { orders: made }, orders > 0],
  ] as const) {
    if (!isThere) continue;
    const answer = await tell(path, { method: 'POST', body: JSON.stringify(body) });
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
  }
}

/** Looks at a product, and goes on to the page. */
async function come(who: Shopper, page: Page, consent: Consent): Promise<void> {
  const of = (...ids: string[]) => ({ items: ids.map((item_id) => ({ item_id })) });
  who.open(`/${looked}`);
  await who.send([who.event('view_item', of(looked))], { consent });
  who.open(`/${page}`);
  const lines = [bought, shown].map((item_id) => ({ item_id, price: 10, quantity: 1 }));
  const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 20, items: lines };
  const events = {
    home: () => [who.event('page_view')],
    product: () => [who.event('view_item', of(shown))],
    cart: () => [who.event('add_to_cart', of(put))],
    'after an order': () => [who.event('purchase', order)],
  }[page]();
  await who.send(events, { consent });
}

async function ask(who: Shopper, page: Page, consent: Consent): Promise<Shelf | null> {
  // What lies in the cart is said with each look at it.
  const events = page === 'cart' ? [who.event('view_cart', { items: [{ item_id: put }] })] : [];
  const { answer } = await who.send(events, { consent, slots: ['home'] });
  const decision = answer?.slots.find(({ slot }) => slot === 'home');
  return (decision?.props as Shelf | undefined) ?? null;
}
