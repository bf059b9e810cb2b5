import { describe, expect, test } from 'vitest';
import type { LiveEvent } from '../../server/live/live-event.ts';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

export function watching(stage: () => Stage): void {
  describe('the live view', () => {
    test('hears of an event at once, and not with the next ping, whatever the event says', async () => {
      const stream = await openStream(stage());
      const visitor = shopper(stage());
      visitor.open('/', 'a title\n\ndata: forged');
      const order = visitor.event('purchase', { transaction_id: crypto.randomUUID(), value: 5 });
      const view = visitor.event('page_view');
      await visitor.send([order, view], {}, { 'cf-ipcountry': 'UA' });
      const heard = [await stream.next(), await stream.next()];
      expect(stream.pings).toBe(1);
      expect(heard).toMatchObject([
        { name: 'purchase', value: { amount: 500, currency: 'EUR' } },
        { id: view.id, name: 'page_view', path: '/', country: 'UA', browser: 'Chrome', device: 'desktop' },
      ]);
      await stream.close();
    });

    test('shows who is here and what is in the cart', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      visitor.open('/bags', 'Bags');
      const items = [{ item_id: 'BAG-7', price: 12, quantity: 2 }];
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('add_to_cart', { items })]);
      const id = await owner.visitorOf(view.id);
      const { visitors } = (await owner.read('/live')) as { visitors: { visitor: string }[] };
      expect(visitors.find((one) => one.visitor === id)).toMatchObject({
        path: '/bags',
        title: 'Bags',
        cart: { pieces: 2, value: { amount: 2400, currency: 'EUR' } },
      });
    });
  });

  describe('the list of visitors', () => {
    test.each([8, 64])('finds someone by %i letters', async (length) => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const id = await owner.visitorOf(view.id);
      const { visitors, total } = (await owner.read(`/visitors?q=${id.slice(-length)}`)) as PeoplePage;
      expect([total, visitors.map((row) => row.id)]).toEqual([1, [id]]);
    });

    test('finds nobody by a text that nobody has', async () => {
      const q = encodeURIComponent(`100% _ \\ '${'x'.repeat(180)}`);
      expect(await stage().owner.read(`/visitors?q=${q}`)).toEqual({ visitors: [], next: null, total: 0, more: false });
    });
  });

  describe("a visitor's page", () => {
    test('tells why a greeting was shown', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view], { slots: ['greeting', 'no-such-slot'] });
      const id = await owner.visitorOf(view.id);
      const receipts = async () => (await owner.timeline(id)).find(({ name }) => name === 'decision')?.receipts;
      // It follows the answer, with the next commit.
      await expect
        .poll(receipts)
        .toMatchObject([
          { slot: 'greeting', rung: 'profile', steps: [{ name: 'known', count: 0, note: 'first-visit' }], shown: [] },
        ]);
    });

    test('is not there for an unknown visitor', async () => {
      const answer = await stage().owner.ask('/visitors/nobody');
      expect([answer.status, (await answer.json()).code]).toEqual([404, 'unknown-visitor']);
    });
  });
}

/** The events of the live stream, one after the other. */
async function openStream({ owner }: Stage) {
  const gone = new AbortController();
  const { body, headers } = await owner.ask('/live/stream', { signal: gone.signal });
  expect(headers.get('content-type')).toBe('text/event-stream');
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let pings = 0;
  return {
    /** How often the server has only said that it is there; first as the stream opens. */
    get pings() {
      return pings;
    },
    next: async (): Promise<LiveEvent> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const message = text.slice(0, end);
          text = text.slice(end + 2);
          const [, data] = /^event: event\ndata: (.*)/.exec(message) ?? [];
          if (data !== undefined) return JSON.parse(data) as LiveEvent;
          if (message.startsWith('event: ping\n')) pings++;
          continue;
        }
        const piece = await reader?.read();
        if (!piece || piece.done) throw new Error(`the stream ended: ${text}`);
        text += piece.value;
      }
    },
    close: async () => gone.abort(),
  };
}
