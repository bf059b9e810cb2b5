import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFeedJob, type FeedJob } from '../server/feeds/feed-job.ts';
import { claimDue, feedOf, leaseFor, nextDue, removeFeed, runsOf, setFeed } from '../server/feeds/schedule.ts';
import { createUnderWay } from '../server/feeds/under-way.ts';
import { askOutside, refusesNothing } from '../server/node/ask-outside.ts';
import { type DataFolder, openDataFolder } from '../server/node/data-folder.ts';
import { createShop } from '../server/shops/shops.ts';
import { shopsAtWork } from '../server/shops-at-work.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';

const minute = 60_000;
const csv = (price: number) => `id,title,price,link\nA,Tea,${price},https://shop.example/a\n`;

let path = '';
let folder: DataFolder;
let shops: ReturnType<typeof shopsAtWork>;
let server: FeedServer;
let clock = 0;
let wake: number | null = null;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'feed-job-'));
  folder = await openDataFolder(path, new URL('../dist/file-thread.js', import.meta.url));
  const { directory, openStore } = folder;
  const shop = { name: 'Shop', origins: '', currency: 'UAH', timeZone: 'UTC', demo: false };
  await createShop(directory, { key: 'one', ...shop }, 0);
  await createShop(directory, { key: 'two', ...shop }, 0);
  shops = shopsAtWork({ directory, openStore, now: () => clock });
  server = await startFeedServer();
  clock = 1_000_000_000_000;
  wake = null;
});
afterEach(async () => {
  await server.stop();
  await shops.close();
  await folder.close();
  await rm(path, { recursive: true });
});

const wakeAt = (at: number | null) => {
  wake = at;
};
const aJob = (): FeedJob =>
  createFeedJob({
    ...{ now: () => clock, directory: folder.directory, openShop: shops.get, underWay: createUnderWay() },
    ...{ ask: askOutside(refusesNothing), wakeAt },
  });
const set = (url: string, words = {}, shop = 'one') =>
  setFeed(
    folder.directory,
    shop,
    { url, user: null, password: null, everyMinutes: 60, mapping: '{}', ...words },
    clock,
  );
const priceOf = async (shop = 'one') => (await shops.get(shop))?.catalog.get('A')?.price ?? null;
const runs = () => runsOf(folder.directory, 'one');

describe('a feed', () => {
  test('is fetched when it is due, and again each time after its interval', async () => {
    let price = 1;
    await set(server.answer('/feed', (_, response) => void response.end(csv(price++))));
    const job = aJob();
    await job.runDue();
    expect([await priceOf(), wake]).toEqual([100, clock + 60 * minute]);
    clock += 59 * minute;
    await job.runDue();
    expect(server.asked).toHaveLength(1);
    clock += minute;
    await job.runDue();
    expect([await priceOf(), server.asked.length]).toEqual([200, 2]);
    expect(await runs()).toMatchObject([{ outcome: 'taken', kept: 1 }, { outcome: 'taken' }]);
  });

  test('is asked for only if it has changed', async () => {
    const known: unknown[] = [];
    await set(
      server.answer('/feed', ({ headers }, response) => {
        known.push([headers['if-none-match'], headers['if-modified-since']]);
        if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"1"', 'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT' }).end(csv(1));
      }),
    );
    for (let time = 0; time < 3; time++) {
      await aJob().runDue();
      clock += 60 * minute;
    }
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'taken']);
    const said = ['"1"', 'Sat, 21 Nov 2026 10:00:00 GMT'];
    expect(known).toEqual([[undefined, undefined], said, said]);
    expect(await priceOf()).toBe(100);
  });

  test.each<[string, string, typeof server.answer extends (at: string, answer: infer A) => string ? A : never]>([
    ['is not there', 'not-found', (_, response) => void response.writeHead(404).end()],
    ['wants a password', 'not-allowed', (_, response) => void response.writeHead(401).end()],
    ['fails', 'server-error', (_, response) => void response.writeHead(503).end()],
    ['has no product', 'no-product', (_, response) => void response.end('id,title\nA,\n')],
    ['is empty', 'no-product', (_, response) => void response.end()],
    ['is cut off', 'unreadable', (_, response) => void response.end(`${csv(2)}B,"Kettle`)],
    ['hangs up', 'no-answer', ({ socket }) => void socket.destroy()],
    [
      'hangs up in the middle',
      'no-answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100_000 });
        response.write(csv(2), () => response.destroy());
      },
    ],
    ['is a broken archive', 'unreadable', (_, response) => void response.end(gzipSync(csv(2)).subarray(0, 40))],
  ])('that %s changes nothing, says so, and is tried again sooner', async (_, code, answer) => {
    await set(server.answer('/good', (_, response) => void response.end(csv(1))));
    await aJob().runDue();
    await set(server.answer('/bad', answer), { everyMinutes: 1_440 });
    await aJob().runDue();
    expect((await runs())[0]).toMatchObject({ outcome: 'failed', code, kept: 0, detail: expect.any(String) });
    expect([await priceOf(), wake]).toEqual([100, clock + 15 * minute]);
    clock += 15 * minute;
    await aJob().runDue();
    expect(wake).toBe(clock + 30 * minute);
  });

  test('may be packed, behind a password, and somewhere else than it was; the password goes to nobody else', async () => {
    const other = await startFeedServer('127.0.0.2');
    try {
      const elsewhere = other.answer('/feed', (_, response) => void response.end(gzipSync(csv(1))));
      await set(
        server.answer('/feed', (_, response) => void response.writeHead(302, { location: elsewhere }).end()),
        { user: 'olha', password: 'пароль' },
      );
      await aJob().runDue();
      expect(await priceOf()).toBe(100);
      const sent = [...server.asked, ...other.asked].map(({ headers }) => headers.authorization);
      expect(sent).toEqual([`Basic ${Buffer.from('olha:пароль').toString('base64')}`, undefined]);
    } finally {
      await other.stop();
    }
  });

  test('is fetched by one of two processes, and by each shop for itself', async () => {
    const slow = server.answer('/feed', (_, response) => void setTimeout(() => response.end(csv(1)), 50));
    await set(slow);
    await set(slow, {}, 'two');
    await Promise.all([aJob().runDue(), aJob().runDue(), aJob().runDue()]);
    expect(server.asked).toHaveLength(2);
    expect([await priceOf(), await priceOf('two')]).toEqual([100, 100]);
  });

  test('whose process has died in the middle is fetched by the next one, once the lease has run out', async () => {
    await set(server.answer('/feed', (_, response) => void response.end(csv(1))));
    await claimDue(folder.directory, 'a process that is gone', clock);
    await aJob().runDue();
    expect([server.asked.length, wake]).toEqual([0, clock + leaseFor]);
    clock += leaseFor;
    await aJob().runDue();
    expect(await priceOf()).toBe(100);
  });

  test('that is broken off as we stop is due at once for the next process', async () => {
    await set(server.answer('/feed', () => {}));
    const job = aJob();
    const running = job.runDue();
    await expect.poll(() => server.asked.length).toBe(1);
    await job.stop();
    await running;
    server.answer('/feed', (_, response) => void response.end(csv(1)));
    await aJob().runDue();
    expect([await priceOf(), (await runs()).length]).toEqual([100, 1]);
  });

  test('that was changed while it was fetched is fetched anew', async () => {
    const next = server.answer('/next', (_, response) => void response.end(csv(2)));
    await set(server.answer('/feed', (_, response) => void set(next).then(() => response.end(csv(1)))));
    await aJob().runDue();
    expect([await priceOf(), (await feedOf(folder.directory, 'one'))?.url]).toEqual([200, next]);
  });

  test('keeps its latest runs, and leaves none behind when it is removed', async () => {
    await set(server.answer('/feed', (_, response) => void response.end(csv(1))));
    for (let time = 0; time < 23; time++) {
      await aJob().runDue();
      clock += 60 * minute;
    }
    expect((await runs()).map(({ startedAt }) => startedAt)[0]).toBe(clock - 60 * minute);
    expect(await folder.directory.all('SELECT count(*) FROM feed_runs', [])).toEqual([[20]]);
    expect(await runs()).toHaveLength(20);
    await removeFeed(folder.directory, 'one');
    expect([await runs(), await nextDue(folder.directory)]).toEqual([[], null]);
  });
});
