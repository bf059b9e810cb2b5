import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFeed } from '../feeds/take-feed.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { swapIfDue } from './swap-catalog.ts';

let folder = '';
let threads: { writer: Thread; reader: Thread };
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'swap-'));
  const script = new URL('../../dist/file-thread.js', import.meta.url);
  threads = { writer: startThread(script), reader: startThread(script) };
  store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
});

afterEach(async () => {
  await store.close();
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

const currency = 'EUR';

async function* feed(from: number, to: number, price: number) {
  for (let line = from; line < to; line++) {
    const words = { item_id: `P${line}`, item_name: `Tea ${line}`, price: `${price}`, cost: '1' };
    yield { line, row: { ...words, url: `https://shop.example/${line}` } };
  }
}

const inFile = async () =>
  new Map((await store.all('SELECT id, price FROM products', [])).map(([id, price]) => [String(id), Number(price)]));
const left = async () =>
  (await store.all("SELECT name FROM projections WHERE name = 'catalog' UNION ALL SELECT id FROM staged_products", []))
    .length;

/** The store, with a look at the file before and after each write. */
function watched(after: (before: Map<string, number>, now: Map<string, number>) => void): Store {
  return {
    ...store,
    write: async (statements) => {
      const before = await inFile();
      await store.write(statements);
      after(before, await inFile());
    },
  };
}

test('no transaction of a feed changes more than a few hundred products, for which events wait', async () => {
  await takeFeed(store, feed(0, 1_200, 5), { currency, now: 1_000 });
  let most = 0;
  const changed = (a: Map<string, number>, b: Map<string, number>) =>
    [...a.keys(), ...b.keys()].filter((id, place, all) => all.indexOf(id) === place && a.get(id) !== b.get(id)).length;
  const slow = watched((before, now) => {
    most = Math.max(most, changed(before, now));
  });
  expect(await takeFeed(slow, feed(600, 2_000, 7), { currency, now: 2_000 })).toMatchObject({ kept: 1_400 });
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(250);
  const all = await inFile();
  expect([all.size, all.has('P599'), all.get('P600'), all.get('P1999')]).toEqual([1_400, false, 700, 700]);
  expect(await left()).toBe(0);
});

test('a swap that breaks off anywhere is whole after the next opening', async () => {
  for (let breaks = 0; ; breaks++) {
    await takeFeed(store, feed(0, 900, 5), { currency, now: 1_000 });
    let isDue = false;
    let writes = 0;
    const dying: Store = {
      ...store,
      write: async (statements) => {
        if (isDue && writes++ === breaks) throw new Error('the plug is pulled');
        isDue ||= statements.some(({ sql }) => sql.includes("VALUES ('catalog'"));
        await store.write(statements);
      },
    };
    const taken = await takeFeed(dying, feed(300, 1_100, 7), { currency, now: 2_000 }).catch(() => null);
    await swapIfDue(store);
    const all = await inFile();
    expect([breaks, all.size, new Set(all.values())]).toEqual([breaks, 800, new Set([700])]);
    if (taken) break;
  }
});

const pasts = async () =>
  (await store.all('SELECT product, at, body FROM product_changes ORDER BY product', [])).map(([id, at, body]) => [
    id,
    at,
    JSON.parse(String(body)),
  ]);

test('a feed keeps what has changed in price or stock, and writes nothing of what has not', async () => {
  const day = 86_400_000;
  await takeFeed(store, feed(0, 600, 5), { currency, now: 1_000 });
  await takeFeed(store, feed(0, 600, 5), { currency, now: day });
  expect(await pasts()).toEqual([]);
  async function* changed() {
    yield* feed(0, 598, 5);
    yield* feed(599, 600, 4);
  }
  await takeFeed(store, changed(), { currency, now: 2 * day });
  const gone = { prices: [[2 * day, 500, 'EUR']], cameIn: null, wentOut: 2 * day };
  const cheaper = { prices: [[2 * day, 500, 'EUR']], cameIn: null, wentOut: null };
  expect(await pasts()).toEqual([
    ['P598', 2 * day, gone],
    ['P599', 2 * day, cheaper],
  ]);
  await takeFeed(store, feed(0, 600, 5), { currency, now: 3 * day });
  expect(await pasts()).toMatchObject([
    ['P598', 3 * day, { ...gone, cameIn: 3 * day }],
    ['P599', 3 * day, { prices: [[3 * day, 400, 'EUR']] }],
  ]);
  await takeFeed(store, feed(0, 600, 5), { currency, now: 120 * day });
  expect(await pasts()).toEqual([]);
});

test('a swap that breaks off notes each change once', async () => {
  const whole = { prices: [[2_000, 500, 'EUR']] };
  for (let breaks = 0; ; breaks++) {
    await takeFeed(store, feed(0, 600, 5), { currency, now: 1_000 });
    await store.write([{ sql: 'DELETE FROM product_changes', params: [] }]);
    let isDue = false;
    let writes = 0;
    const dying: Store = {
      ...store,
      write: async (statements) => {
        if (isDue && writes++ === breaks) throw new Error('the plug is pulled');
        isDue ||= statements.some(({ sql }) => sql.includes("VALUES ('catalog'"));
        await store.write(statements);
      },
    };
    const taken = await takeFeed(dying, feed(0, 600, 7), { currency, now: 2_000 }).catch(() => null);
    await swapIfDue(store);
    const kept = await pasts();
    expect(kept).toHaveLength(600);
    for (const [, , past] of kept) expect(past).toMatchObject(whole);
    if (taken) break;
  }
});
