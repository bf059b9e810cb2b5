import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { Campaign } from '../../server/campaigns/campaign.ts';
import { type OpenShop, openShop } from '../../server/collect/open-shop.ts';
import { type LogEvent, toRow } from '../../server/log/log-event.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { startThread } from '../../server/node/threads.ts';
import { resultRoutes } from '../../server/results/routes.ts';
import { migrations } from '../../server/store/migrations.ts';
import { timed } from './timed.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27, 12);
const days = 60;
const batch = 2_000;
const shop = {
  ...{ key: 'bench', name: 'Bench', origins: '', currency: 'EUR', timeZone: 'Europe/Kyiv', demo: false },
  ...{ tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};
const campaign = Campaign.parse({
  ...{ id: 'letter', version: 1, name: 'Letter', state: 'running', place: { kind: 'slot', slot: 'home' } },
  ...{ audience: null, rungs: ['profile'], pages: { only: [], never: [] } },
  products: { categories: [], brands: [], products: [] },
  schedule: { from: null, until: null, days: [], hours: null },
  caps: { session: null, day: null, ever: null, hoursBetween: 0 },
  ...{ priority: 50, sells: false, goal: { event: 'purchase', days: 30 }, againAfter: null, holdout: 10 },
  split: { by: 'thompson', floor: 10 },
  variants: ['a', 'b'].map((id) => ({ id, weight: 1, content: { widget: 'shelf', recipe: 'popular' } })),
  cost: { once: 0, perView: 0, perClick: 0, perGoal: 0 },
});

/**
 * What a campaign brings with so many people who were drawn: following the log from its beginning, then each report for the first time
 * and twice more. How long each takes, and for how long the event loop does nothing else meanwhile, at its longest.
 */
export async function benchResults(people: number, progress: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const script = new URL('../file-thread.js', import.meta.url);
  const threads = { writer: startThread(script), reader: startThread(script) };
  const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
  try {
    progress('making a shop');
    for (let made = 0; made < people; made += batch) {
      const events = Array.from({ length: batch }, (_, place) => eventsAt(made + place, people));
      await store.append(events.flat().map(toRow));
    }
    progress('opening it');
    const open = await openShop(shop, store, () => now);
    await open.campaigns.keep(campaign, 0, { at: now - days * day, by: 'bench', note: '' });
    progress('following the log');
    const { result: _, ...follow } = await timed(() => open.results.refresh());
    const app = new Hono<{ Variables: { shop: OpenShop } }>()
      .use(async (c, next) => {
        c.set('shop', open);
        await next();
      })
      .route('/', resultRoutes({ now: () => now }));
    const ask = async (address: string, init?: RequestInit) => {
      const { result, ...figures } = await timed(async () => {
        const response = await app.request(address, init);
        return { ok: response.ok, text: await response.text() };
      });
      if (!result.ok) throw new Error(`${address} answered ${result.text}`);
      return figures;
    };
    const splits = {
      method: 'POST',
      body: JSON.stringify({ from: 0, count: 10 }),
      headers: { 'content-type': 'application/json' },
    };
    const asked: [name: string, address: string, init?: RequestInit][] = [
      ['campaign', '/letter'],
      ['all', '/'],
      ['learnShares', '/letter/shares', { method: 'POST' }],
      ['tenSplits', '/self-test', splits],
    ];
    const found: Record<string, object> = {};
    for (const [name, address, init] of asked) {
      progress(name);
      found[name] = [await ask(address, init), await ask(address, init), await ask(address, init)];
    }
    await open.close();
    return { people, follow, ...found };
  } finally {
    await Promise.all([threads.writer.end(), threads.reader.end()]);
    await rm(folder, { recursive: true });
  }
}

/** One in twenty sees no campaign, one in ten of the others goes without, and one in nine buys. */
function eventsAt(place: number, all: number): LogEvent[] {
  const at = now - Math.floor((1 - place / all) * (days - 1) * day) - 3_600_000;
  const visitor = `visitor-${place}`;
  const drawn = { id: 'letter', version: 1 };
  const without =
    place % 20 === 0
      ? { ...drawn, propensity: 0.05, why: 'held-out' as const }
      : place % 10 === 1
        ? { ...drawn, propensity: 0.1, why: 'goes-without' as const }
        : null;
  const variant = place % 2 === 0 ? 'a' : 'b';
  const id = without ? `d${place}.0` : `d${place}.0.letter.${variant}`;
  const receipt = {
    ...{ id, slot: 'home', widget: without ? '' : 'shelf', rung: 'profile' as const, consent: {}, recipe: null },
    ...{ inputs: {}, steps: [], shown: [], arm: 'only', propensity: 1 },
    ...(without ? { without: [without] } : { campaign: { ...drawn, variant, propensity: 0.45 } }),
  };
  const events: LogEvent[] = [
    { id: `w${place}`, visitor, at, name: 'page_view', page: { id: '', path: '/' } },
    { id: `d${place}`, visitor, at, name: 'decision', page: { id: '', path: '/' }, receipts: [receipt] },
  ];
  if (!without) {
    const shown = { campaign: 'letter', variant, kind: 'slot' };
    events.push({ id: `s${place}`, visitor, at: at + 1_000, name: 'slot_view', shown });
  }
  const items = [{ id: 'P', quantity: 1, price: 900 + (place % 700) }];
  const sale = { visitor, currency: 'EUR', items, order: `${place}`, value: 900 };
  if (place % 9 === 3) events.push({ ...sale, id: `p${place}`, at: at + 5_000, name: 'purchase' });
  return events;
}
