import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createCatalog } from '../../server/catalog/catalog.ts';
import { changeCatalog } from '../../server/catalog/change-catalog.ts';
import type { Product } from '../../server/catalog/product.ts';
import { type OpenShop, openShop } from '../../server/collect/open-shop.ts';
import { earningRoutes } from '../../server/earnings/routes.ts';
import { finderRoutes } from '../../server/finders/routes.ts';
import { type LogEvent, toRow } from '../../server/log/log-event.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { startThread } from '../../server/node/threads.ts';
import { migrations } from '../../server/store/migrations.ts';
import { timed } from './timed.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27, 12);
const days = 60;
const products = 100_000;
const visitors = 20_000;
const batch = 2_000;
const colours = ['red', 'green', 'blue', 'white', 'black', 'grey', 'pink', 'brown', 'gold'];
const shop = {
  ...{ key: 'bench', name: 'Bench', origins: '', currency: 'EUR', timeZone: 'Europe/Kyiv', demo: false },
  ...{ tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};

/**
 * Reports of the panel at 100,000 products: each by its address, once for the first time and then twice more. How long each takes, and
 * for how long the event loop does nothing else meanwhile, at its longest.
 */
export async function benchReports(decisions: number, progress: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const script = new URL('../file-thread.js', import.meta.url);
  const threads = { writer: startThread(script), reader: startThread(script) };
  const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
  try {
    progress('making a shop');
    const catalog = createCatalog([]);
    for (let made = 0; made < products; made += batch)
      await changeCatalog({ store, catalog }, { put: several(made, productAt), remove: [], now: 0 });
    for (let made = 0; made < decisions; made += batch)
      await store.append(
        several(made, (place) => eventsAt(place, decisions))
          .flat()
          .map(toRow),
      );
    progress('opening it');
    const open = await openShop(shop, store, () => now);
    const app = new Hono<{ Variables: { shop: OpenShop } }>()
      .use(async (c, next) => {
        c.set('shop', open);
        await next();
      })
      .route('/earnings', earningRoutes())
      .route('/finders', finderRoutes({ now: () => now }));
    const period = '?from=2026-10-01&to=2026-11-27';
    const addresses = {
      results: `/earnings${period}`,
      products: `/earnings/products${period}`,
      clicks: `/earnings/clicks${period}&product=${productAt(5 * 131).id}`,
      brings: `/earnings/brings${period}`,
      coverage: `/earnings/coverage${period}`,
      cold: `/earnings/cold${period}`,
      file: `/earnings/files/products.csv${period}`,
      finders: '/finders',
    };
    const ask = async (address: string) => {
      const { result, ...figures } = await timed(async () => {
        const response = await app.request(address);
        return { ok: response.ok, text: await response.text() };
      });
      if (!result.ok) throw new Error(`${address} answered ${result.text}`);
      return { ...figures, bytes: result.text.length };
    };
    const found: Record<string, object> = {};
    for (const [name, address] of Object.entries(addresses)) {
      progress(name);
      found[name] = [await ask(address), await ask(address), await ask(address)];
    }
    await open.close();
    return { products, decisions, ...found };
  } finally {
    await Promise.all([threads.writer.end(), threads.reader.end()]);
    await rm(folder, { recursive: true });
  }
}

function several<T>(from: number, of: (place: number) => T): T[] {
  return Array.from({ length: batch }, (_, place) => of(from + place));
}

function productAt(place: number): Product {
  const attributes = [
    { name: 'color', value: colours[place % colours.length] ?? '' },
    { name: 'weight', value: 100 + ((place * 7) % 900), unit: 'g' },
    { name: 'series', value: `Series ${place % 700}` },
  ];
  return {
    ...{ id: `P${place}`, name: `${colours[place % 7]} thing no. ${place}`, category: `Shelf ${place % 300}` },
    ...{ brand: `Brand ${place % 900}`, price: 500 + ((place * 37) % 9_000), currency: 'EUR' },
    ...{ cost: null, costCurrency: null, details: { attributes }, image: null, url: `https://shop.example/${place}` },
    ...{ inStock: place % 9 > 0, addedAt: place * 60_000 },
  };
}

/** A decision, of which a third is looked at, one in five opened, one in ten put into a cart and one in twenty bought. */
function eventsAt(place: number, all: number): LogEvent[] {
  const at = now - Math.floor((1 - place / all) * (days - 1) * day) - 3_600_000;
  const visitor = `visitor-${(place * 7_919) % visitors}`;
  const shown = Array.from({ length: 8 }, (_, nth) => productAt((place * 131 + nth * 977) % products).id);
  const [first = ''] = shown;
  const decision = `d${place}.0`;
  const params = { decision, item_id: first };
  const isWithout = place % 10 === 0;
  const events: LogEvent[] = [
    {
      ...{ id: `d${place}`, visitor, at, name: 'decision', page: { id: '', path: '/' } },
      receipts: [
        {
          ...{
            id: decision,
            slot: place % 3 === 0 ? 'home' : 'product',
            widget: 'shelf',
            rung: 'profile',
            consent: {},
          },
          ...{ recipe: place % 3 === 0 ? 'for-you@2' : 'with-this@2', inputs: {}, steps: [] },
          ...{ arm: isWithout ? 'without' : 'shelf', propensity: isWithout ? 0.1 : 0.9 },
          shown: isWithout ? [] : shown.map((id) => ({ id, reason: { code: 'popular' }, score: 1 })),
        },
      ],
    },
  ];
  if (isWithout) return events;
  if (place % 3 === 0) events.push({ id: `v${place}`, visitor, at: at + 1_000, name: 'slot_view', params });
  if (place % 5 === 0) {
    events.push({ id: `c${place}`, visitor, at: at + 2_000, name: 'slot_click', params });
    events.push({ id: `l${place}`, visitor, at: at + 3_000, name: 'view_item', items: [{ id: first, quantity: 1 }] });
  }
  const items = [{ id: first, quantity: 1, price: 900 }];
  const sale = { visitor, currency: 'EUR', items };
  if (place % 10 === 5) events.push({ ...sale, id: `a${place}`, at: at + 4_000, name: 'add_to_cart' });
  if (place % 20 === 5)
    events.push({ ...sale, id: `p${place}`, at: at + 5_000, name: 'purchase', order: `${place}`, value: 900 });
  return events;
}
