import { afterAll, describe, expect, test } from 'vitest';
import type { Taste } from '../../server/profiles/taste.ts';
import type { Sight } from '../../server/visitors/sees-now.ts';
import type { TasteEffect } from '../../server/visitors/taste-effect.ts';
import { asServer } from './erasing.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Tasted {
  taste: Taste;
  defaults: Taste;
  bounds: { weights: { name: string; least: number; most: number; step: number }[] };
  history: { chosen: Taste; by: string; at: number }[];
  applied: number;
}

/** What events weigh for a liking, as the merchant says. */
export function tasting(stage: () => Stage): void {
  const tasted = async (of: Pick<Stage, 'owner'> = stage()) => (await of.owner.read('/taste')) as Tasted;
  const choose = (taste: unknown) => stage().owner.ask('/taste', { method: 'PUT', body: JSON.stringify(taste) });
  const effectOf = async (taste: Taste) => {
    const answer = await stage().owner.ask('/taste/preview', { method: 'POST', body: JSON.stringify(taste) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as TasteEffect;
  };
  const weighing = async (weights: Partial<Taste['weights']>): Promise<Taste> => {
    const { defaults } = await tasted();
    return { ...defaults, weights: { ...defaults.weights, ...weights } };
  };
  const untilApplied = () => expect.poll(async () => (await tasted()).applied).toBe(1);

  /** Somebody who looked at one category often, and put one thing of another into the cart. */
  async function someoneTorn() {
    const tell = await asServer(stage());
    const [looked, carted] = ['Looked', 'Carted'].map((word) => `${word} ${crypto.randomUUID().slice(0, 8)}`) as [
      string,
      string,
    ];
    const upsert = [looked, carted].map((category) => ({
      ...{ item_id: `${category} 1`, item_name: category, price: 10, item_category: category, item_brand: category },
      url: 'https://www.shop.example/thing',
    }));
    expect((await tell('/catalog', { method: 'POST', body: JSON.stringify({ upsert }) })).status).toBe(200);
    const visitor = shopper(stage());
    const of = (category: string) => ({ items: [{ item_id: `${category} 1` }] });
    const views = Array.from({ length: 3 }, () => visitor.event('view_item', of(looked)));
    await visitor.send([...views, visitor.event('add_to_cart', of(carted))]);
    return { id: await stage().owner.visitorOf(views[0]?.id ?? ''), looked, carted };
  }
  const likes = async (id: string) => (await stage().owner.visitor(id)).affinities.categories.map(({ value }) => value);

  describe('what events weigh for a liking', () => {
    afterAll(async () => {
      await choose((await tasted()).defaults);
    });

    test('is as it comes until the merchant says otherwise', async () => {
      const { taste, defaults, history, applied, bounds } = await tasted();
      expect([taste, history, applied]).toEqual([defaults, [], 1]);
      expect(Object.keys(taste.weights).sort()).toEqual(bounds.weights.map(({ name }) => name).sort());
    });

    test('keeps within bounds: nothing that speaks for a liking may come to speak against it', async () => {
      const { defaults } = await tasted();
      for (const [taste, field] of [
        [await weighing({ purchase: -1 }), 'weights.purchase'],
        [await weighing({ refund: 0.5 }), 'weights.refund'],
        [await weighing({ view_item: 51 }), 'weights.view_item'],
        [await weighing({ view_item: 0.3 }), 'weights.view_item'],
        [{ ...defaults, halfLifeDays: 0 }, 'halfLifeDays'],
        [{ ...defaults, halfLifeDays: 1.5 }, 'halfLifeDays'],
        [{ ...defaults, weights: { ...defaults.weights, page_view: 1 } }, 'weights.page_view'],
        [await weighing({ view_item: 0, select_item: 0, add_to_wishlist: 0, add_to_cart: 0, purchase: 0 }), 'weights'],
      ] as const) {
        const answer = await choose(taste);
        expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, field]);
      }
      expect((await tasted()).taste).toEqual(defaults);
    });

    test('is tried out on the people who were here last, and changes nothing by that', async () => {
      const { id, looked, carted } = await someoneTorn();
      const before = await tasted();
      const effect = await effectOf(await weighing({ add_to_cart: 0 }));
      const person = effect.examples.find(({ visitor }) => visitor === id);
      expect(person?.before.categories.map(({ value }) => value)).toEqual([carted, looked]);
      expect(person?.after.categories.map(({ value, share }) => [value, share])).toEqual([[looked, 1]]);
      expect(effect.moved.categories).toBeGreaterThanOrEqual(1);
      expect(effect.people).toBeGreaterThanOrEqual(effect.moved.categories);
      expect(await tasted()).toEqual(before);
      expect(await likes(id)).toEqual([carted, looked]);
      const same = await effectOf(before.taste);
      expect([same.moved, same.segments]).toEqual([{ categories: 0, brands: 0, bands: 0 }, []]);
    });

    test('holds at once on the page, in decisions and in segments, and soon in every count; of this shop alone', async () => {
      const { id, looked, carted } = await someoneTorn();
      const { owner } = stage();
      const made = await owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({
          name: `Drawn to ${carted}`,
          rule: {
            all: [{ field: 'likes', is: '=', value: carted }, { not: { field: 'likes', is: '=', value: looked } }],
          },
        }),
      });
      const { id: segment } = (await made.json()) as { id: string };
      const isIn = async () =>
        ((await owner.read(`/segments/of/${id}`)) as { segments: { id: string }[] }).segments.some(
          (one) => one.id === segment,
        );
      const members = async () => ((await owner.read(`/segments/${segment}/count`)) as { members: number }).members;
      const favourites = async () => {
        const [home] = (await owner.read(`/visitors/${id}/now`)) as Sight[];
        return home?.receipts.find(({ slot }) => slot === 'home')?.inputs.liked;
      };
      expect([await isIn(), await members(), await likes(id)]).toEqual([false, 0, [carted, looked]]);
      // The segment is followed from its first count on.
      await owner.read(`/segments/${segment}/days`);

      const next = await weighing({ view_item: 0 });
      expect((await effectOf(next)).segments).toContainEqual({
        ...{ id: segment, name: `Drawn to ${carted}`, before: 0, after: 1 },
      });
      const said = Date.now();
      expect((await choose(next)).status).toBe(204);
      expect(await likes(id)).toEqual([carted]);
      expect(await favourites()).toEqual([carted]);
      expect(await isIn()).toBe(true);
      await untilApplied();
      expect(await members()).toBe(1);
      expect((await owner.timeline(id)).map(({ name }) => name)).toContain('segment_enter');

      const { history, taste } = await tasted();
      expect(taste).toEqual(next);
      expect(history[0]).toMatchObject({ chosen: next, by: owner.email });
      expect(history[0]?.at).toBeGreaterThanOrEqual(said - 1_000);
      const elsewhere = await tasted(stage().other);
      expect([elsewhere.taste, elsewhere.history]).toEqual([elsewhere.defaults, []]);
    });

    test('is the same after a crash, and what it was is kept; the same again is no change', async () => {
      const { taste, history } = await tasted();
      await stage().crash();
      expect(await tasted()).toMatchObject({ taste, history });
      await choose(taste);
      expect((await tasted()).history).toEqual(history);
      await choose((await tasted()).defaults);
      const { taste: now, defaults, history: more } = await tasted();
      expect([now, more.length, more.slice(1)]).toEqual([defaults, history.length + 1, history]);
      await untilApplied();
    });
  });
}
