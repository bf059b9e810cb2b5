import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../../server/log/receipt.ts';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Preview } from '../../server/shelves/preview.ts';
import type { ReplayedPart } from '../../server/shelves/replay.ts';
import type { Version } from '../../server/store/versions.ts';
import type { Sight } from '../../server/visitors/sees-now.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Listed {
  recipes: Recipe[];
  slots: { slot: string; recipe: string }[];
  builtIn: Recipe[];
  readiness: Record<string, { state: string; have: number }>;
}

/** What the merchant makes of the shelves: recipes with versions, which slot uses which, and what a draft would show. */
export function composing(stage: () => Stage): void {
  const shop = () => stage().other;
  const ask = (path: string, method: string, body?: unknown) =>
    shop().owner.ask(`/shelves/recipes${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const listed = async () => (await shop().owner.read('/shelves/recipes')) as Listed;
  const historyOf = async (id: string) =>
    ((await shop().owner.read(`/shelves/recipes/${id}/history`)) as { history: Version<Recipe>[] }).history;
  const recipeOf = async (id: string): Promise<Recipe> => {
    const recipe = (await listed()).recipes.find((one) => one.id === id);
    if (!recipe) throw new Error(`no recipe ${id}`);
    return recipe;
  };
  const keep = ({ version, ...recipe }: Recipe, note = '') =>
    ask(`/${recipe.id}`, 'PUT', { recipe, base: version, note });
  const draftOf = ({ version: _, ...recipe }: Recipe) => recipe;
  const problemOf = async (answer: Response) => (await answer.json()) as { code: string; field?: string };

  /** Somebody new opens a page; what its home shelf shows. */
  async function look() {
    const visitor = shopper(shop());
    visitor.open('/');
    const view = visitor.event('page_view');
    const { answer } = await visitor.send([view], { slots: ['home'] });
    const shelf = answer?.slots.find(({ slot }) => slot === 'home');
    return { shelf: shelf?.props as { title: string; items: { id: string; reason: string }[] } | undefined, view };
  }

  async function receiptOf(view: string): Promise<Receipt | undefined> {
    const { owner } = shop();
    const sights = (await owner.read(`/visitors/${await owner.visitorOf(view)}/now`)) as Sight[];
    return sights.flatMap(({ receipts }) => receipts).find(({ slot }) => slot === 'home');
  }

  describe('a recipe of the shop’s own', () => {
    beforeAll(async () => {
      const { owner, origin } = shop();
      const created = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Recipes' }) });
      const { secret } = (await created.json()) as { secret: string };
      const products = Array.from({ length: 8 }, (_, number) => ({
        ...{ item_id: `BOWL-${number}`, item_name: `Bowl ${number}`, item_category: 'Bowls', item_brand: 'Clay' },
        ...{ price: String(10 + number), url: `https://www.shop.example/bowl-${number}` },
      }));
      await fetch(`${origin}/v1/catalog`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ upsert: products }),
      });
    });

    test('is kept, used by a slot, and in the very next answer, with its version in the receipt', async () => {
      const bowls: Recipe = {
        ...(await recipeOf('new')),
        ...{ id: 'bowls', version: 0, words: { uk: 'Миски', en: 'Bowls' }, limit: 4, minimum: 1 },
        only: { categories: ['Bowls'], brands: [], products: [] },
        pins: [{ product: 'BOWL-5', place: 1 }],
      };
      expect(await (await keep(bowls, 'For the autumn')).json()).toMatchObject({ id: 'bowls', version: 1 });
      expect((await ask('/slots/home', 'PUT', { recipe: 'bowls' })).status).toBe(204);
      const { shelf, view } = await look();
      expect(shelf?.title).toBe('Bowls');
      expect(shelf?.items).toHaveLength(4);
      expect(shelf?.items[0]).toMatchObject({ id: 'BOWL-5', reason: 'Picked for you by the shop' });
      expect((await receiptOf(view.id))?.recipe).toBe('bowls@1');
      const { slots } = await listed();
      expect(slots).toContainEqual({ slot: 'home', recipe: 'bowls' });
    });

    test('keeps all that it has been, with who changed it and why', async () => {
      const bowls = await recipeOf('bowls');
      const never = { categories: [], brands: [], products: ['BOWL-7'] };
      expect(await (await keep({ ...bowls, pins: [], never }, 'Not the last')).json()).toMatchObject({ version: 2 });
      const { shelf } = await look();
      expect(shelf?.items.map(({ id }) => id)).not.toContain('BOWL-7');
      expect(await historyOf('bowls')).toMatchObject([
        { version: 2, body: { pins: [] }, said: { by: shop().owner.email, note: 'Not the last' } },
        { version: 1, body: { pins: [{ product: 'BOWL-5', place: 1 }] }, said: { note: 'For the autumn' } },
      ]);
    });

    test('that somebody else has changed meanwhile is not written over', async () => {
      const bowls = await recipeOf('bowls');
      const refused = await keep({ ...bowls, version: 1, limit: 3 });
      expect(refused.status).toBe(409);
      expect(await problemOf(refused)).toMatchObject({ code: 'recipe-changed', field: 'base' });
      const [one, other] = await Promise.all([keep({ ...bowls, limit: 5 }), keep({ ...bowls, limit: 6 })]);
      expect([one.status, other.status].sort()).toEqual([200, 409]);
    });

    test('is refused with the field that is wrong', async () => {
      const bowls = await recipeOf('bowls');
      for (const [more, field] of [
        [{ minimum: 20 }, 'recipe.minimum'],
        [{ ingredients: [] }, 'recipe.ingredients'],
        [{ ingredients: [{ use: 'luck', weight: 1 }] }, 'recipe.ingredients.0.use'],
        [{ pins: [{ product: 'x', place: 9 }] }, 'recipe.pins.0.place'],
        [{ price: { least: 20, most: 10 } }, 'recipe.price.most'],
        [{ fallback: 'nothing' }, 'fallback'],
        [{ fallback: 'bowls' }, 'fallback'],
      ] as const) {
        const answer = await ask('/bowls', 'PUT', {
          recipe: { ...draftOf(bowls), limit: 6, ...more },
          base: bowls.version,
        });
        expect(answer.status).toBe(422);
        expect((await problemOf(answer)).field).toBe(field);
      }
    });

    test('may not fall back to itself over others', async () => {
      const back = await keep({ ...(await recipeOf('new')), fallback: 'for-you' });
      expect(back.status).toBe(422);
      expect(await problemOf(back)).toMatchObject({ code: 'fallback-loop', field: 'fallback' });
    });

    test('is not deleted while a slot uses it, and then it is', async () => {
      const { version } = await recipeOf('bowls');
      expect((await ask(`/bowls?base=${version}`, 'DELETE')).status).toBe(409);
      expect((await ask('/slots/home', 'PUT', { recipe: 'for-you' })).status).toBe(204);
      expect((await ask(`/bowls?base=${version}`, 'DELETE')).status).toBe(204);
      expect((await listed()).recipes.map(({ id }) => id)).not.toContain('bowls');
      expect((await ask('/slots/home', 'PUT', { recipe: 'bowls' })).status).toBe(422);
      expect((await historyOf('bowls'))[0]).toMatchObject({ body: null });
      expect((await ask('/new?base=1', 'DELETE')).status).toBe(409);
    });

    test('that came with the shop goes back to what it was, as a version of its own', async () => {
      const first = await recipeOf('popular');
      await keep({ ...first, limit: 2, minimum: 1 });
      const changed = await recipeOf('popular');
      expect(changed).toMatchObject({ version: first.version + 1, limit: 2 });
      const builtIn = (await listed()).builtIn.find(({ id }) => id === 'popular');
      await keep({ ...first, ...builtIn, version: changed.version });
      expect(await recipeOf('popular')).toEqual({ ...first, version: first.version + 2 });
    });
  });

  describe('a draft', () => {
    const shown = async (recipe: Recipe, who: unknown, product: string | null = null) => {
      const answer = await ask('/preview', 'POST', { recipe: draftOf(recipe), who, product });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Preview;
    };

    test('shows what it would, beside what holds, with what was left out and why; and nothing is recorded', async () => {
      const { owner } = shop();
      const live = await owner.read('/live');
      const recipe = await recipeOf('new');
      const never = { categories: [], brands: [], products: ['BOWL-3'] };
      const { before, after } = await shown({ ...recipe, never }, { example: 'new' }, 'BOWL-1');
      expect(before?.items.map(({ id }) => id)).toContain('BOWL-3');
      expect(after.items.map(({ id }) => id)).not.toContain('BOWL-3');
      expect(after.away).toContainEqual({ id: 'BOWL-3', name: 'Bowl 3', filter: 'never' });
      expect(after.away).toContainEqual({ id: 'BOWL-1', name: 'Bowl 1', filter: 'anchor' });
      expect((await shown(recipe, { example: 'new' })).before).toEqual((await shown(recipe, { example: 'new' })).after);
      expect(await owner.read('/live')).toEqual(live);
    });

    test('is tried on somebody: what lies in their cart is not offered; without their consent nothing of them is used', async () => {
      const { owner } = shop();
      const visitor = shopper(shop());
      visitor.open('/bowl-2');
      const item = { item_id: 'BOWL-2', item_name: 'Bowl 2', price: 12, quantity: 1 };
      const view = visitor.event('view_item', { items: [item] });
      await visitor.send([view, visitor.event('add_to_cart', { items: [item] })]);
      const who = { visitor: await owner.visitorOf(view.id) };
      const { after, rung } = await shown(await recipeOf('new'), who);
      expect(rung).toBe('profile');
      expect(after.away).toContainEqual({ id: 'BOWL-2', name: 'Bowl 2', filter: 'in-cart' });
      const seen = await shown(await recipeOf('seen-lately'), who);
      expect(seen.after.recipe).toBeNull();
      const nobody = await ask('/preview', 'POST', {
        recipe: draftOf(await recipeOf('new')),
        ...{ who: { visitor: 'nobody' }, product: null },
      });
      expect(nobody.status).toBe(404);
    });

    describe('on decisions of the past', () => {
      beforeAll(async () => {
        await keep({
          ...(await recipeOf('new')),
          ...{ id: 'crockery', version: 0, limit: 8, minimum: 1, fallback: null },
          only: { categories: ['Bowls'], brands: [], products: [] },
        });
        await ask('/slots/home', 'PUT', { recipe: 'crockery' });
      });
      afterAll(async () => {
        await ask('/slots/home', 'PUT', { recipe: 'for-you' });
        await ask('/crockery?base=1', 'DELETE');
      });
      const again = async (recipe: Recipe, which: unknown, before: number | null = null) => {
        const answer = await ask('/replay', 'POST', { recipe: draftOf(recipe), which, before });
        expect(answer.status).toBe(200);
        return (await answer.json()) as ReplayedPart;
      };
      const item = (number: number) => ({
        ...{ item_id: `BOWL-${number}`, item_name: `Bowl ${number}`, price: 10 + number, quantity: 1 },
      });
      /** Of these visitors alone: others of this shop have decisions, too. */
      const of = ({ decisions }: ReplayedPart, visitor: string | undefined) =>
        decisions.filter((one) => one.visitor === visitor);

      /** Receipts come behind the answers. */
      const untilDecided = async (visitor: string | undefined, ask: () => Promise<ReplayedPart>) => {
        let found: ReplayedPart['decisions'] = [];
        const look = async () => {
          found = of(await ask(), visitor);
          return found.length;
        };
        await expect.poll(look).toBe(1);
        return found[0];
      };

      test('is followed with what the visitor had done by then, what they had in the cart, and what was told since counts for nothing', async () => {
        const { owner } = shop();
        const visitor = shopper(shop());
        visitor.open('/bowl-1');
        await visitor.send([visitor.event('view_item', { items: [item(1)] })]);
        visitor.open('/bowl-2');
        const view = visitor.event('view_item', { items: [item(2)] });
        const events = [view, visitor.event('add_to_cart', { items: [item(4)] })];
        const { answer } = await visitor.send(events, { slots: ['home'] });
        const stood = answer?.slots.find(({ slot }) => slot === 'home')?.props as { items: { id: string }[] };
        visitor.open('/bowl-6');
        await visitor.send([
          visitor.event('view_item', { items: [item(6)] }),
          visitor.event('add_to_cart', { items: [item(7)] }),
        ]);
        const id = await owner.visitorOf(view.id);
        const recent = { ...(await recipeOf('seen-lately')), minimum: 1, fallback: null };
        const seen = await untilDecided(id, () => again(recent, { slot: 'home' }));
        // Bowl 2 is what the page was about, bowl 4 lay in the cart; bowl 6 was not looked at yet.
        expect(seen?.after).toMatchObject({ recipe: 'seen-lately', isStandIn: false, products: ['BOWL-1'] });
        const [same] = of(await again(await recipeOf('crockery'), { recipe: 'crockery' }), id);
        expect(same?.stood).toEqual(stood.items.map((one) => one.id));
        expect(same?.before.products).toEqual(same?.stood);
        expect(same?.after).toEqual(same?.before);
        expect(same?.after.products).not.toContain('BOWL-4');
        expect(same?.after.products).toContain('BOWL-7');
      });

      test('shows what would come in and fall out, and each opens as it was decided', async () => {
        const recipe = await recipeOf('crockery');
        const live = await shop().owner.read('/live');
        const never = { categories: ['Bowls'], brands: [], products: [] };
        const part = await again({ ...recipe, never, fallback: null }, { recipe: 'crockery' });
        const changed = part.decisions.find(({ before }) => before.products.length > 0);
        expect(changed?.after).toMatchObject({ products: [], recipe: null });
        expect(part.names[changed?.before.products[0] ?? '']).toMatch(/^Bowl/);
        const { receipt } = (await shop().owner.read(`/shelves/recipes/decisions/${changed?.id}`)) as {
          receipt: Receipt;
        };
        expect(receipt).toMatchObject({ id: changed?.id, slot: changed?.slot });
        expect((await ask('/decisions/nothing.0', 'GET')).status).toBe(404);
        expect(await shop().owner.read('/live')).toEqual(live);
      });

      test('is followed to the log’s beginning part by part, each decision once', async () => {
        const visitor = shopper(shop());
        for (let page = 0; page < 23; page++) {
          visitor.open(`/page-${page}`);
          await visitor.send([visitor.event('page_view')], { slots: ['home'] });
        }
        const recipe = await recipeOf('new');
        const parts = async () => {
          const all: string[] = [];
          for (let before: number | null | undefined = null; before !== undefined; ) {
            const part: ReplayedPart = await again(recipe, { slot: 'home' }, before);
            all.push(...part.decisions.map(({ id }) => id));
            before = part.next ?? undefined;
          }
          return all;
        };
        await expect.poll(async () => (await parts()).length).toBeGreaterThanOrEqual(23);
        const all = await parts();
        expect(new Set(all).size).toBe(all.length);
      });

      test('leaves out those of whoever has taken consent back', async () => {
        const { owner } = shop();
        const visitor = shopper(shop());
        visitor.open('/');
        const view = visitor.event('view_item', { items: [item(1)] });
        await visitor.send([view], { slots: ['home'] });
        const id = await owner.visitorOf(view.id);
        const recipe = await recipeOf('new');
        await untilDecided(id, () => again(recipe, { slot: 'home' }));
        const before = await again(recipe, { slot: 'home' });
        const consent = { statistics: true, personalisation: false };
        visitor.open('/no');
        await visitor.send([visitor.event('page_view')], { consent });
        const after = await again(recipe, { slot: 'home' });
        expect(of(after, id)).toEqual([]);
        expect(after.passed).toBe(before.passed + 1);
      });

      test('names nobody where nothing is kept of them', async () => {
        const recipe = await recipeOf('new');
        const nameless = async () =>
          (await again(recipe, { slot: 'home' })).decisions.filter(({ visitor }) => visitor === null).length;
        const before = await nameless();
        const visitor = shopper(shop());
        await visitor.send([visitor.event('page_view')], { slots: ['home'], consent: {} });
        await expect.poll(nameless).toBe(before + 1);
      });
    });

    test('is told for which ingredients there is enough to go by', async () => {
      const { readiness } = await listed();
      expect(readiness.new).toMatchObject({ state: 'ready' });
      expect(Object.values(readiness).every(({ have }) => have >= 0)).toBe(true);
    });
  });
}
