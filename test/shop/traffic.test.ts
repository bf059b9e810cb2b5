import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Batch } from '../../snippet/protocol.ts';
import type { Customer, Product } from './books.ts';
import { createTraffic, type Traffic } from './traffic.ts';

const product = (id: string): Product => ({
  id,
  name: `Plain mug ${id}`,
  category: 'mugs',
  price: 255,
  added: '2026-01-01T00:00:00.000Z',
  inStock: true,
  orders: 1,
});
const catalog = ['1', '2', '3'].map(product);
const customers: Customer[] = [{ id: '12748', name: 'Ella Webb', country: 'GB', orders: 2 }];
const baskets = [
  {
    customer: '12748',
    items: [
      { id: '1', quantity: 2 },
      { id: '2', quantity: 1 },
    ],
  },
  {
    customer: '',
    items: [
      { id: '3', quantity: 6 },
      { id: 'gone', quantity: 1 },
    ],
  },
];
const sign = async (customer: Customer) => `token-of-${customer.id}`;

let server: Server | undefined;
let traffic: Traffic | undefined;

afterEach(async () => {
  await traffic?.stop();
  server?.closeAllConnections();
  server?.close();
});

test('simulated visitors look, buy and come back like others do, and each of their events says that they are simulated', async () => {
  const collector = await openCollector();
  traffic = visitors(collector.origin);
  traffic.start();
  await collector.until((batches) => batches.length >= 400);
  await traffic.stop();
  expect(traffic.running()).toBe(false);
  const { batches } = collector;
  const events = batches.flatMap(({ batch }) => batch.events);

  for (const event of events) expect(event.params?.simulated, event.name).toBe(true);
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  expect(new Set(events.map((event) => event.name))).toEqual(
    new Set([
      'page_view',
      'search',
      'view_item_list',
      'view_item',
      'add_to_cart',
      'remove_from_cart',
      'view_cart',
      'begin_checkout',
      'purchase',
      'login',
      'slot_view',
      'slot_click',
    ]),
  );
  const visits = batches.filter(({ batch }) => batch.slots?.includes('home'));
  const purchases = events.filter((event) => event.name === 'purchase');
  expect(purchases.length / visits.length).toBeGreaterThan(0.1);
  expect(purchases.length / visits.length).toBeLessThan(0.5);
  expect(new Set(purchases.map((event) => event.params?.transaction_id)).size).toBe(purchases.length);

  // Only a first batch comes without a token; some visits begin with one, as those visitors were here before.
  expect(visits.some(({ batch }) => batch.token)).toBe(true);
  for (const { batch, headers } of batches) {
    if (!batch.slots?.includes('home')) expect(batch.token).toBeDefined();
    expect(headers.cookie ?? '').toBe(batch.token ? `seen=${batch.token}` : '');
    expect(headers.origin).toBe(collector.origin);
    expect(headers['user-agent']).toMatch(/^Mozilla\/5\.0/);
    expect(batch.consent).toEqual({ statistics: true, personalisation: true, marketing: true, source: 'api' });
  }
  expect(new Set(visits.map(({ batch }) => batch.page.language)).size).toBeGreaterThan(1);
  expect(new Set(visits.map(({ batch }) => batch.page.referrer)).size).toBeGreaterThan(1);
  expect(events.find((event) => event.name === 'login')?.params?.identity).toBe('token-of-12748');

  // Nothing comes after the end: this request is the next one.
  const before = batches.length;
  await fetch(`${collector.origin}/v1/collect`, { method: 'POST', body: JSON.stringify({ events: [], marker: true }) });
  expect(batches).toHaveLength(before + 1);
});

test('they wait for a collector that is down, and stop without it', async () => {
  const first = await openCollector();
  const { port } = new URL(first.origin);
  server?.closeAllConnections();
  server?.close();
  traffic = visitors(first.origin);
  traffic.start();
  const collector = await openCollector(Number(port));
  await collector.until((batches) => batches.length >= 3);
  server?.closeAllConnections();
  server?.close();
  await traffic.stop();
  expect(traffic.running()).toBe(false);
});

function visitors(origin: string) {
  return createTraffic({
    origin,
    site: 'KEY',
    catalog,
    customers,
    baskets,
    sign,
    random: lehmer(7),
    pace: 0.5,
    patience: 5,
  });
}

/** A generator with a seed (Lehmer; Park and Miller 1988), so that a failure can be seen again. */
function lehmer(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Received {
  batch: Batch;
  headers: IncomingHttpHeaders;
}

/** Answers as a collector does: a token in the body and a cookie, a decision for each slot. */
async function openCollector(port = 0) {
  const batches: Received[] = [];
  const waiting: (() => void)[] = [];
  let visitors = 0;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const batch = JSON.parse(body) as Batch;
    batches.push({ batch, headers: request.headers });
    for (const check of waiting) check();
    const token = batch.token ?? `visitor-${++visitors}`;
    const slots = (batch.slots ?? []).map((slot) => ({
      id: `decision-${slot}`,
      slot,
      widget: slot === 'greeting' ? 'greeting' : 'shelf',
      props: slot === 'greeting' ? { title: 'Hello' } : { items: [{ id: '2' }] },
    }));
    response.setHeader('set-cookie', `seen=${token}; HttpOnly`).end(JSON.stringify({ token, slots }));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    batches,
    until: (enough: (batches: Received[]) => boolean) =>
      new Promise<void>((resolve) => waiting.push(() => enough(batches) && resolve())),
  };
}
