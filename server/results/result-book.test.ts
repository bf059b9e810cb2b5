import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Campaign } from '../campaigns/campaign.ts';
import { type OpenShop, openShop } from '../collect/open-shop.ts';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import { allCampaigns } from './all-campaigns.ts';
import { campaignResults } from './campaign-results.ts';
import { forgetResults } from './result-book.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const start = Date.parse('2026-11-01T00:00:00Z');
const hour = 3_600_000;
const now = start + 500 * hour;
const shop: Shop = {
  ...{
    key: 'test',
    name: 'Test',
    origins: 'http://shop.example',
    currency: 'EUR',
    timeZone: 'Europe/Kyiv',
    demo: false,
  },
  ...{ tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};
const campaigns = ['one', 'two'] as const;

function campaignOf(id: string): Campaign {
  return Campaign.parse({
    ...{ id, version: 1, name: id, state: 'running', place: { kind: 'slot', slot: 'home' }, audience: null },
    ...{ rungs: ['profile', 'context'], pages: { only: [], never: [] } },
    products: { categories: [], brands: [], products: [] },
    schedule: { from: null, until: null, days: [], hours: null },
    caps: { session: null, day: null, ever: null, hoursBetween: 0 },
    ...{ priority: 50, sells: false, againAfter: null, holdout: 20, split: { by: 'thompson', floor: 10 } },
    goal: { event: id === 'one' ? 'purchase' : 'sign_up', days: 7 },
    variants: ['a', 'b'].map((variant) => ({
      id: variant,
      weight: 1,
      content: { widget: 'shelf', recipe: 'popular' },
    })),
    cost: { once: 0, perView: 1, perClick: 2, perGoal: 3 },
  });
}

/** What a few visitors do who are drawn into arms, also into several; two of them sign in as one person, now and then as another. */
const event: fc.Arbitrary<LogEvent> = fc
  .record({
    number: fc.nat(400),
    visitor: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5', 'v6'),
    hours: fc.nat(480),
    does: fc.constantFrom(
      'decision',
      'decision',
      'slot_view',
      'slot_click',
      'slot_dismiss',
      'purchase',
      'refund',
      'sign_up',
      'login',
    ),
    campaign: fc.constantFrom(...campaigns),
    arm: fc.constantFrom('a', 'b', '-', '*'),
    propensity: fc.constantFrom(0.08, 0.4, 0.72),
    order: fc.nat(12).map((number) => `O${number}`),
    value: fc.integer({ min: 1, max: 50_000 }),
    customer: fc.constantFrom('c1', 'c1', 'c2'),
  })
  .map(({ number, visitor, hours, does, campaign, arm, propensity, order, value, customer }): LogEvent => {
    const about = { id: `e${number}`, visitor, at: start + hours * hour, name: does };
    if (does === 'login') return { ...about, identity: { customer, evidence: 'signed' } };
    if (does === 'purchase' || does === 'refund') {
      const items = [{ id: 'P', quantity: 1, price: value }];
      return { ...about, order, currency: 'EUR', value, items };
    }
    if (does === 'sign_up') return about;
    if (does !== 'decision') return { ...about, shown: { campaign, variant: arm === 'b' ? 'b' : 'a', kind: 'slot' } };
    const drawn = { id: campaign, version: 1, propensity };
    const receipt = {
      ...{ id: about.id, slot: 'home', widget: 'shelf', rung: 'profile' as const, consent: {}, recipe: null },
      ...{ inputs: {}, steps: [], shown: [], arm: 'only', propensity: 1 },
    };
    if (arm === 'a' || arm === 'b')
      return { ...about, receipts: [{ ...receipt, campaign: { ...drawn, variant: arm } }] };
    const why = arm === '*' ? ('held-out' as const) : ('goes-without' as const);
    return { ...about, receipts: [{ ...receipt, without: [{ ...drawn, why }] }] };
  });

let folder = '';
let threads: { writer: Thread; reader: Thread };
let files = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'result-book-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

/** All that is told of campaigns, and the tables of which it is told. */
async function toldBy(open: OpenShop) {
  await open.results.refresh();
  const rows = (table: string) => open.store.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`, []);
  return {
    draws: await rows('campaign_draws'),
    days: await rows('campaign_days'),
    results: await Promise.all(campaigns.map((id) => campaignResults(id, open, now))),
    all: await allCampaigns(open, now),
  };
}

test('results that have followed the log are those that are made of it anew: whatever came late, again, back, or to people who were joined', async () => {
  let drawn = 0;
  const batches = fc.array(
    fc.record({ events: fc.array(event, { minLength: 10, maxLength: 60 }), isLookedAt: fc.boolean() }),
    {
      minLength: 2,
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      const open = await openShop(
        shop,
        await openFileStore(join(folder, `${files++}.db`), migrations.shop, threads),
        () => now,
      );
      for (const id of campaigns) await open.campaigns.keep(campaignOf(id), 0, { at: start, by: 'owner', note: '' });
      for (const { events, isLookedAt } of all) {
        // What is sent again, in one batch and in a later one, is there once.
        await open.record([...events, ...events.slice(0, 3)]);
        if (isLookedAt) await toldBy(open);
      }
      const followed = await toldBy(open);
      drawn += followed.draws.length;
      await open.store.write(forgetResults);
      expect((await open.store.all('SELECT count(*) FROM campaign_draws', []))[0]?.[0]).toBe(0);
      expect(await toldBy(open)).toEqual(followed);
      await open.close();
    }),
    { numRuns: 8, seed: 9 },
  );
  expect(drawn).toBeGreaterThan(60);
}, 120_000);
