import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../server/app.ts';
import { createFeedJob } from '../server/feeds/feed-job.ts';
import { createUnderWay } from '../server/feeds/under-way.ts';
import { askOutside } from '../server/node/ask-outside.ts';
import { openDataFolder } from '../server/node/data-folder.ts';
import { argon2Passwords } from '../server/node/passwords.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { shopsAtWork } from '../server/shops-at-work.ts';

let path = '';
let folder: Awaited<ReturnType<typeof openDataFolder>>;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'openapi-'));
  folder = await openDataFolder(path, new URL('../dist/file-thread.js', import.meta.url));
  const { directory, openStore } = folder;
  const shops = shopsAtWork({ directory, openStore, now: Date.now });
  app = createApp({
    now: Date.now,
    directory,
    shops,
    outbox: createOutbox({ now: Date.now, shops, ask: askOutside() }),
    passwords: argon2Passwords,
    feeds: createFeedJob({
      ...{ now: Date.now, directory, openShop: async () => null, ask: askOutside() },
      ...{ underWay: createUnderWay(), wakeAt: () => {} },
    }),
    assets: async () => null,
    addressOf: () => '',
    rateLimits: 1,
    placeOf: () => ({}),
    later: (work) => void work,
    failed: (error) => console.error(error),
  });
});

afterAll(async () => {
  await folder?.close();
  await rm(path, { recursive: true });
});

test('every call below /v1 is in the document, and the document has no other', async () => {
  const document = (await (await app.request('/openapi.json')).json()) as { paths: Record<string, object> };
  const described = Object.entries(document.paths).flatMap(([at, calls]) =>
    Object.keys(calls).map((method) => `${method.toUpperCase()} ${at}`),
  );
  const mounted = app.routes
    // `ALL` is middleware; a browser's question before a call is part of the call.
    .filter((route) => route.path.startsWith('/v1/') && route.method !== 'ALL' && route.method !== 'OPTIONS')
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '')}`);
  expect(mounted.length).toBeGreaterThan(5);
  expect([...new Set(mounted)].sort()).toEqual(described.sort());
});
