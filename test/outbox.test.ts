import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askOutside, refusesNothing } from '../server/node/ask-outside.ts';
import { type DataFolder, openDataFolder } from '../server/node/data-folder.ts';
import {
  addEndpoint,
  endpointOf,
  endpointsOf,
  removeEndpoint,
  renewSecret,
  switchOn,
} from '../server/outbox/endpoints.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { alertTopic, topicOf } from '../server/outbox/topic.ts';
import { erasePerson } from '../server/privacy/erase-person.ts';
import { keepSegment } from '../server/segments/segments.ts';
import { createShop } from '../server/shops/shops.ts';
import { shopsAtWork } from '../server/shops-at-work.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let path = '';
let folder: DataFolder;
let shops: ReturnType<typeof shopsAtWork>;
let server: FeedServer;
let clock = 0;
let segment = '';
let heard: { headers: Record<string, string>; body: string }[] = [];
let url = '';
let answer: (response: ServerResponse) => void = () => {};

const at = () => clock;
const open = () => shopsAtWork({ directory: folder.directory, openStore: folder.openStore, now: at });
const shopNow = async () => {
  const shop = await shops.get('one');
  if (!shop) throw new RangeError('no shop');
  return shop;
};
const anOutbox = (ask = askOutside(refusesNothing)) => createOutbox({ now: at, shops, ask, random: () => 0.5 });
let events = 0;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'outbox-'));
  folder = await openDataFolder(path, new URL('../dist/file-thread.js', import.meta.url));
  const words = { name: 'Shop', origins: '', currency: 'UAH', timeZone: 'UTC', demo: false };
  await createShop(folder.directory, { key: 'one', ...words }, 0);
  shops = open();
  server = await startFeedServer();
  // The specification's verifier holds the time against its own clock.
  clock = Date.now();
  heard = [];
  answer = (response) => response.writeHead(204).end();
  url = server.answer('/hear', (request: IncomingMessage, response: ServerResponse) => {
    void text(request).then((body) => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      heard.push({ headers: Object.fromEntries(headers) as Record<string, string>, body });
      answer(response);
    });
  });
  const shop = await shopNow();
  const rule = { did: 'view_item', is: '>=', times: 1, within: 7 } as const;
  segment = (await keepSegment({ name: 'Looks', rule }, shop.store, clock)).id;
  await shop.audience.sweep();
});
afterEach(async () => {
  await server.stop();
  await shops.close();
  await folder.close();
  await rm(path, { recursive: true });
});

const added = async () => addEndpoint(segment, url, (await shopNow()).store, clock);
const view = async (visitor: string) => {
  const shop = await shopNow();
  await shop.record([{ id: `e${events++}`, visitor, at: clock, name: 'view_item' }]);
  await shop.audience.refresh();
};
const stands = async () => (await endpointsOf(segment, (await shopNow()).store))[0];
const waiting = async () => (await (await shopNow()).store.all('SELECT count(*) FROM outbox', []))[0]?.[0];

describe('a webhook of a segment', () => {
  test('hears of who enters and who leaves, signed, with no more of them than the shop’s number', async () => {
    const { secret } = await added();
    const shop = await shopNow();
    const identity = { customer: '7', name: 'Олена', email: 'o@shop.example', evidence: 'signed' as const };
    await shop.record([{ id: 'login', visitor: 'a', at: clock, name: 'login', identity }]);
    await view('a');
    await view('b');
    await anOutbox().runDue();
    const said = heard.map(({ headers, body }) => new Webhook(secret).verify(body, headers));
    const data = { segment: { id: segment, name: 'Looks' } };
    expect(said).toEqual(
      expect.arrayContaining([
        { type: 'segment.entered', timestamp: expect.any(String), data: { ...data, customer: '7', visitor: 'a' } },
        { type: 'segment.entered', timestamp: expect.any(String), data: { ...data, customer: null, visitor: 'b' } },
      ]),
    );
    clock += 8 * day;
    await shop.audience.sweep();
    await anOutbox().runDue();
    expect(heard.slice(2).map(({ body }) => JSON.parse(body).type)).toEqual(['segment.left', 'segment.left']);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
    expect(await waiting()).toBe(0);
    expect((await stands())?.deliveries.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  });

  test('that was away is told later, of the same message under the same name, also by another process', async () => {
    await added();
    answer = (response) => response.writeHead(500).end('Down for a moment');
    await view('a');
    expect(await anOutbox().runDue()).toBe(clock + 5_000);
    expect(await stands()).toMatchObject({ failingSince: clock, offAt: null });
    await anOutbox().runDue();
    expect(heard).toHaveLength(1);
    await shops.close();
    shops = open();
    await shopNow();
    answer = (response) => response.writeHead(200).end('ok');
    clock += 5_000;
    expect(await anOutbox().runDue()).toBeNull();
    const [first, second] = heard;
    expect([second?.body, second?.headers['webhook-id']]).toEqual([first?.body, first?.headers['webhook-id']]);
    const { failingSince, deliveries } = (await stands()) ?? {};
    expect(failingSince).toBeNull();
    expect(deliveries?.map(({ status, answer, nextAt }) => [status, answer, nextAt])).toEqual([
      [200, 'ok', null],
      [500, 'Down for a moment', clock],
    ]);
  });

  test('that asks for time gets it', async () => {
    await added();
    answer = (response) => response.writeHead(429, { 'retry-after': '600' }).end();
    await view('a');
    expect(await anOutbox().runDue()).toBe(clock + 600_000);
  });

  test('that takes nothing for days is switched off, until somebody switches it on again', async () => {
    const { id } = await added();
    answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
    await view('a');
    const began = clock;
    const outbox = anOutbox();
    for (let next = await outbox.runDue(); next !== null; next = await outbox.runDue()) clock = next;
    expect(await stands()).toMatchObject({ failingSince: began, offAt: clock });
    expect(clock - began).toBeGreaterThanOrEqual(3 * day);
    expect(clock - began).toBeLessThan(4 * day);
    expect(await waiting()).toBe(0);
    await view('b');
    expect(await waiting()).toBe(0);
    await switchOn(segment, id, (await shopNow()).store);
    await view('c');
    expect(await waiting()).toBe(1);
  });

  test('that says it is gone is switched off at once', async () => {
    await added();
    answer = (response) => response.writeHead(410).end();
    await view('a');
    await anOutbox().runDue();
    expect(await stands()).toMatchObject({ offAt: clock });
  });

  test('at a private address is not connected to', async () => {
    await added();
    await view('a');
    await anOutbox(askOutside()).runDue();
    expect(heard).toEqual([]);
    expect((await stands())?.deliveries).toMatchObject([{ status: null, answer: '127.0.0.1 is a private address.' }]);
  });

  test('hears nothing more of somebody who was erased, and keeps nothing of them', async () => {
    await added();
    await view('told before');
    await anOutbox().runDue();
    await view('told never');
    const shop = await shopNow();
    for (const visitor of ['told before', 'told never']) await erasePerson(visitor, shop, { by: 'command' }, clock);
    await anOutbox().runDue();
    expect(heard).toHaveLength(1);
    expect(await waiting()).toBe(0);
    expect((await stands())?.deliveries).toEqual([]);
  });

  test('is tried out with an example, which counts as nobody', async () => {
    const { id, secret } = await added();
    const { store } = await shopNow();
    const { example } = await topicOf(segment, await shopNow());
    const said = await anOutbox().test(await endpointOf(segment, id, store), example, store);
    expect(said).toMatchObject({ status: 204, nextAt: null });
    expect(new Webhook(secret).verify(heard[0]?.body ?? '', heard[0]?.headers ?? {})).toMatchObject({
      type: 'segment.entered',
      data: { customer: 'example' },
    });
  });

  test('is signed for with both secrets for a day after the change', async () => {
    const { id, secret } = await added();
    const fresh = await renewSecret(segment, id, (await shopNow()).store, clock);
    await view('a');
    await anOutbox().runDue();
    const [first] = heard;
    for (const one of [secret, fresh]) new Webhook(one).verify(first?.body ?? '', first?.headers ?? {});
    clock += day + 1;
    await view('b');
    await anOutbox().runDue();
    expect(heard.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  test('is sent nothing more once it is removed, and another one of the segment is', async () => {
    const { id } = await added();
    const second = await added();
    await view('a');
    await removeEndpoint(segment, id, (await shopNow()).store);
    await anOutbox().runDue();
    expect(heard).toHaveLength(1);
    new Webhook(second.secret).verify(heard[0]?.body ?? '', heard[0]?.headers ?? {});
  });

  test.each(['http://shop.example/hear', 'ftp://shop.example', 'hear', 'https://me:secret@shop.example/'])(
    'has an address that nobody listens in on: not %s',
    async (wrong) => {
      await expect(addEndpoint(segment, wrong, (await shopNow()).store, clock)).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );
});

describe('a webhook of alerts', () => {
  const mug = {
    id: 'MUG',
    name: 'Red mug',
    category: null,
    brand: null,
    price: 900,
    currency: 'UAH',
    cost: null,
    costCurrency: null,
  };
  const offer = (price: number, inStock: boolean) => ({
    ...mug,
    ...{ price, inStock, url: 'https://www.shop.example/mug', image: null, addedAt: 0, details: null },
  });

  test('hears once of each person for whom it has come to be so, with the address that they left', async () => {
    const shop = await shopNow();
    const { secret } = await addEndpoint(alertTopic, url, shop.store, clock);
    shop.catalog.put([offer(900, false)]);
    const identity = { customer: '7', email: 'o@shop.example', evidence: 'signed' as const };
    const wish = (visitor: string, more: object) =>
      shop.record([
        { id: `login ${visitor}`, visitor, at: clock, name: 'login', identity },
        {
          id: `wish ${visitor}`,
          visitor,
          at: clock,
          name: 'product_alert',
          alert: { product: 'MUG', of: 'stock', on: true, ...more },
        },
      ]);
    await wish('phone', { email: 'o@home.example', agreed: 'One letter.' });
    await wish('laptop', {});
    await shop.save();
    expect(await shop.alerts.waiting('MUG')).toEqual({ price: 0, stock: 1 });
    await shop.meetAlerts();
    expect(await waiting()).toBe(0);

    shop.catalog.put([offer(900, true)]);
    await shop.meetAlerts();
    await shop.meetAlerts();
    await anOutbox().runDue();
    expect(heard).toHaveLength(1);
    expect(new Webhook(secret).verify(heard[0]?.body ?? '', heard[0]?.headers ?? {})).toMatchObject({
      type: 'alert.met',
      data: {
        ...{ alert: 'stock', customer: '7', product: { id: 'MUG', price: '9.00', was: null, currency: 'UAH' } },
        letter: { email: 'o@home.example', agreed: 'One letter.', language: null },
      },
    });
    expect(await shop.alerts.waiting('MUG')).toEqual({ price: 0, stock: 0 });
  });

  test('hears of a price when it is lower by a part that is worth a word, and of nobody who took it back or refuses', async () => {
    const shop = await shopNow();
    await addEndpoint(alertTopic, url, shop.store, clock);
    shop.catalog.put([offer(1_000, true)]);
    const say = (visitor: string, on: boolean, at = clock) =>
      shop.record([
        {
          ...{ id: `${visitor} ${on}`, visitor, at, name: 'product_alert' },
          alert: { product: 'MUG', of: 'price', on, ...(on && { price: 1_000, currency: 'UAH' }) },
        },
      ]);
    for (const visitor of ['stays', 'leaves', 'refuses']) await say(visitor, true);
    await say('leaves', false, clock + 1);
    const consent = { statistics: false, source: 'api' as const };
    await shop.record([{ id: 'no', visitor: 'refuses', at: clock + 1, name: 'consent', consent }]);
    shop.catalog.put([offer(980, true)]);
    await shop.meetAlerts();
    expect(await waiting()).toBe(0);
    shop.catalog.put([offer(970, true)]);
    await shop.meetAlerts();
    await anOutbox().runDue();
    expect(heard.map(({ body }) => JSON.parse(body).data)).toMatchObject([
      { alert: 'price', visitor: 'stays', product: { price: '9.70', was: '10.00' }, letter: null },
    ]);
  });
});
