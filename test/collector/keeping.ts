import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

export function keeping(stage: () => Stage): void {
  describe('an event', () => {
    test('is kept once, however often it is sent', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const before = await owner.everything();
      // With the token, without it (its answer was lost), and twice in one batch.
      expect((await visitor.send([view, view])).status).toBe(204);
      expect((await shopper(stage()).send([view])).status).toBe(200);
      expect(await owner.everything()).toEqual(before);
      expect((await owner.timeline(await owner.visitorOf(view.id))).map(({ id }) => id)).toEqual([view.id]);
    });

    test('that was acknowledged is there after the process was killed', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const item = { item_id: 'MUG-1', item_name: 'Blue mug', price: '4,50' };
      const view = visitor.event('page_view');
      const cart = visitor.event('add_to_cart', { currency: 'EUR', items: [item] });
      await visitor.send([view, cart]);
      const id = await owner.visitorOf(view.id);
      const late = visitor.event('view_item', { items: [item] });
      await visitor.send([late]);

      await stage().crash();

      expect((await owner.timeline(id)).map((entry) => entry.id).sort()).toEqual([view.id, cart.id, late.id].sort());
      expect(await owner.visitor(id)).toMatchObject({
        views: 1,
        cart: [{ id: 'MUG-1', name: 'Blue mug', quantity: 1, price: { amount: 450, currency: 'EUR' } }],
        viewed: [{ id: 'MUG-1' }],
      });
      // The token still opens the profile that was folded anew.
      const again = visitor.event('page_view');
      const { answer } = await visitor.send([again], { slots: ['greeting'] });
      expect(answer?.token).toBeUndefined();
      expect(await owner.visitorOf(again.id)).toBe(id);
    });

    test('that is wrong is refused alone, by its place, and the good ones are kept', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const nameless = visitor.event('no spaces in a name');
      const costly = visitor.event('add_to_cart', { items: [{ item_id: 'A', price: 'a lot' }] });
      const late = { ...visitor.event('scroll'), time: Date.UTC(2031, 0, 1) };
      const last = visitor.event('view_item', { items: [{ item_id: 'A' }] });
      const { status, answer } = await visitor.send([view, nameless, costly, late, last]);
      expect(status).toBe(200);
      expect(answer?.refused).toEqual([
        { index: 1, field: 'name', reason: expect.stringContaining('letters') },
        { index: 2, field: 'params.items.0.price', reason: '"a lot" is not an amount' },
        { index: 3, field: 'time', reason: expect.stringContaining('2031-01-01') },
      ]);
      const kept = await owner.timeline(await owner.visitorOf(view.id));
      expect(kept.map(({ id }) => id).sort()).toEqual([view.id, last.id].sort());
    });

    test.each([
      { what: 'an id that is an order’s', words: { id: 'order:7001' }, field: 'id' },
      // Half of a character: once it ended the whole process, as soon as someone looked at it.
      { what: 'half a character in its id', words: { id: 'a\ud800' }, field: 'id' },
      {
        what: 'half a character in its order',
        words: { name: 'purchase', params: { transaction_id: 'A\ud800', value: 1 } },
        field: 'params.transaction_id',
      },
      {
        what: 'a zero byte in its product',
        words: { name: 'view_item', params: { items: [{ item_id: 'A\u0000' }] } },
        field: 'params.items.0.item_id',
      },
    ])('with $what is refused alone, and the panel still stands', async ({ words, field }) => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const { answer } = await visitor.send([view, { ...visitor.event('scroll'), ...words }]);
      expect(answer?.refused).toMatchObject([{ index: 1, field }]);
      const kept = await owner.timeline(await owner.visitorOf(view.id));
      expect(kept.map(({ id }) => id)).toEqual([view.id]);
    });

    test('keeps half a character in a title or a product’s name, as the text that it is', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const odd = 'a\ud800\u0000\n"\\b';
      visitor.open('/odd', odd);
      const view = visitor.event('view_item', { items: [{ item_id: 'A', item_name: odd }] });
      await visitor.send([view]);
      const id = await owner.visitorOf(view.id);
      expect(await owner.timeline(id)).toMatchObject([{ page: { title: odd }, items: [{ name: odd }] }]);
    });

    test('nested deeper than anyone can mean is refused alone', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const deep = visitor.event('scroll', { a: JSON.parse('['.repeat(2000) + ']'.repeat(2000)) });
      const { answer } = await visitor.send([view, deep]);
      expect(answer?.refused).toEqual([{ index: 1, field: 'params', reason: expect.stringContaining('deep') }]);
      expect(await owner.visitorOf(view.id)).toBeTruthy();
    });

    test('keeps HTML in names as the text that it is', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const title = '<script>alert("title")</script> & Co';
      const name = `<img src=x onerror='alert("item")'>`;
      visitor.open('/mugs', title);
      const view = visitor.event('view_item', { items: [{ item_id: '<b>1</b>', item_name: name }] });
      await visitor.send([view]);
      const id = await owner.visitorOf(view.id);
      const answer = await owner.ask(`/visitors/${id}/timeline`);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect((await answer.json()).entries).toMatchObject([
        { id: view.id, page: { path: '/mugs', title }, items: [{ id: '<b>1</b>', name }] },
      ]);
    });

    test('of the browser’s own clock is put onto ours', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const hour = 3_600_000;
      const view = visitor.event('page_view');
      const began = Date.now();
      // An hour slow, and seen ten seconds before it was sent.
      await visitor.send([{ ...view, time: began - hour - 10_000 }], { sent: began - hour });
      const [entry] = await owner.timeline(await owner.visitorOf(view.id));
      expect(Math.abs((entry?.at ?? 0) - (began - 10_000))).toBeLessThan(2_000);
    });
  });

  describe('a purchase', () => {
    const items = [
      { item_id: 'MUG-1', item_name: 'Blue mug', price: '4,50', quantity: 2 },
      { item_id: 'BAG-7', item_name: 'Red bag', price: 12, quantity: 1 },
    ];

    test('counts once for its transaction_id, whoever opens the thank-you page again', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 21, items };
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('purchase', order)]);
      visitor.open('/thank-you');
      await visitor.send([visitor.event('purchase', order)]);
      const friend = shopper(stage());
      const seen = friend.event('page_view');
      await friend.send([seen, friend.event('purchase', order)]);

      const buyer = await owner.visitor(await owner.visitorOf(view.id));
      expect(buyer).toMatchObject({ orders: 1, gross: [{ currency: 'EUR', amount: 2100 }] });
      expect(buyer.bought.map(({ id }) => id).sort()).toEqual(['BAG-7', 'MUG-1']);
      expect(await owner.visitor(await owner.visitorOf(seen.id))).toMatchObject({ orders: 0, gross: [] });
    });

    test('without a value is worth its items', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('purchase', { transaction_id: crypto.randomUUID(), items })]);
      expect(await owner.visitor(await owner.visitorOf(view.id))).toMatchObject({
        gross: [{ currency: 'EUR', amount: 2100 }],
      });
    });

    test('cannot be kept out by an event that took its id', async () => {
      const { owner } = stage();
      const order = crypto.randomUUID();
      const rival = shopper(stage());
      await rival.send([{ ...rival.event('page_view'), id: `order:${order}` }]);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('purchase', { transaction_id: order, items })]);
      expect(await owner.visitor(await owner.visitorOf(view.id))).toMatchObject({ orders: 1 });
    });
  });
}
