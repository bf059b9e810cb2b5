import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { signAssertion } from '../../identity/assertion.ts';
import { createShop, findShop, setOrigins } from '../../shops/shops.ts';
import type { Shop } from '../../shops/table.ts';
import { createOwner, staffByEmail } from '../../staff/accounts.ts';
import { createLink } from '../../staff/sessions.ts';
import { keepDemoCosts } from '../demo-costs.ts';
import { keepDemoExperiments } from '../demo-experiments.ts';
import { keepDemoFinder } from '../demo-finder.ts';
import { keepDemoOrderForm } from '../demo-order-form.ts';
import { askDemoQuestions } from '../demo-questions.ts';
import { demoReplay } from '../demo-replay.ts';
import { keepDemoSegments } from '../demo-segments.ts';
import { importCatalog } from '../import-catalog.ts';
import { importOrders } from '../import-orders.ts';
import { type Running, startServer } from '../serve.ts';
import { readSettings } from '../settings.ts';
import type { Command, Terminal } from './command.ts';
import { serverHelp, serverOptions } from './serve.ts';

/** What we ask of the demo shop's bundle. It is a shop like any other, so nothing of it is imported here. */
interface DemoModule {
  prepareDemo(options: { dataDir: string; dir: string; origin: string }): Promise<Demo>;
  createTraffic(options: Demo & { origin: string; site: string; sign: Sign }): Traffic;
  createShop(
    options: Demo & { vitrina: { origin: string; site: string }; sign: Sign; traffic: Traffic; assetsDir: string },
  ): Hono;
}

interface Demo {
  catalogFile: string;
  ordersFile: string;
  /** UTC day of which it is made, `2026-11-22`. */
  day: string;
}

interface Traffic {
  start(): void;
  stop(): Promise<void>;
}

type Sign = (customer: { id: string; name: string }, contact?: { email: string; phone: string }) => Promise<string>;

const key = 'demo';
const timeZone = 'Europe/London';
const owner = 'owner@demo.example';
const bundle = new URL('./demo.js', import.meta.url);
const shopFolder = fileURLToPath(new URL('../test/shop/', import.meta.url));

export const demoCommand: Command = {
  summary: 'run everything with a demo shop on real data',
  help: `vitrina demo [options]

The catalogue and the orders of a British gift shop (UCI Online Retail, CC BY 4.0), moved so that the last order was
yesterday; simulated visitors walk through it. Two experiments are over: an effect of one was put in, none of the other. It
begins anew each day.

${serverHelp}
  --no-traffic   no simulated visitors`,
  options: { ...serverOptions, 'no-traffic': { type: 'boolean' } },
  run: async (options, _, terminal) => {
    const settings = readSettings(
      { ...options, data: options.data ?? terminal.env.DATA_DIR ?? 'data/demo' },
      {
        ...terminal.env,
        // The simulated visitors say which country they are from as a proxy would.
        COUNTRY_HEADER: 'cf-ipcountry',
      },
    );
    let shop: Hono | null = null;
    let imported = () => {};
    const running = await startServer(settings, {
      ready: new Promise((resolve) => {
        imported = resolve;
      }),
      beside: (app) => {
        app.get('/', (c) => c.redirect('/shop'));
        const visit = (c: Context) =>
          shop?.fetch(c.req.raw, c.env) ?? c.html(preparing, 503, { 'retry-after': '2', refresh: '2' });
        app.all('/shop', visit).all('/shop/*', visit);
      },
    });
    const link = await openDirectory(running);
    terminal.out(`Shop   ${running.origin}/shop`);
    terminal.out(`Admin  ${running.origin}/admin/#link=${link}   (signs you in once; a new one at each start)`);
    terminal.progress("reading the shop's books");
    const { prepareDemo, createShop, createTraffic } = (await import(bundle.href)) as DemoModule;
    const dir = join(settings.dataDir, 'files');
    const demo = await prepareDemo({ dataDir: join(shopFolder, 'data'), dir, origin: running.origin });
    await takeIn(demo, running, settings.dataDir, terminal);
    imported();
    terminal.progress('folding profiles');
    const open = await running.shops.get(key);
    if (open) await keepDemoSegments(open.store, Date.now());
    if (open) await askDemoQuestions(open.questions);
    if (open) await keepDemoFinder(open.finders, open.catalog, open.shop.currency);
    if (open) await keepDemoOrderForm(open.orderForm);
    if (open) await keepDemoCosts(open.store, Date.now());
    await running.shops.refresh();
    const { identitySecret } = await demoShop(running);
    const sign: Sign = ({ id, name }, contact) => {
      const verified = contact && {
        ...{ email: contact.email, email_verified: true },
        ...{ phone_number: contact.phone, phone_number_verified: true },
      };
      return signAssertion({ sub: id, name, ...verified }, identitySecret, Date.now());
    };
    const traffic = createTraffic({ ...demo, origin: running.origin, site: key, sign });
    const assetsDir = join(shopFolder, 'assets');
    const pages = createShop({ ...demo, vitrina: { origin: '', site: key }, sign, traffic, assetsDir });
    shop = new Hono().route('/shop', pages);
    if (options['no-traffic'] !== true) traffic.start();
    const stopped = terminal.stopped();
    terminal.out('Ready. Ctrl-C stops it.');
    await stopped;
    await traffic.stop();
    await running.stop();
  },
};

/** The demo's shop and owner, and a link that signs the owner in. */
async function openDirectory({ folder: { directory }, origin }: Running): Promise<string> {
  const now = Date.now();
  if (await findShop(directory, key)) await setOrigins(directory, key, sameHost(origin));
  else {
    const shop = { key, name: 'Gift shop', currency: 'GBP', timeZone, demo: true };
    await createShop(directory, { ...shop, origins: sameHost(origin).join('\n') }, now);
  }
  const found = await staffByEmail(directory, owner);
  const { id } =
    found ?? (await createOwner(directory, { name: 'Demo owner', email: owner, shop: key, password: null }, now));
  return createLink(directory, id, now);
}

/** People open the demo under either name. */
function sameHost(origin: string): string[] {
  const names = ['127.0.0.1', 'localhost'];
  return names.some((name) => origin.includes(`//${name}:`))
    ? names.map((name) => origin.replace(/\/\/[^:]+:/, `//${name}:`))
    : [origin];
}

async function demoShop({ folder: { directory } }: Running): Promise<Shop> {
  const shop = await findShop(directory, key);
  if (!shop) throw new Error('the demo has lost its shop');
  return shop;
}

/** Imports the shop's own files, with what every merchant has: the orders once a day. */
async function takeIn(demo: Demo, { folder }: Running, dataDir: string, { progress }: Terminal): Promise<void> {
  const marker = join(dataDir, 'imported');
  const isImported = (await readFile(marker, 'utf8').catch(() => '')) === demo.day;
  if (!isImported) {
    for (const end of ['', '-wal', '-shm']) await rm(join(dataDir, 'shops', `${key}.db${end}`), { force: true });
  }
  const store = await folder.openStore(key);
  await importCatalog(store, demo.catalogFile, { currency: 'GBP', now: Date.now() });
  if (isImported) return;
  const time = { today: demo.day, timeZone };
  await keepDemoExperiments(store, time);
  const books = { path: demo.ordersFile, eventsOf: demoReplay(time) };
  await importOrders(store, books, (lines) => progress(`${lines.toLocaleString('en')} order lines`));
  await writeFile(marker, demo.day);
}

const preparing = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>One moment</title>
<body><h1>One moment</h1><p>The shop is taking in its orders. This page opens it by itself.</p></body></html>`;
