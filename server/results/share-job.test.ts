import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Campaign } from '../campaigns/campaign.ts';
import { openShop } from '../collect/open-shop.ts';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import { sharesFor } from './learn-shares.ts';
import { createShareJob } from './share-job.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const start = Date.parse('2026-11-01T00:00:00Z');
const minute = 60_000;
const shop: Shop = {
  ...{ key: 'test', name: 'Test', origins: 'http://shop.example', currency: 'EUR', timeZone: 'UTC', demo: false },
  ...{ tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};
const content = { widget: 'shelf', recipe: 'popular' };
const campaign = Campaign.parse({
  ...{ id: 'learning', version: 1, name: 'Learning', state: 'running', place: { kind: 'slot', slot: 'home' } },
  ...{ audience: null, rungs: ['profile', 'context'], pages: { only: [], never: [] } },
  products: { categories: [], brands: [], products: [] },
  schedule: { from: null, until: null, days: [], hours: null },
  caps: { session: null, day: null, ever: null, hoursBetween: 0 },
  ...{ priority: 50, sells: false, goal: { event: 'sign_up', days: 7 }, againAfter: null, holdout: 0 },
  split: { by: 'thompson', floor: 5 },
  variants: ['a', 'b', 'c'].map((id) => ({ id, weight: id === 'c' ? 0 : 1, content })),
  cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
});

let folder = '';
let threads: { writer: Thread; reader: Thread };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-job-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

/** Somebody who was drawn, and perhaps signs up. */
function somebody(number: number, arm: string, signsUp: boolean): LogEvent[] {
  const [visitor, at] = [`v${number}`, start + number];
  const drawn = { id: 'learning', version: 1, propensity: 0.5, variant: arm };
  const receipt = {
    ...{ id: `${visitor}.0`, slot: 'home', widget: 'shelf', rung: 'profile' as const, consent: {}, recipe: null },
    ...{ inputs: {}, steps: [], shown: [], arm: 'only', propensity: 1, campaign: drawn },
  };
  return [
    { id: `${visitor}.1`, visitor, at, name: 'page_view' },
    { id: `${visitor}.2`, visitor, at, name: 'decision', receipts: [receipt] },
    ...(signsUp ? [{ id: `${visitor}.3`, visitor, at: at + 1, name: 'sign_up' }] : []),
  ];
}

test('a campaign that learns is drawn by what is known of it, once an hour, and as it was after a restart', async () => {
  const open = (name: string) => openFileStore(join(folder, name), migrations.shop, threads);
  let now = start + minute;
  const first = await openShop(shop, await open('shop.db'), () => now);
  await first.campaigns.keep(campaign, 0, { at: start, by: 'owner', note: '' });
  const sharesIn = ({ campaigns }: typeof first) => campaigns.plan.bySlot.get('home')?.[0]?.shares;
  const job = createShareJob(() => now);
  await first.record(
    Array.from({ length: 200 }, (_, number) => number).flatMap((number) =>
      somebody(number, 'ab'[number % 2] ?? '', number % 2 === 1 && number % 4 === 1),
    ),
  );
  await job(first);
  expect(sharesIn(first)).toEqual([0.05, 0.95, 0]);

  // Now the other one works: within the hour nobody looks.
  await first.record(
    Array.from({ length: 400 }, (_, number) => number + 200).flatMap((number) =>
      somebody(number, 'ab'[number % 2] ?? '', number % 2 === 0),
    ),
  );
  now += 59 * minute;
  await job(first);
  expect(sharesIn(first)).toEqual([0.05, 0.95, 0]);
  now += 2 * minute;
  await job(first);
  expect(sharesIn(first)).toEqual([0.95, 0.05, 0]);
  expect(first.campaigns.sharesOf('learning').map(({ version, shares }) => ({ version, shares }))).toEqual([
    { version: 1, shares: [0.05, 0.95, 0] },
    { version: 1, shares: [0.95, 0.05, 0] },
  ]);

  await first.close();
  const again = await openShop(shop, await open('shop.db'), () => now);
  expect(sharesIn(again)).toEqual([0.95, 0.05, 0]);
  // What the merchant keeps anew begins with its weights, and what was learnt of another version is not taken for it.
  await again.campaigns.keep({ ...campaign, state: 'paused' }, 1, { at: now, by: 'owner', note: '' });
  await again.campaigns.keep(campaign, 2, { at: now, by: 'owner', note: '' });
  await again.campaigns.learn({ id: 'learning', version: 1 }, [0, 1, 0], now);
  expect(sharesIn(again)).toEqual([0.5, 0.5, 0]);
  await again.close();
});

test('of nobody the shares are alike, of what has no weight there is none, and the floor holds', () => {
  expect(sharesFor(campaign, [])).toEqual([0.5, 0.5, 0]);
  const arms = [
    { arm: 'a', worth: 1_000, rate: 0.5 },
    { arm: 'b', worth: 1_000, rate: 0.1 },
  ];
  expect(sharesFor(campaign, arms)).toEqual([0.95, 0.05, 0]);
});
