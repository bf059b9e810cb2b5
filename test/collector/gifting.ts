import { beforeAll, describe, expect, test } from 'vitest';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** A visit that is for somebody else does not spoil what a visitor likes: by their own word, or since it is unlike them. */
export function gifting(stage: () => Stage): void {
  const word = crypto.randomUUID().slice(0, 8);
  const kinds = ['Tea', 'Toys', 'Rugs'].map((kind) => `${kind} ${word}`);
  const [tea = '', toys = '', rugs = ''] = kinds;
  const item = (kind: string, number: number) => ({ item_id: `${kind} ${number}`, item_category: kind });
  /** Looks at so many products of a kind, each on a page of its own; `ago` in ms. */
  const looks = async (visitor: Shopper, kind: string, count: number, ago = 0) => {
    let view = visitor.event('view_item');
    for (let number = 0; number < count; number++) {
      visitor.open('/thing');
      view = visitor.event('view_item', { items: [item(kind, number)] });
      view.time -= ago;
      expect((await visitor.send([view])).status).toBeLessThan(300);
    }
    return view.id;
  };
  const likedBy = async (view: string) => {
    const { owner } = stage();
    const visitor = await owner.visitor(await owner.visitorOf(view));
    return visitor.affinities.categories.map(({ value }) => value);
  };
  const home = async (visitor: Shopper) => {
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['greeting', 'home'] });
    return {
      greeting: answer?.slots.find(({ slot }) => slot === 'greeting')?.props,
      shelf: answer?.slots.find(({ slot }) => slot === 'home')?.props as
        | { title: string; items: { id: string; reason: string }[] }
        | undefined,
    };
  };
  const day = 86_400_000;

  beforeAll(async () => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Gifts' }) });
    const { secret } = (await made.json()) as { secret: string };
    const upsert = kinds.flatMap((kind) =>
      Array.from({ length: 30 }, (_, number) => ({
        ...{ ...item(kind, number), item_name: `${kind} ${number}`, item_brand: kind, price: 10 + number },
        url: 'https://www.shop.example/thing',
      })),
    );
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    await fetch(`${stage().origin}/v1/catalog`, { method: 'POST', headers, body: JSON.stringify({ upsert }) });
  });

  describe('somebody who says that they shop for somebody else', () => {
    test('is known by what they like themselves, whatever they look at before and after the word; taking it back counts it', async () => {
      const visitor = shopper(stage());
      await looks(visitor, tea, 3, 3 * day);
      await looks(visitor, toys, 2);
      const { greeting } = await home(visitor);
      expect(greeting).toMatchObject({ gift: 'Shopping for somebody else', forAnother: '' });
      await visitor.send([visitor.event('gift', { on: true })]);
      const view = await looks(visitor, toys, 3);
      expect(await likedBy(view)).toEqual([tea]);
      const there = await home(visitor);
      expect(there.greeting).toMatchObject({ forAnother: 'yes' });
      await stage().crash();
      expect(await likedBy(await looks(visitor, toys, 4))).toEqual([tea]);
      await visitor.send([visitor.event('gift', { on: false })]);
      const last = await looks(visitor, toys, 1);
      expect(await likedBy(last)).toEqual([toys, tea]);
      const told = await stage().owner.timeline(await stage().owner.visitorOf(last));
      expect(told.filter(({ name }) => name === 'gift').map(({ gift }) => gift)).toEqual([
        { on: false, by: 'visitor', odds: null },
        { on: true, by: 'visitor', odds: null },
      ]);
    });

    test('may say it as true or false alone, and nothing else', async () => {
      const visitor = shopper(stage());
      const say = (params: unknown) => ({ ...visitor.event('gift'), params }) as ReturnType<Shopper['event']>;
      const { answer } = await visitor.send([say(true), say(false), visitor.event('page_view')]);
      expect(answer?.refused ?? []).toEqual([]);
      expect((await visitor.send([say({ on: 'yes' })])).status).toBe(422);
    });
  });

  describe('a visit that is unlike somebody by far', () => {
    test('is noticed, told in the timeline with how unlike it is, and says nothing of what they like; their own word stands over it', async () => {
      const visitor = shopper(stage());
      for (const ago of [9, 6, 3]) await looks(visitor, tea, 8, ago * day);
      const view = await looks(visitor, rugs, 6);
      const gifts = async () =>
        (await stage().owner.timeline(await stage().owner.visitorOf(view))).filter(({ name }) => name === 'gift');
      await expect.poll(gifts).toMatchObject([{ gift: { on: true, by: 'likelihood' } }]);
      const [noticed] = await gifts();
      expect(noticed?.gift?.odds).toBeGreaterThan(Math.log(100));
      const later = await looks(visitor, rugs, 2);
      await expect.poll(() => likedBy(later)).toEqual([tea]);
      const { shelf } = await home(visitor);
      if (shelf) expect(shelf.items.map(({ reason }) => reason)).not.toContain(`Because you like ${tea}`);
      await visitor.send([visitor.event('gift', { on: false })]);
      expect(await likedBy(await looks(visitor, rugs, 7))).toContain(rugs);
      expect(await gifts()).toHaveLength(2);
    });

    test('is not taken for one where little is known of them', async () => {
      const visitor = shopper(stage());
      await looks(visitor, tea, 4, 3 * day);
      const view = await looks(visitor, rugs, 8);
      expect((await likedBy(view)).sort()).toEqual([rugs, tea].sort());
    });
  });
}
