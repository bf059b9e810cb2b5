import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeShelf } from './home-shelf.ts';
import { everything, type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What stood as new before somebody's eyes, and what comes in its place. */
export function announcing(stage: () => Stage): void {
  const { use, useAmong } = homeShelf(stage);
  const names = Array.from({ length: 14 }, (_, number) => `NEWS-${String(number + 10)}`);
  const day = 86_400_000;

  /** A visit of `daysAgo`: what the shelf offers; told as seen, or only sent. */
  const visit = async (visitor: Shopper, daysAgo: number, isSeen = true, consent = everything) => {
    visitor.open('/');
    const then = <Event extends { time: number }>(event: Event) => ({ ...event, time: Date.now() - daysAgo * day });
    const { answer } = await visitor.send([then(visitor.event('page_view'))], { slots: ['home'], consent });
    const shelf = answer?.slots.find(({ slot }) => slot === 'home');
    if (!shelf) throw new Error('no shelf');
    const about = { decision: shelf.id, slot: 'home' };
    if (isSeen) await visitor.send([then(visitor.event('slot_view', about))], { consent });
    const { items } = shelf.props as { items: { id: string }[] };
    return { decision: shelf.id, items: items.map(({ id }) => id) };
  };
  const see = (visitor: Shopper, decision: string, daysAgo: number, more = {}) =>
    visitor.send([
      { ...visitor.event('slot_view', { decision, slot: 'home', ...more }), time: Date.now() - daysAgo * day },
    ]);

  describe('news that was seen on two days and never opened', () => {
    beforeAll(async () => {
      const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'News' }) });
      const { secret } = (await made.json()) as { secret: string };
      const upsert = names.map((item_id) => ({
        ...{ item_id, item_name: item_id, item_category: 'News', price: 20 },
        url: 'https://www.shop.example/news',
      }));
      const answer = await fetch(`${stage().origin}/v1/catalog`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ upsert }),
      });
      expect(answer.status).toBe(200);
      await useAmong('new', 'News');
    });
    afterAll(() => use('for-you'));

    test('gives place to other news in the third visit; what was opened stays, also after a crash', async () => {
      const visitor = shopper(stage());
      const first = await visit(visitor, 2);
      const second = await visit(visitor, 1);
      expect(first.items).toHaveLength(12);
      expect(second.items).toEqual(first.items);
      const opened = first.items[5] ?? '';
      visitor.open('/news');
      await visitor.send([visitor.event('view_item', { items: [{ item_id: opened }] })]);
      const others = names.filter((id) => !first.items.includes(id));
      const third = await visit(visitor, 0);
      expect(third.items.slice(0, 3).sort()).toEqual([...others, opened].sort());
      expect(third.items).toHaveLength(12);
      await stage().crash();
      expect((await visit(visitor, 0)).items).toEqual(third.items);
    });

    test('was not seen where it was only sent, twice on one day, by somebody else, or by a page’s own word', async () => {
      const visitor = shopper(stage());
      const { items } = await visit(visitor, 3, false);
      await visit(visitor, 2, false);
      const once = await visit(visitor, 1);
      await visit(visitor, 1);
      const another = shopper(stage());
      const theirs = await visit(another, 1, false);
      await see(visitor, theirs.decision, 4);
      await see(visitor, 'nothing.0', 4, { news: items });
      await see(another, once.decision, 4);
      expect((await visit(visitor, 0)).items).toEqual(items);
    });

    test('is known of a view that is told after a crash', async () => {
      const visitor = shopper(stage());
      const first = await visit(visitor, 2, false);
      const second = await visit(visitor, 1, false);
      // What follows is written behind what was decided.
      visitor.open('/news');
      await visitor.send([visitor.event('page_view')]);
      await stage().crash();
      await see(visitor, first.decision, 2);
      await see(visitor, second.decision, 1);
      expect((await visit(visitor, 0)).items.slice(0, 2).sort()).toEqual(
        names.filter((id) => !first.items.includes(id)),
      );
    });

    test('stays where nothing may be chosen by what they did', async () => {
      const consent = { ...everything, personalisation: false };
      const visitor = shopper(stage());
      const { items } = await visit(visitor, 2, true, consent);
      await visit(visitor, 1, true, consent);
      expect((await visit(visitor, 0, true, consent)).items).toEqual(items);
      const uncounted = { statistics: false, personalisation: false, marketing: false };
      const nobody = shopper(stage());
      for (const daysAgo of [2, 1, 0]) expect((await visit(nobody, daysAgo, true, uncounted)).items).toEqual(items);
    });
  });
}
