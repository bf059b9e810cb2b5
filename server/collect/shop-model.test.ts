import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
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

const order = (
  number: number,
  products: readonly string[],
  visitor = `buyer ${number}`,
  at = number * minute,
): LogEvent => ({
  ...{ id: `order ${number} of ${visitor}`, visitor, at: start + at, name: 'purchase' },
  ...{ order: String(number), currency: 'GBP', value: 100 },
  items: products.map((id) => ({ id, quantity: 1, price: 100 })),
});

const forAnother = (event: LogEvent): LogEvent => ({ ...event, forAnother: true });

/** Says of a visit that it is, or is not, for somebody else, after it has been about these. */
const gift = (visitor: string, on: boolean, products: string[], at: number): LogEvent => ({
  ...{ id: `gift ${visitor} ${at}`, visitor, at: start + at, name: 'gift' },
  gift: { on, by: 'visitor', tally: {}, products },
});

/** Visitors who look at three neighbours each, several of them at the same time; every fourth buys two, half of these for somebody else. */
function crowd(visitors: number): LogEvent[] {
  const random = randomFrom(5);
  const events: LogEvent[] = [];
  for (let visitor = 0; visitor < visitors; visitor++) {
    const first = Math.floor(random() * 12);
    for (let step = 0; step < 3; step++)
      events.push(look(`v${visitor}`, `P${(first + step) % 12}`, visitor * 20_000 + step * minute));
    if (visitor % 4 === 0) {
      const bought = [`P${(first + 1) % 12}`, `P${(first + 2) % 12}`];
      const isGift = visitor % 8 === 0;
      const last = order(visitor, bought, `v${visitor}`, visitor * 20_000 + 3 * minute);
      if (isGift) events.push(gift(`v${visitor}`, true, [`P${first}`], visitor * 20_000 + minute + 1));
      events.push(isGift ? forAnother(last) : last);
    }
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
    boughtAfter: model.boughtAfter([product, 'P3'], all, 5),
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

test('an order says at once what those take who have looked at something else, whoever tells of it first', async () => {
  const open = await opened();
  const after = (product: string) => open.model.boughtAfter([product], all, 5);
  await open.record([look('a', 'tea', 0), look('a', 'pot', 1), order(1, ['pot'], 'a', 2)]);
  expect(after('tea')).toEqual([{ product: 'pot', anchor: 'tea', support: 1 }]);
  expect(after('pot')).toEqual([]);
  // The shop's own systems tell of it without knowing who was on the page.
  await open.record([look('b', 'tea', 3), order(2, ['mug'], 'customer', 4)]);
  expect(after('tea')).toHaveLength(1);
  await open.record([order(2, ['mug'], 'b', 5), order(2, ['mug'], 'b', 5)]);
  expect(after('tea')).toContainEqual({ product: 'mug', anchor: 'tea', support: 1 });
  // Who took it has not taken another thing in its place; nor who looked too long ago, afterwards, or is not to be learned from.
  const week = 7 * 1_440 * minute;
  await open.record([look('c', 'tea', 6), order(3, ['tea', 'bag'], 'c', 7)]);
  await open.record([look('d', 'tea', 0), order(4, ['rug'], 'd', week + 1)]);
  await open.record([order(5, ['hat'], 'e', 8), look('e', 'tea', 9), look('~f', 'tea', 8), order(6, ['cap'], '~f', 9)]);
  expect(after('tea')).toHaveLength(2);
  const refund = { id: 'back', visitor: 'shop', at: start + 10, name: 'refund', order: '1' };
  await open.record([refund]);
  expect(after('tea')).toEqual([{ product: 'mug', anchor: 'tea', support: 1 }]);
  await open.close();
});

test('what is ordered for somebody else is in the place of what was looked at for them, and of nothing that was looked at for oneself', async () => {
  const open = await opened();
  const after = (product: string) => open.model.boughtAfter([product], all, 5).map((found) => found.product);
  await open.record([look('a', 'tea', 0), look('a', 'kite', 1), look('a', 'rug', 2)]);
  await open.record([gift('a', true, ['kite', 'rug'], 3), forAnother(look('a', 'drum', 4))]);
  await open.record([gift('a', false, ['rug'], 5), gift('b', true, ['tea'], 5)]);
  await open.record([forAnother(order(1, ['ball'], 'a', 6)), order(2, ['mug'], 'a', 7)]);
  expect([after('kite'), after('drum')]).toEqual([['ball'], ['ball']]);
  expect([after('tea'), after('rug')]).toEqual([['mug'], ['mug']]);
  await open.close();
  const again = await opened();
  expect(again.model.boughtAfter(['tea'], all, 5)).toEqual([{ product: 'mug', anchor: 'tea', support: 1 }]);
  expect(again.model.boughtAfter(['kite'], all, 5)).toEqual([{ product: 'ball', anchor: 'kite', support: 1 }]);
  await again.close();
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

test('what came back, or was cancelled, is bought together no more: at once, and the same after the shop was closed', async () => {
  const products = ['tea', 'pot', 'cup', 'bag', 'rug'];
  const bought = fc.array(fc.uniqueArray(fc.constantFrom(...products), { minLength: 1 }), {
    minLength: 1,
    maxLength: 12,
  });
  const change = fc.record({
    order: fc.nat(11),
    how: fc.constantFrom('all of it', 'cancelled', ...products),
  });
  let files = 0;
  await fc.assert(
    fc.asyncProperty(bought, fc.array(change, { maxLength: 8 }), async (orders, changes) => {
      const file = `returns ${files++}.db`;
      const open = await opened(file);
      await open.record(orders.flatMap((items, number) => [look(`buyer ${number}`, 'lens', 0), order(number, items)]));
      for (const [place, { order: number, how }] of changes.entries()) {
        const about = {
          id: `change ${place}`,
          visitor: 'shop',
          at: start + (100 + place) * minute,
          order: String(number),
        };
        if (how === 'cancelled') await open.record([{ ...about, name: 'order_status', params: { status: how } }]);
        else {
          const items = how === 'all of it' ? {} : { items: [{ id: how, quantity: 1 }] };
          await open.record([{ ...about, name: 'refund', ...items }]);
        }
      }
      const answer = (shop: OpenShop) =>
        products.map((id) => [shop.model.boughtWith([id], now, all, 9), shop.model.popular(all, 9)]);
      const instead = ({ model }: OpenShop) => model.boughtAfter(['lens'], all, 9);
      const afterLens = instead(open);
      const answers = answer(open);
      await open.close();
      const again = await opened(file);
      expect(answer(again)).toEqual(answers);
      expect(instead(again)).toEqual(afterLens);
      await again.close();

      const left = orders.map((items, number) =>
        items.filter(
          (id) => !changes.some(({ order, how }) => order === number && (how === id || !products.includes(how))),
        ),
      );
      for (const product of products) {
        const support = left.filter((items) => items.includes(product)).length;
        expect(afterLens.filter((found) => found.product === product)).toEqual(
          support === 0 ? [] : [{ product, anchor: 'lens', support }],
        );
      }
      for (const [place, [found = []]] of answers.entries()) {
        const beside = new Set(left.filter((items) => items.includes(products[place] ?? '')).flat());
        beside.delete(products[place] ?? '');
        expect(new Set(found.map(({ product }) => product))).toEqual(beside);
      }
    }),
    { numRuns: 25 },
  );
});

test('what somebody took out of the cart again is no sign that it goes with the rest of their visit', async () => {
  const open = await opened();
  const drop = { ...look('a', 'lamp', 3), id: 'drop', name: 'remove_from_cart' };
  await open.record([look('a', 'tea', 0), look('a', 'lamp', 1), look('a', 'pot', 2)]);
  expect(open.model.next(['tea'], now, all, 5).map(({ product }) => product)).toContain('lamp');
  await open.record([drop]);
  expect(open.model.next(['tea'], now, all, 5)).toEqual([{ product: 'pot', anchor: 'tea', support: 1 }]);
  await open.close();
});

test('what an erased person looked at together is in no answer after the next learning, nor in what is kept', async () => {
  const open = await opened();
  await open.record(crowd(100));
  await open.record([look('anna', 'ring', 0), look('anna', 'veil', 1), order(900, ['gown'], 'anna', 2)]);
  await open.learn();
  expect(open.model.next(['ring'], now, all, 5)).toEqual([{ product: 'veil', anchor: 'ring', support: 1 }]);
  expect(open.model.boughtAfter(['ring'], all, 5)).toEqual([{ product: 'gown', anchor: 'ring', support: 1 }]);
  const before = open.model.boughtAfter(['P1'], all, 5);
  await erasePerson('anna', open, { by: 'command' }, now);
  expect(await keptIn(open)).toEqual([]);
  await open.learn();
  expect(open.model.boughtAfter(['ring'], all, 5)).toEqual([]);
  expect(open.model.boughtAfter(['P1'], all, 5)).toEqual(before);
  expect(open.model.next(['ring'], now, all, 5)).toEqual([]);
  const { next } = answersOf(open)[0] ?? { next: [] };
  expect(next.length).toBeGreaterThan(0);
  expect(before.length).toBeGreaterThan(0);
  await open.close();
});
