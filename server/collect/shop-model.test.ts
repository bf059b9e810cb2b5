import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { randomFrom } from '../recommend/next/random.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import { type OpenShop, openShop } from './open-shop.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const shop: Shop = {
  ...{ key: 'test', name: 'Test', origins: 'http://shop.example', currency: 'GBP', timeZone: 'UTC', demo: false },
  ...{ tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};
const start = 1_700_000_000_000;
const minute = 60_000;

let folder = '';
let threads: { writer: Thread; reader: Thread };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shop-model-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

const opened = async (file = 'shop.db') =>
  openShop(shop, await openFileStore(join(folder, file), migrations.shop, threads), () => start + 1_000 * minute);

const look = (visitor: string, product: string, at: number): LogEvent => ({
  ...{ id: `${visitor}.${product}.${at}`, visitor, at: start + at, name: 'view_item' },
  items: [{ id: product, quantity: 1 }],
});

const order = (number: number, products: readonly string[]): LogEvent => ({
  ...{ id: `order ${number}`, visitor: `buyer ${number}`, at: start + number * minute, name: 'purchase' },
  ...{ order: String(number), currency: 'GBP', value: 100 },
  items: products.map((id) => ({ id, quantity: 1, price: 100 })),
});

/** Visitors who look at three neighbours each, several of them at the same time; every fourth buys two. */
function crowd(visitors: number): LogEvent[] {
  const random = randomFrom(5);
  const events: LogEvent[] = [];
  for (let visitor = 0; visitor < visitors; visitor++) {
    const first = Math.floor(random() * 12);
    for (let step = 0; step < 3; step++)
      events.push(look(`v${visitor}`, `P${(first + step) % 12}`, visitor * 20_000 + step * minute));
    if (visitor % 4 === 0) events.push(order(visitor, [`P${first}`, `P${(first + 1) % 12}`]));
  }
  return events.sort((a, b) => a.at - b.at);
}

const all = () => true;
const now = start + 900 * minute;

function answersOf({ model }: OpenShop) {
  const asked = Array.from({ length: 12 }, (_, number) => `P${number}`);
  return asked.map((product) => ({
    next: model.next([product], now, all, 5),
    boughtWith: model.boughtWith([product], now, all, 5),
    popular: model.popular(all, 5),
  }));
}

const keptIn = async ({ store }: OpenShop) =>
  (await store.all('SELECT body FROM model_parts ORDER BY keeping, part', [])).map(([body]) => body);

test('what is looked at and ordered is in the very next answer, before anything is fitted', async () => {
  const open = await opened();
  await open.record([look('a', 'tea', 0), look('b', 'tea', 1), look('b', 'mug', 2)]);
  expect(open.model.next(['tea'], now, all, 5)).toEqual([{ product: 'mug', anchor: 'tea', support: 1 }]);
  await open.record([look('a', 'pot', 3), look('a', 'mug', 4), order(1, ['tea', 'pot'])]);
  const found = open.model.next(['tea'], now, all, 5);
  expect(found).toHaveLength(2);
  expect(found).toContainEqual({ product: 'mug', anchor: 'tea', support: 2 });
  expect(found).toContainEqual({ product: 'pot', anchor: 'tea', support: 1 });
  expect(open.model.boughtWith(['pot'], now, all, 5)).toEqual([{ product: 'tea', anchor: 'pot', support: 1 }]);
  await open.record([look('~nobody', 'tea', 5), look('~nobody', 'secret', 6)]);
  expect(open.model.next(['tea'], now, all, 5).map(({ product }) => product)).not.toContain('secret');
  await open.close();
});

test('a model that is dropped and made again from the log is the same, byte for byte', async () => {
  const open = await opened();
  await open.record(crowd(300));
  await open.learn();
  const kept = await keptIn(open);
  const answers = answersOf(open);
  expect(kept.length).toBeGreaterThan(0);
  await open.store.write([{ sql: 'DELETE FROM model_parts', params: [] }]);
  await open.close();

  const again = await opened();
  expect(await keptIn(again)).toEqual([]);
  await again.learn();
  expect(await keptIn(again)).toEqual(kept);
  expect(answersOf(again)).toEqual(answers);
  await again.close();
});

test('a shop that was closed in the middle of visits goes on as if it had not been, without fitting again', async () => {
  const events = crowd(300);
  const halves = [events.slice(0, 700), events.slice(700)];
  const straight = await opened('straight.db');
  await straight.record(halves[0] ?? []);
  await straight.learn();
  const answers = answersOf(straight);
  await straight.record(halves[1] ?? []);

  const first = await opened('stopped.db');
  await first.record(halves[0] ?? []);
  await first.learn();
  await first.close();
  const second = await opened('stopped.db');
  expect(answersOf(second)).toEqual(answers);
  await second.record(halves[1] ?? []);
  expect(answersOf(second)).toEqual(answersOf(straight));
  await straight.close();
  await second.close();
});

test('what an erased person looked at together is in no answer after the next learning, nor in what is kept', async () => {
  const open = await opened();
  await open.record(crowd(100));
  await open.record([look('anna', 'ring', 0), look('anna', 'veil', 1)]);
  await open.learn();
  expect(open.model.next(['ring'], now, all, 5)).toEqual([{ product: 'veil', anchor: 'ring', support: 1 }]);
  await erasePerson('anna', open, { by: 'command' }, now);
  expect(await keptIn(open)).toEqual([]);
  await open.learn();
  expect(open.model.next(['ring'], now, all, 5)).toEqual([]);
  const { next } = answersOf(open)[0] ?? { next: [] };
  expect(next.length).toBeGreaterThan(0);
  await open.close();
});
