import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PersonProfit } from '../../server/profit/of-person.ts';
import { fromPanel } from './owner.ts';
import type { Stage } from './stage.ts';

const secret = 'shpss_0123456789';

const shopifyOrder = (customer: number) => ({
  id: 450789469 + customer,
  created_at: '2026-11-20T10:00:00+02:00',
  updated_at: '2026-11-21T10:00:00+02:00',
  processed_at: '2026-11-20T10:01:00+02:00',
  currency: 'UAH',
  subtotal_price: '399.00',
  total_tax: '66.50',
  total_discounts: '0.00',
  financial_status: 'partially_refunded',
  fulfillment_status: null,
  customer: { id: customer, first_name: 'Олена', last_name: 'Коваль' },
  shipping_address: { country_code: 'UA' },
  line_items: [{ product_id: 632910392, variant_id: 1, title: 'Tea', quantity: 2, price: '199.50' }],
  refunds: [
    {
      id: 509562969,
      created_at: '2026-11-21T10:00:00+02:00',
      refund_line_items: [
        { quantity: 1, line_item: { product_id: 632910392, title: 'Tea', quantity: 2, price: '199.50' } },
      ],
      transactions: [{ kind: 'refund', amount: '199.50' }],
    },
  ],
});

const wooOrder = (customer: number) => ({
  id: 727 + customer,
  status: 'completed',
  currency: 'RON',
  date_created_gmt: '2026-11-20T10:00:00',
  date_modified_gmt: '2026-11-21T10:00:00',
  date_paid_gmt: '2026-11-20T10:05:00',
  date_completed_gmt: '2026-11-21T09:00:00',
  discount_total: '0.00',
  shipping_total: '10.00',
  total_tax: '1.35',
  customer_id: customer,
  billing: { first_name: 'Ion', last_name: 'Popa', country: 'RO' },
  line_items: [{ product_id: 93, name: 'Ceai', quantity: 3, total: '10.00', price: 3.3333333 }],
  coupon_lines: [],
  refunds: [{ id: 5, reason: '', total: '-4.00' }],
});

/** Shop systems that tell by themselves, each message signed. */
export function notifying(stage: () => Stage): void {
  let served = 700_000;
  const setUp = async () => {
    const { ask } = stage().owner;
    for (const platform of ['shopify', 'woocommerce']) {
      const answer = await ask(`/webhooks/${platform}`, { method: 'PUT', body: JSON.stringify({ secret }) });
      expect(answer.status).toBe(204);
    }
  };
  const send = (
    platform: 'shopify' | 'woocommerce',
    topic: string,
    payload: unknown,
    words: { key?: string; body?: string } = {},
  ) => {
    const body = words.body ?? JSON.stringify(payload);
    const signature = createHmac('sha256', words.key ?? secret)
      .update(JSON.stringify(payload))
      .digest('base64');
    const names =
      platform === 'shopify'
        ? { 'x-shopify-topic': topic, 'x-shopify-hmac-sha256': signature }
        : { 'x-wc-webhook-topic': topic, 'x-wc-webhook-signature': signature };
    return fetch(`${stage().origin}/v1/webhooks/${platform}/${stage().owner.site}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...names },
      body,
    });
  };
  const asServer = async (path: string) => {
    const made = await stage().owner.ask('/keys', { method: 'POST', headers: fromPanel, body: '{"name":"Reader"}' });
    const key = ((await made.json()) as { secret: string }).secret;
    return fetch(`${stage().origin}/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  };
  const factsOf = async (customer: number) => {
    const { events } = (await (await asServer(`/profiles/${customer}`)).json()) as {
      events: { name: string; value?: number; currency?: string; params?: { status?: string } }[];
    };
    // What repeats an order with its newest time says the same again.
    const facts = events.filter(({ name }) => name !== 'order_amended');
    return facts.map(({ name, value, currency, params }) => [name, value ?? params?.status, currency]);
  };

  describe('a shop system', () => {
    test('Shopify tells of an order and its refund, however often', async () => {
      await setUp();
      const customer = served++;
      for (const topic of ['orders/create', 'orders/updated', 'orders/updated'])
        expect((await send('shopify', topic, shopifyOrder(customer))).status).toBe(204);
      expect(await factsOf(customer)).toEqual([
        ['purchase', 39900, 'UAH'],
        ['order_status', 'paid', undefined],
        ['refund', 19950, 'UAH'],
      ]);
    });

    test('WooCommerce tells of an order and its refund', async () => {
      await setUp();
      const customer = served++;
      expect((await send('woocommerce', 'order.updated', wooOrder(customer))).status).toBe(204);
      expect(await factsOf(customer)).toEqual([
        ['purchase', 1000, 'RON'],
        ['order_status', 'delivered', undefined],
        ['refund', 400, 'RON'],
      ]);
    });

    test('tells of serial numbers, warranty and costs of what was sold', async () => {
      await setUp();
      const customer = served++;
      const properties = [
        { name: 'Serial number', value: 'SN-1, SN-2' },
        { name: '_warranty_until', value: '2028-11-21' },
      ];
      const order = shopifyOrder(customer);
      await send('shopify', 'orders/updated', { ...order, line_items: [{ ...order.line_items[0], properties }] });
      const details = { serials: ['SN-1', 'SN-2'], warranty_until: '2028-11-21T00:00:00.000Z' };
      expect(await (await asServer(`/orders/${order.id}`)).json()).toMatchObject({ items: [details] });

      const other = wooOrder(customer);
      const meta_data = properties.map(({ name, value }) => ({ id: 1, key: name, value }));
      const line = { ...other.line_items[0], meta_data, cost_of_goods_sold: { total_value: 6 } };
      await send('woocommerce', 'order.updated', { ...other, line_items: [line] });
      expect(await (await asServer(`/orders/${other.id}`)).json()).toMatchObject({
        items: [{ ...details, cost: '2.00' }],
        margin: '0.00',
      });
    });

    test('WooCommerce tells what the gateway took for the payment', async () => {
      await setUp();
      const customer = served++;
      const meta_data = [{ id: 1, key: '_stripe_fee', value: '0.58' }];
      await send('woocommerce', 'order.updated', { ...wooOrder(customer), currency: 'EUR', meta_data });
      const { steps, total } = (await stage().owner.read(`/profit/of/customer-${customer}`)) as PersonProfit;
      expect(total.sums[steps.findIndex(({ id }) => id === 'payment')]).toBe(58);
    });

    test('tells of products, which are in the catalogue at once, and go when they are gone', async () => {
      await setUp();
      const product = { id: 632910392, title: 'Tea', handle: 'tea', status: 'active', variants: [{ price: '199.00' }] };
      await send('shopify', 'products/update', product);
      expect(await (await asServer('/catalog/632910392')).json()).toMatchObject({
        price: '199.00',
        url: 'https://www.shop.example/products/tea',
      });
      await send('shopify', 'products/delete', { id: 632910392 });
      expect((await asServer('/catalog/632910392')).status).toBe(404);
    });

    test('is not believed when its signature is of another secret, of another body, or missing', async () => {
      await setUp();
      const customer = served++;
      const order = shopifyOrder(customer);
      for (const answer of [
        await send('shopify', 'orders/create', order, { key: 'another' }),
        await send('shopify', 'orders/create', order, { body: JSON.stringify({ ...order, currency: 'USD' }) }),
        await fetch(`${stage().origin}/v1/webhooks/woocommerce/${stage().owner.site}`, { method: 'POST', body: '{}' }),
      ]) {
        expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'wrong-signature']);
      }
      expect((await asServer(`/profiles/${customer}`)).status).toBe(404);
    });

    test('is told what is wrong with its words, and that no secret is known for a shop', async () => {
      await setUp();
      const broken = await send('shopify', 'orders/create', { ...shopifyOrder(1), currency: 7 });
      expect([broken.status, ((await broken.json()) as { field: string }).field]).toEqual([422, 'currency']);
      const { other, origin } = stage();
      const answer = await fetch(`${origin}/v1/webhooks/shopify/${other.owner.site}`, { method: 'POST', body: '{}' });
      expect(answer.status).toBe(404);
    });

    test('may ask whether anyone is there, and speak of what is not ours', async () => {
      await setUp();
      expect((await send('shopify', 'carts/update', { id: 'x' })).status).toBe(204);
      const ping = await fetch(`${stage().origin}/v1/webhooks/woocommerce/${stage().owner.site}`, {
        method: 'POST',
        body: 'webhook_id=7',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(ping.status).toBe(204);
    });

    test('shows in the panel when it was heard last, and its secret to nobody', async () => {
      await setUp();
      await send('shopify', 'carts/update', {});
      const read = async () => (await stage().owner.ask('/webhooks')).text();
      await expect
        .poll(async () => JSON.parse(await read()).webhooks)
        .toMatchObject([
          { platform: 'shopify', isSet: true, lastAt: expect.any(Number) },
          { platform: 'woocommerce', isSet: true },
          { platform: 'profiles' },
        ]);
      expect(await read()).not.toContain(secret);
    });
  });
}
