import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toRow } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { orderSides } from './order-sides.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const since = 1_000_000;

let folder = '';
let threads: { writer: Thread; reader: Thread };
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'order-sides-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
  store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
});
afterEach(async () => {
  await store.close();
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

type Report = [side: 'page' | 'server', order: string, at: number];

async function sidesOf(...reports: Report[]) {
  await store.append(
    reports.map(([side, order, at]) =>
      toRow({
        ...{
          id: side === 'page' ? `order:${order}` : `order:${order}:server`,
          visitor: 'v',
          at,
          name: 'purchase',
          order,
        },
        ...(side === 'page' ? { page: { id: 'p', path: '/thanks' } } : {}),
      }),
    ),
  );
  return orderSides(store, since);
}

test('an order is one, whoever reported it', async () => {
  expect(
    await sidesOf(
      ['page', '1', since + 5],
      ['server', '1', since + 9],
      ['page', '2', since + 10],
      ['server', '3', since + 11],
    ),
  ).toEqual({ both: 1, browserOnly: 1, serverOnly: 1 });
});

test("an order that the shop dates before its own thank-you page is not missing on the shop's side", async () => {
  expect(await sidesOf(['server', '1', since + 5], ['page', '1', since + 9])).toMatchObject({
    both: 1,
    browserOnly: 0,
  });
});

test('an order of which one report falls before the first day has two sides all the same', async () => {
  expect(
    await sidesOf(['page', '0', since - 90_000_000], ['server', '1', since - 5], ['page', '1', since + 1]),
  ).toEqual({ both: 1, browserOnly: 0, serverOnly: 0 });
});

test('history that no browser has seen is no fault of the browser', async () => {
  expect(await sidesOf(['server', '1', since + 5], ['page', '2', since + 9])).toEqual({
    ...{ both: 0, browserOnly: 1, serverOnly: 0 },
  });
});
