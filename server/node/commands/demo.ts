import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signAssertion } from '../../identity/assertion.ts';
import { createShop, findShop, setOrigins } from '../../shops/shops.ts';
import type { Shop } from '../../shops/table.ts';
import { createOwner, staffByEmail } from '../../staff/accounts.ts';
import { createLink } from '../../staff/sessions.ts';
import { importCatalog } from '../import-catalog.ts';
import { importOrders } from '../import-orders.ts';
import { type Running, startServer } from '../serve.ts';
import { readSettings } from '../settings.ts';
import type { Command, Terminal } from './command.ts';
import { serverHelp, serverOptions } from './serve.ts';

/** What the demo shop gives us; it is a shop like any other, so nothing of it is imported here. */
interface DemoShop {
  catalogFile: string;
  ordersFile: string;
  /** UTC day of which it is made, `2026-11-22`. */
  day: string;
  /** Mounts the shop and, if wanted, lets its simulated visitors in. */
  open(options: { site: string; simulate: boolean; sign(customer: { id: string; name: string }): Promise<string> }): {
    fetch(request: Request): Response | Promise<Response>;
    close(): Promise<void>;
  };
}

interface DemoModule {
  prepareDemo(options: { dataDir: string; assetsDir: string; dir: string; origin: string }): Promise<DemoShop>;
}

const key = 'demo';
const owner = 'owner@demo.example';
const shopFolder = fileURLToPath(new URL('../test/shop/', import.meta.url));

export const demoCommand: Command = {
  summary: 'run everything with a demo shop on real data',
  help: `vitrina demo [options]

The catalogue and the orders of a British gift shop (UCI Online Retail, CC BY 4.0), moved so that the last order was
yesterday; simulated visitors walk through it. It begins anew each day.

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
    let shop: Awaited<ReturnType<DemoShop['open']>> | null = null;
    let imported = () => {};
    const running = await startServer(settings, {
      ready: new Promise((resolve) => {
        imported = resolve;
      }),
      beside: (app) => {
        app.get('/', (c) => c.redirect('/shop'));
        app.all(
          '/shop/*',
          (c) => shop?.fetch(c.req.raw) ?? c.html(preparing, 503, { 'retry-after': '2', refresh: '2' }),
        );
      },
    });
    const link = await openDirectory(running);
    terminal.out(`Shop   ${running.origin}/shop`);
    terminal.out(`Admin  ${running.origin}/admin/#link=${link}   (signs you in once; a new one at each start)`);
    const demo = await prepare(running, settings.dataDir, terminal);
    imported();
    terminal.progress('folding profiles');
    await running.shops.get(key);
    const { identitySecret } = await demoShop(running);
    shop = demo.open({
      site: key,
      simulate: options['no-traffic'] !== true,
      sign: ({ id, name }) => signAssertion({ sub: id, name }, identitySecret, Date.now()),
    });
    terminal.out('Ready. Ctrl-C stops it.');
    await terminal.stopped;
    await shop.close();
    await running.stop();
  },
};

/** The demo's shop and owner, and a link that signs the owner in. */
async function openDirectory({ folder: { directory }, origin }: Running): Promise<string> {
  const now = Date.now();
  if (await findShop(directory, key)) await setOrigins(directory, key, sameHost(origin));
  else {
    const shop = { key, name: 'Gift shop', currency: 'GBP', timeZone: 'Europe/London', demo: true };
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

/** Imports the shop's own files, with what every merchant has: once a day. */
async function prepare({ folder, origin }: Running, dataDir: string, { progress }: Terminal): Promise<DemoShop> {
  progress("reading the shop's books");
  const module = (await import(new URL('./demo.js', import.meta.url).href)) as DemoModule;
  const dir = join(dataDir, 'files');
  const demo = await module.prepareDemo({
    dataDir: join(shopFolder, 'data'),
    assetsDir: join(shopFolder, 'assets'),
    dir,
    origin,
  });
  const marker = join(dataDir, 'imported');
  const isImported = (await readFile(marker, 'utf8').catch(() => '')) === demo.day;
  if (!isImported)
    for (const end of ['', '-wal', '-shm']) await rm(join(dataDir, 'shops', `${key}.db${end}`), { force: true });
  const store = await folder.openStore(key);
  await importCatalog(store, demo.catalogFile, 'GBP', Date.now());
  if (!isImported) {
    await importOrders(store, demo.ordersFile, (lines) => progress(`${lines.toLocaleString('en')} order lines`));
    await writeFile(marker, demo.day);
  }
  return demo;
}

const preparing = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>One moment</title>
<body><h1>One moment</h1><p>The shop is taking in its orders. This page opens it by itself.</p></body></html>`;
