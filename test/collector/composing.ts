import { beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../../server/log/receipt.ts';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Preview } from '../../server/shelves/preview.ts';
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

    test('is told for which ingredients there is enough to go by', async () => {
      const { readiness } = await listed();
      expect(readiness.new).toMatchObject({ state: 'ready' });
      expect(Object.values(readiness).every(({ have }) => have >= 0)).toBe(true);
    });
  });
}
