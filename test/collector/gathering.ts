import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Preview } from '../../server/shelves/preview.ts';
import { everything, type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What shelves say of the people around: what sells where the visitor is, and what others look at just now. */
export function gathering(stage: () => Stage): void {
  const word = crypto.randomUUID().slice(0, 8);
  const ids = Array.from({ length: 4 }, (_, number) => `${word}-${number}`);
  const cluj = { 'cf-ipcountry': 'RO', 'cf-region-code': 'CJ' };
  const choose = (recipe: string) =>
    stage().owner.ask('/shelves/recipes/slots/news', { method: 'PUT', body: JSON.stringify({ recipe }) });

  const orders = async (item_id: string, headers: Record<string, string>, count: number, buyer?: Shopper) => {
    for (let order = 0; order < count; order++) {
      const visitor = buyer ?? shopper(stage());
      const bought = { transaction_id: crypto.randomUUID(), currency: 'UAH', value: 20 };
      const purchase = visitor.event('purchase', { ...bought, items: [{ item_id, price: 20, quantity: 1 }] });
      expect((await visitor.send([purchase], {}, headers)).status).toBeLessThan(300);
    }
  };
  /** What the shelf of this slot shows somebody who has just come, and the receipt that says why. */
  const shelf = async (headers: Record<string, string>, consent = everything, visitor = shopper(stage())) => {
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['news'], consent }, headers);
    const props = answer?.slots.find(({ slot }) => slot === 'news')?.props;
    return props as { title: string; items: { id: string; reason: string }[] } | undefined;
  };

  beforeAll(async () => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Around' }) });
    const { secret } = (await made.json()) as { secret: string };
    const upsert = ids.map((item_id, number) => ({
      ...{ item_id, item_name: `Thing ${number}`, item_category: word, price: 20 },
      url: 'https://www.shop.example/thing',
    }));
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    await fetch(`${stage().origin}/v1/catalog`, { method: 'POST', headers, body: JSON.stringify({ upsert }) });
  });
  afterAll(() => choose('new-since'));

  describe('what is popular near somebody', () => {
    const [first = '', second = '', third = '', elsewhere = ''] = ids;
    beforeAll(async () => {
      await choose('popular-near');
      await orders(first, cluj, 9);
      await orders(second, cluj, 6);
      await orders(elsewhere, { 'cf-ipcountry': 'RO', 'cf-region-code': 'B' }, 2);
      await orders(third, cluj, 3);
      await orders(third, cluj, 12, shopper(stage()));
    });

    test('is not said before enough have bought there, however often one of them does', async () => {
      expect((await shelf(cluj))?.items.map(({ reason }) => reason)).not.toContain('Popular in Cluj');
    });

    test('is what sells there, said with the name of the region, without consent too, and after a crash', async () => {
      await orders(third, cluj, 1);
      const expected = {
        title: 'Popular near you',
        items: [first, second, third].map((id) => ({ id, reason: 'Popular in Cluj' })),
      };
      expect(await shelf(cluj)).toMatchObject(expected);
      expect(await shelf(cluj, { statistics: false, personalisation: false, marketing: false })).toMatchObject(
        expected,
      );
      await stage().crash();
      expect(await shelf(cluj)).toMatchObject(expected);
    });

    test('is ready where a region has enough buyers of its own, and borrows from the country for the others', async () => {
      const { readiness } = (await stage().owner.read('/shelves/recipes')) as { readiness: Record<string, object> };
      expect(readiness['popular-near']).toMatchObject({ state: 'borrowing', from: 'country' });
      expect(readiness.popular).toMatchObject({ from: null });
    });

    test('is said of the country to somebody elsewhere in it, and of no place to somebody in another', async () => {
      const there = { 'cf-ipcountry': 'RO', 'cf-region-code': 'TM' };
      expect((await shelf(there))?.items[0]).toMatchObject({ id: first, reason: 'Popular in Romania' });
      const reasons = (await shelf({ 'cf-ipcountry': 'PL' }))?.items.map(({ reason }) => reason);
      expect(reasons?.some((reason) => reason.startsWith('Popular in'))).not.toBe(true);
    });

    test('is shown to the merchant with how many bought it', async () => {
      const visitor = shopper(stage());
      visitor.open('/');
      const view = visitor.event('page_view');
      await visitor.send([view], {}, cluj);
      const { owner } = stage();
      const { recipes } = (await owner.read('/shelves/recipes')) as { recipes: Recipe[] };
      const recipe = recipes.find(({ id }) => id === 'popular-near');
      const body = { recipe: { ...recipe, version: undefined }, product: null };
      const who = { visitor: await owner.visitorOf(view.id) };
      const answer = await owner.ask('/shelves/recipes/preview', {
        method: 'POST',
        body: JSON.stringify({ ...body, who }),
      });
      const { after } = (await answer.json()) as Preview;
      expect(after.items[0]).toMatchObject({ id: first, reason: { code: 'popular-near', place: 'RO-CJ', buyers: 9 } });
    });
  });

  describe('what others look at just now', () => {
    const looks = async (item_id: string, visitor = shopper(stage()), consent = everything) => {
      visitor.open('/thing');
      await visitor.send([visitor.event('view_item', { items: [{ item_id }] })], { consent });
      return visitor;
    };
    const watched = async (visitor = shopper(stage())) =>
      (await shelf({}, everything, visitor))?.items.filter(({ id }) => ids.includes(id));

    test('is said with their number, once there are three, whoever looks not counted, and after a crash', async () => {
      await choose('watched-now');
      const [, first = '', second = '', third = ''] = ids;
      for (const id of [first, second, third]) for (let other = 0; other < 3; other++) await looks(id);
      const me = await looks(third);
      await looks(third, me);
      expect(await watched(me)).toEqual(
        [first, second, third].map((id) => expect.objectContaining({ id, reason: '3 other people are looking now' })),
      );
      const fourth = await looks(second);
      expect((await watched())?.[0]).toMatchObject({ id: second, reason: '4 other people are looking now' });
      expect((await watched(fourth))?.find(({ id }) => id === second)?.reason).toBe('3 other people are looking now');
      await stage().crash();
      expect((await watched())?.[0]).toMatchObject({ id: second, reason: '4 other people are looking now' });
    });

    test('counts nobody who did not allow to be counted', async () => {
      const [unseen = ''] = ids;
      for (let other = 0; other < 4; other++)
        await looks(unseen, shopper(stage()), { statistics: false, personalisation: false, marketing: false });
      expect((await watched())?.map(({ id }) => id)).not.toContain(unseen);
    });
  });
}
