import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const hour = 3_600_000;

/** What the shop's own systems know of an order beyond its lines: costs, serial numbers, warranty, rates, amendments. */
export function costing(stage: () => Stage): void {
  let secret = '';
  const ask = async (path: string, body?: unknown) => {
    if (secret === '') {
      const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'ERP' }) });
      secret = ((await made.json()) as { secret: string }).secret;
    }
    return fetch(`${stage().origin}/v1${path}`, {
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  };
  const tell = async (path: string, body: unknown) => {
    const answer = await ask(path, body);
    expect([answer.status, await answer.clone().text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
    return answer.json();
  };
  const read = async (id: string) => (await ask(`/orders/${id}`)).json();
  const order = (words: object = {}) => ({
    order_id: crypto.randomUUID(),
    time: Date.now() - hour,
    customer: { id: crypto.randomUUID() },
    items: [{ item_id: 'A1', quantity: 2, price: 100 }],
    ...words,
  });
  const productOf = (cost: number) => ({
    ...{ item_id: `COSTLY-${crypto.randomUUID()}`, item_name: 'Kettle', price: 100, cost },
    url: 'https://www.shop.example/kettle',
  });

  describe('an order, as its own systems know it', () => {
    test('says what it cost and left, by line and as a whole, with serial numbers and warranty', async () => {
      const until = '2028-11-21T00:00:00.000Z';
      const line = { item_id: 'K1', item_name: 'Kettle', quantity: 2, price: '199,50', cost: '120.00' };
      const one = order({ items: [{ ...line, serials: ['SN-1', 'SN-2'], warranty_until: until }] });
      await tell('/orders', { orders: [{ ...one, refunds: [{ refund_id: '1', time: Date.now(), items: [line] }] }] });
      await tell('/orders', { orders: [one] });
      expect(await read(one.order_id)).toMatchObject({
        ...{ value: '399.00', refunded: '399.00', cost: '0.00', margin: '0.00', uncosted: 0, abroad: null },
        items: [{ cost: '120.00', cost_from: 'order', returned: 2, serials: ['SN-1', 'SN-2'], warranty_until: until }],
      });
    });

    test('takes the catalogue’s cost at its time, and says how many lines have none', async () => {
      const product = productOf(60);
      const items = [{ item_id: product.item_id, quantity: 1, price: 100 }];
      const before = order({ items });
      await tell('/catalog', { upsert: [product] });
      await tell('/catalog', { upsert: [{ ...product, cost: 70 }] });
      const after = order({ items, time: Date.now() + 1_000 });
      const unknown = order({ items: [...items, { item_id: 'never-told', quantity: 1, price: 5 }] });
      await tell('/orders', { orders: [before, after, unknown] });
      expect(await read(before.order_id)).toMatchObject({ cost: '60.00', margin: '40.00' });
      expect(await read(after.order_id)).toMatchObject({ cost: '70.00', items: [{ cost_from: 'catalogue' }] });
      expect(await read(unknown.order_id)).toMatchObject({ cost: null, margin: null, uncosted: 1 });
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject({
        ...{ cost: '70.00', cost_currency: 'EUR' },
      });
    });

    test('stands as the newest report says it, whichever is heard first, and outlives a crash', async () => {
      const first = order();
      const line = { item_id: 'A1', quantity: 1, price: 100 };
      const second = {
        ...first,
        modified: first.time + 1_000,
        items: [line, { item_id: 'B2', quantity: 1, price: 5 }],
      };
      const third = { ...first, modified: first.time + 2_000, items: [line] };
      for (const heard of [
        [first, second, third],
        [third, first, second],
        [second, third, first, second],
      ]) {
        const order_id = crypto.randomUUID();
        for (const report of heard) await tell('/orders', { orders: [{ ...report, order_id }] });
        expect(await read(order_id)).toMatchObject({ value: '100.00', items: [{ item_id: 'A1', quantity: 1 }] });
        await stage().crash();
        expect(await read(order_id)).toMatchObject({ value: '100.00', time: new Date(first.time).toISOString() });
      }
      const { net, orders } = (await (await ask(`/profiles/${first.customer.id}`)).json()).profile;
      expect([orders, net]).toEqual([3, [{ amount: 30_000, currency: 'EUR' }]]);
    });

    test('in another currency is counted in the shop’s by the rate of its day, or says that it is missing', async () => {
      const time = Date.parse('2024-03-17T12:00:00Z');
      const abroad = order({ time, currency: 'UAH', items: [{ item_id: 'A1', quantity: 1, price: 4000, cost: 3000 }] });
      await tell('/orders', { orders: [abroad] });
      expect(await read(abroad.order_id)).toMatchObject({
        ...{ value: '4000.00', margin: '1000.00', abroad: { currency: 'EUR', rate: null, net: null, margin: null } },
      });
      await tell('/rates', { rates: [{ day: '2024-03-15', currency: 'UAH', rate: 0.025 }] });
      expect(await read(abroad.order_id)).toMatchObject({
        abroad: { currency: 'EUR', rate: 0.025, net: '100.00', margin: '25.00' },
      });
      const own = { ...abroad, order_id: crypto.randomUUID(), rate: 0.02 };
      await tell('/orders', { orders: [own] });
      expect(await read(own.order_id)).toMatchObject({ abroad: { rate: 0.02, net: '80.00' } });
    });

    test('that only a page reported can be read, and one that nobody did cannot', async () => {
      const visitor = shopper(stage());
      const transaction_id = crypto.randomUUID();
      const bought = { transaction_id, currency: 'EUR', value: 5, items: [{ item_id: 'A1', price: 5 }] };
      await visitor.send([visitor.event('page_view'), visitor.event('purchase', bought)]);
      expect(await read(transaction_id)).toMatchObject({ confirmed: false, value: '5.00', status: 'placed' });
      expect((await ask('/orders/nobody-knows-it')).status).toBe(404);
    });

    test('is shown to the merchant with its costs, and its amendments are no news', async () => {
      const one = order({ items: [{ item_id: 'K1', quantity: 1, price: 9, cost: 4, serials: ['SN-9'] }] });
      await tell('/orders', { orders: [one, { ...one, modified: one.time + 5, status: 'paid' }] });
      const { owner } = stage();
      const { orderList } = await owner.visitor(`customer-${one.customer.id}`);
      expect(orderList).toMatchObject([
        {
          ...{ status: 'paid', cost: { amount: 400 }, margin: { amount: 500 } },
          lines: [{ costFrom: 'order', serials: ['SN-9'] }],
        },
      ]);
      const timeline = await owner.timeline(`customer-${one.customer.id}`);
      expect(timeline.map(({ name }) => name).sort()).toEqual(['order_status', 'purchase']);
    });

    test.each([
      ['a rate of no day', { day: 'yesterday', currency: 'USD', rate: 1 }, 'rates.0.day'],
      ['a rate of nothing', { day: '2026-11-21', currency: 'USD', rate: 0 }, 'rates.0.rate'],
      ['a rate of no currency', { day: '2026-11-21', currency: 'QQQ', rate: 1 }, 'rates.0.currency'],
    ])('is not counted by %s', async (_, rate, field) => {
      const answer = await ask('/rates', { rates: [rate] });
      expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, field]);
    });
  });
}
