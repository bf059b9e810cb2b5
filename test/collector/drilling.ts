import { beforeAll, describe, expect, test } from 'vitest';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Preview } from '../../server/shelves/preview.ts';
import type { ProductView } from '../../server/shelves/product-view.ts';
import type { LedTo, Way } from '../../server/shelves/recommended-by.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What a product recommends, and what recommends it. */
export function drilling(stage: () => Stage): void {
  const shop = () => stage().other;
  const kind = `Tea ${crypto.randomUUID().slice(0, 8)}`;
  const idOf = (name: string) => `${kind}/${name}`;
  const pathOf = (name: string) => `/shelves/products/${encodeURIComponent(idOf(name))}`;
  const viewOf = async (name: string) => (await shop().owner.read(pathOf(name))) as ProductView;
  const ledTo = async (name: string, way: Way) => {
    const all = (await shop().owner.read(`${pathOf(name)}/recommended-by`)) as LedTo[];
    const found = all.find((one) => one.way === way);
    if (!found) throw new Error(way);
    return found;
  };
  const short = ({ by }: LedTo) => by.map(({ product, place }) => [product.slice(kind.length + 1), place]);

  let secret = '';
  const tell = async (...products: { name: string; more?: object }[]) => {
    const upsert = products.map(({ name, more }) => ({
      ...{ item_id: idOf(name), item_name: `${kind} ${name}`, item_category: kind, price: '12' },
      url: 'https://www.shop.example/tea',
      ...more,
    }));
    const answer = await fetch(`${shop().origin}/v1/catalog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ upsert }),
    });
    expect(answer.status).toBe(200);
  };
  const buys = async (...names: string[]) => {
    const visitor = shopper(shop());
    const items = names.map((name) => ({ item_id: idOf(name), price: 12 }));
    const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 12 * names.length, items };
    await visitor.send([visitor.event('purchase', order)]);
  };
  const looks = async (...names: string[]) => {
    const visitor = shopper(shop());
    for (const name of names) {
      visitor.open('/tea');
      await visitor.send([visitor.event('view_item', { items: [{ item_id: idOf(name) }] })]);
    }
  };

  describe('a product, seen from the shelves', () => {
    beforeAll(async () => {
      const made = await shop().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Teas' }) });
      secret = ((await made.json()) as { secret: string }).secret;
      const more = { sold_in: ['UA'], attributes: { origin: 'Fujian', weight: { value: 100, unit: 'g' } } };
      await tell({ name: 'white', more }, ...['green', 'black', 'pot', 'cup', 'spoon'].map((name) => ({ name })));
      for (let n = 0; n < 3; n++) await buys('white', 'pot');
      await buys('white', 'cup');
      await buys('pot', 'cup');
      await looks('green', 'white');
      await looks('green', 'white', 'black');
    });

    test('is recommended by those that it was bought and looked at with, each with its place and its number', async () => {
      const bought = await ledTo('white', 'bought-together');
      expect(bought).toMatchObject({ asked: 2, candidates: 2 });
      expect(new Map(bought.by.map(({ product, reason }) => [product, reason]))).toEqual(
        new Map([
          [idOf('pot'), { code: 'bought-together', with: idOf('pot'), support: 3 }],
          [idOf('cup'), { code: 'bought-together', with: idOf('cup'), support: 1 }],
        ]),
      );
      const seen = await ledTo('white', 'next');
      expect(seen.by.map(({ product }) => product).sort()).toEqual([idOf('black'), idOf('green')]);
      expect(seen.by.find(({ product }) => product === idOf('green'))?.reason).toMatchObject({ support: 2 });
    });

    test('is recommended by nobody who does not do so when their page is asked', async () => {
      const { recipes } = (await shop().owner.read('/shelves/recipes')) as { recipes: Recipe[] };
      const builtIn = recipes.find(({ id }) => id === 'with-this');
      for (const name of ['white', 'pot', 'cup', 'spoon']) {
        const { by } = await ledTo(name, 'bought-together');
        for (const { product, place } of by) {
          const { version: _, ...recipe } = { ...builtIn, minimum: 1, fallback: null };
          const answer = await shop().owner.ask('/shelves/recipes/preview', {
            method: 'POST',
            body: JSON.stringify({ recipe, who: { example: 'new' }, product }),
          });
          const { after } = (await answer.json()) as Preview;
          expect(after.items[place - 1]).toMatchObject({ id: idOf(name), reason: { with: product } });
        }
      }
      expect(await ledTo('spoon', 'bought-together')).toMatchObject({ by: [], asked: 0, candidates: 0 });
    });

    test('that nobody has looked at is carried by those that are alike', async () => {
      const { visits, orders } = await viewOf('spoon');
      expect([visits, orders]).toEqual([0, 0]);
      const { by, asked } = await ledTo('spoon', 'similar');
      expect(by.length).toBeGreaterThanOrEqual(5);
      expect(asked).toBeGreaterThanOrEqual(by.length);
      expect(by.map(({ product }) => product)).toContain(idOf('cup'));
    });

    test('says what it is, and what its own page recommends', async () => {
      const view = await viewOf('white');
      expect(view).toMatchObject({
        ...{ id: idOf('white'), categories: [kind], price: { amount: 1_200 }, inStock: true, soldIn: ['UA'] },
        ...{ visits: 2, orders: 4, neverOf: [] },
        attributes: [
          { name: 'origin', value: 'Fujian', unit: null },
          { name: 'weight', value: 100, unit: 'g' },
        ],
      });
      const shelfOf = (id: string) => view.shelves.find(({ recipe }) => recipe.id === id)?.shelf;
      expect(view.shelves.map(({ recipe }) => recipe.id)).not.toContain('popular');
      expect(shelfOf('same-category')?.items.map(({ id }) => id)).toContain(idOf('green'));
      // Two are too few for the recipe: it goes on to the next.
      expect(shelfOf('with-this')?.steps).toContainEqual({ name: 'too-few:with-this', count: 2 });
    });

    test('that is out of stock is on no page, and is told what it would be if it were back', async () => {
      const before = short(await ledTo('pot', 'bought-together'));
      await tell({ name: 'pot', more: { availability: 'out_of_stock' } });
      const view = await viewOf('pot');
      expect(view.inStock).toBe(false);
      expect(view.outSince).toBeGreaterThan(0);
      const { shelves } = await viewOf('white');
      expect(shelves.flatMap(({ shelf }) => shelf.items.map(({ id }) => id))).not.toContain(idOf('pot'));
      expect(short(await ledTo('pot', 'bought-together'))).toEqual(before);
      expect(before.length).toBeGreaterThan(0);
      await tell({ name: 'pot' });
    });

    test('is kept out by the recipes that say so', async () => {
      const { recipes } = (await shop().owner.read('/shelves/recipes')) as { recipes: Recipe[] };
      const builtIn = recipes.find(({ id }) => id === 'new');
      const { version: _, ...rest } = { ...builtIn, id: 'no-cups' };
      const never = { categories: [], brands: [], products: [idOf('cup')] };
      const keep = { recipe: { ...rest, never }, base: 0, note: '' };
      await shop().owner.ask('/shelves/recipes/no-cups', { method: 'PUT', body: JSON.stringify(keep) });
      const { neverOf } = await viewOf('cup');
      expect(neverOf.map(({ recipe, filter }) => [recipe.id, filter])).toContainEqual(['no-cups', 'never']);
      expect((await viewOf('pot')).neverOf.map(({ recipe }) => recipe.id)).not.toContain('no-cups');
      await shop().owner.ask('/shelves/recipes/no-cups?base=1', { method: 'DELETE' });
    });

    test('that nobody offers is none', async () => {
      for (const path of [pathOf('coffee'), `${pathOf('coffee')}/recommended-by`]) {
        const answer = await shop().owner.ask(path);
        expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'unknown-product']);
      }
    });
  });
}
