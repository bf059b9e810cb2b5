import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../server/app.ts';
import { createFeedJob } from '../server/feeds/feed-job.ts';
import { createUnderWay } from '../server/feeds/under-way.ts';
import { createKey } from '../server/keys/keys.ts';
import { exportedEvent } from '../server/log/event-schema.ts';
import { fromRow } from '../server/log/log-event.ts';
import { askOutside } from '../server/node/ask-outside.ts';
import { openDataFolder } from '../server/node/data-folder.ts';
import { filesIn } from '../server/node/files.ts';
import { argon2Passwords } from '../server/node/passwords.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { createShop } from '../server/shops/shops.ts';
import { type ShopsAtWork, shopsAtWork } from '../server/shops-at-work.ts';
import { createOwner } from '../server/staff/accounts.ts';
import { startSession } from '../server/staff/sessions.ts';
import { browserWords } from './collector/shopper.ts';
import { projectionsOf } from './durability/files.ts';
import { seeded } from './durability/random.ts';
import { runVitrina } from './durability/server-process.ts';
import { randomBody } from './fuzz/random-body.ts';

const bodies = 100_000;
const together = 1_000;
const shopOrigin = 'https://shop.example';

let path = '';
let folder: Awaited<ReturnType<typeof openDataFolder>> | null = null;
let shops: ShopsAtWork;
let app: ReturnType<typeof createApp>;
let site = '';
let secret = '';
let cookie = '';
const failures: unknown[] = [];

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'vitrina-fuzz-'));
  folder = await openDataFolder(path, new URL('../dist/file-thread.js', import.meta.url));
  const { directory, openStore } = folder;
  shops = shopsAtWork({ directory, openStore, now: Date.now });
  app = createApp({
    now: Date.now,
    directory,
    shops,
    passwords: argon2Passwords,
    outbox: createOutbox({ now: Date.now, shops, ask: askOutside() }),
    assets: filesIn(fileURLToPath(new URL('../dist/public', import.meta.url))),
    addressOf: () => '203.0.113.1',
    rateLimits: 0,
    feeds: createFeedJob({
      ...{ now: Date.now, directory, openShop: async () => null, ask: askOutside() },
      ...{ underWay: createUnderWay(), wakeAt: () => {} },
    }),
    placeOf: () => ({}),
    later: (work) => void work.catch((error) => failures.push(error)),
    failed: (error) => failures.push(error),
  });
  const settings = { name: 'Fuzzed', origins: shopOrigin, currency: 'EUR', timeZone: 'UTC', demo: false };
  ({ key: site } = await createShop(directory, settings, Date.now()));
  ({ secret } = await createKey(directory, { shop: site, name: 'Fuzz' }, Date.now()));
  const owner = await createOwner(
    directory,
    { name: 'Olha', email: 'o@shop.example', password: await argon2Passwords.hash('0123456789'), shop: site },
    Date.now(),
  );
  cookie = `staff=${await startSession(directory, owner.id, Date.now())}`;
});

afterAll(async () => {
  await folder?.close();
  await rm(path, { recursive: true, force: true });
});

async function read(address: string): Promise<unknown> {
  const answer = await app.request(`/admin/api${address}`, { headers: { cookie } });
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.json();
}

test('100,000 random bodies: no failure of ours, and all that was kept can be read', {
  timeout: 1_200_000,
}, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`SEED=${seed} repeats this run's bodies`);
  const random = seeded(seed);
  const shop = await shops.get(site);
  if (!shop) throw new Error('no shop');
  const tokens = await Promise.all(
    Array.from({ length: 2_000 }, (_, number) => shop.tokens.sign({ visitor: `fuzz${number}`, issued: Date.now() })),
  );
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < bodies; sent += together) {
    const now = Date.now();
    const batch = Array.from({ length: together }, () => randomBody({ random, site, tokens, now }));
    const answers = await Promise.all(
      batch.map(({ path, body, cookie }) =>
        app.request(path, {
          method: 'POST',
          headers: {
            'user-agent': browserWords,
            'content-type': 'application/json',
            ...(/collect|handover/.test(path) ? { origin: shopOrigin } : { authorization: `Bearer ${secret}` }),
            ...(cookie === undefined ? {} : { cookie }),
          },
          body,
        }),
      ),
    );
    for (const [place, { status }] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500)
        expect.fail(
          `${batch[place]?.path} ${status}: ${new TextDecoder().decode(batch[place]?.body)}\n${failures.map((one) => (one instanceof Error ? one.stack : one))}`,
        );
    }
    if (sent % 10_000 === 0) await shops.save();
  }
  console.info(Object.fromEntries(statuses));
  expect(failures).toEqual([]);
  // Enough got in, and enough was turned away, that both were tried.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(bodies / 5);
  expect((statuses.get(422) ?? 0) + (statuses.get(400) ?? 0)).toBeGreaterThan(bodies / 5);

  let kept = 0;
  for (let seq = 0; ; ) {
    const rows = await shop.store.all(
      'SELECT id, visitor, at, name, body, seq FROM log WHERE seq > ? ORDER BY seq LIMIT 5000',
      [seq],
    );
    for (const row of rows) exportedEvent(fromRow(row));
    kept += rows.length;
    const last = rows.at(-1);
    if (!last) break;
    seq = Number(last[5]);
  }
  expect(kept).toBeGreaterThan(bodies / 4);

  const visitors: string[] = [];
  for (let cursor = ''; visitors.length < 300; ) {
    const page = (await read(`/visitors${cursor}`)) as { visitors: { id: string }[]; next: string | null };
    visitors.push(...page.visitors.map(({ id }) => id));
    if (page.next === null) break;
    cursor = `?cursor=${encodeURIComponent(page.next)}`;
  }
  for (const id of visitors) {
    await read(`/visitors/${encodeURIComponent(id)}`);
    await read(`/visitors/${encodeURIComponent(id)}/timeline`);
  }
  for (const address of ['/live', '/doctor', '/install', '/keys']) await read(address);
  const exported = await app.request('/v1/export', { headers: { authorization: `Bearer ${secret}` } });
  for (const line of (await exported.text()).trim().split('\n')) JSON.parse(line);
  expect(failures).toEqual([]);

  await shops.close();
  await folder?.close();
  folder = null;
  const file = join(path, 'shops', `${site}.db`);
  const made = projectionsOf(file);
  await runVitrina(['rebuild', '--data', path]);
  const anew = projectionsOf(file);
  expect(anew.filter((row, place) => row !== made[place])).toEqual([]);
  expect(anew.length).toBe(made.length);
});
