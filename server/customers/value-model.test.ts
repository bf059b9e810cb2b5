import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import type { Customer } from './load-customers.ts';
import { openValueModels } from './value-model.ts';

const day = 86_400_000;
const hour = day / 24;
const now = 1_800_000_000_000;

let folder = '';
let threads: { writer: Thread; reader: Thread };
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'value-model-'));
  const thread = new URL('../../dist/file-thread.js', import.meta.url);
  threads = { writer: startThread(thread), reader: startThread(thread) };
  store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
});

afterAll(async () => {
  await store.close();
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

/** Customers who come every `gap` days, the nth of them n times. */
const regulars = (count: number, gap: number): Customer[] =>
  Array.from({ length: count }, (_, person) => ({
    person: `p${person}`,
    orders: Array.from({ length: 1 + (person % 6) }, (_, order) => ({
      at: now - (order * gap + 5) * day,
      net: 2_000,
    })).reverse(),
  }));

test('a shop that is opened again knows its customers as it did, and learns anew when that is old or the shop has grown', async () => {
  const customers = regulars(60, 20);
  const first = await openValueModels(store, () => now);
  expect(first.current.at).toBeNull();
  await first.refresh(customers);
  expect(first.current).toMatchObject({ at: now, customers: 60 });

  const soon = await openValueModels(store, () => now + hour);
  expect(soon.current.models).toEqual(first.current.models);
  expect(soon.current.clock).not.toEqual(first.current.clock);
  await soon.refresh(customers);
  expect(soon.current.at).toBe(now);
  expect(soon.current.clock).not.toEqual((await openValueModels(store, () => now)).current.clock);

  await soon.refresh(regulars(90, 20));
  expect(soon.current).toMatchObject({ at: now + hour, customers: 90 });

  const late = await openValueModels(store, () => now + day);
  await late.refresh(regulars(90, 20));
  expect(late.current.at).toBe(now + day);
});
