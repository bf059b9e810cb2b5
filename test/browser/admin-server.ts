import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const vitrina = fileURLToPath(new URL('../../vitrina.mjs', import.meta.url));

/** A name that would be a script, were it not shown as text. */
export const wickedName = '<img src=x onerror="document.title=1">';

/** The real command line in a folder of its own: a tea shop with a catalogue, a year of orders, and nobody signed in yet. */
export async function startAdmin(shopOrigin: string) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-admin-'));
  const data = ['--data', join(folder, 'data')];
  const serve = () =>
    start(['serve', ...data, '--port', '0', '--origin', shopOrigin, '--name', 'Tea & Co', '--currency', 'UAH']);

  // Serving creates the shop that the imports belong to.
  await (await serve()).stop();
  await importFile('catalog', catalog(shopOrigin));
  await importFile('orders', orders());
  const { stop, printed } = await serve();
  const [, origin, link] = /(http:\S+)\/admin\/(#link=\S+)/.exec(printed) ?? [];
  if (!origin || !link) throw new Error(`no link was printed: ${printed}`);

  async function importFile(what: string, content: string) {
    const path = join(folder, `${what}.csv`);
    await writeFile(path, content);
    const child = spawn(process.execPath, [vitrina, 'import', what, path, ...data], { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`importing the ${what} ended with ${code}`);
  }

  return {
    origin,
    link,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function start(args: string[]) {
  const child = spawn(process.execPath, [vitrina, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The feeds of the tests stand on this machine.
    env: { ...process.env, FEED_ADDRESSES: 'private' },
  });
  const exit = once(child, 'exit');
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += text;
    if (printed.includes('/admin/')) break;
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
  };
  return { printed, stop };
}

const products = ['Oolong', 'Sencha', 'Pu-erh', 'Assam', 'Rooibos', 'Teapot', 'Gaiwan', 'Strainer'];

function catalog(origin: string): string {
  const rows = products.map((name, place) => {
    const category = place < 5 ? 'Tea' : 'Tea ware';
    return `t${place},${name},${category},${100 + place}.50,UAH,${origin}/product/t${place},in_stock`;
  });
  return ['item_id,item_name,item_category,price,currency,url,availability', ...rows].join('\n');
}

/** Sixty customers with an order each: an oolong goes with a teapot, and with two teas more. */
function orders(): string {
  const rows = Array.from({ length: 60 }, (_, place) => {
    const time = new Date(Date.now() - (place + 1) * 3 * 86_400_000).toISOString();
    const name = place === 0 ? wickedName.replaceAll('"', '""') : `Customer ${place}`;
    return ['t0', 't5', `t${1 + (place % 4)}`].map((item) => {
      const product = products[Number(item.slice(1))];
      return `o${place},${time},tea${place},"${name}",UA,UAH,${item},${product},2,100.50`;
    });
  });
  return [
    'order_id,time,customer_id,customer_name,country,currency,item_id,item_name,quantity,price',
    ...rows.flat(),
  ].join('\n');
}
