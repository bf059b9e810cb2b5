import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenShop, openShop } from '../../server/collect/open-shop.ts';
import { type DemoTime, keepDemoExperiments } from '../../server/node/demo-experiments.ts';
import { demoReplay } from '../../server/node/demo-replay.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { importOrders } from '../../server/node/import-orders.ts';
import { startThread } from '../../server/node/threads.ts';
import { migrations } from '../../server/store/migrations.ts';

type Row = Record<string, string>;

const thread = new URL('../../dist/file-thread.js', import.meta.url);

/** The demo's shop with these orders and its experiments, as `vitrina demo` takes them in. */
export async function openReplayed(
  orders: readonly Row[],
  { dir, now, time }: { dir: string; now: number; time: DemoTime },
): Promise<{ open: OpenShop; close(): Promise<void> }> {
  const path = join(dir, 'sums.csv');
  await writeFile(path, sumsOf(orders));
  const threads = { writer: startThread(thread), reader: startThread(thread) };
  const store = await openFileStore(join(dir, 'replayed.db'), migrations.shop, threads);
  await keepDemoExperiments(store, time);
  await importOrders(store, { path, eventsOf: demoReplay(time) }, () => {});
  const shop = {
    ...{ key: 'demo', name: 'Gift shop', origins: 'http://shop.example', currency: 'GBP', timeZone: time.timeZone },
    ...{ demo: true, tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
  };
  const open = await openShop(shop, store, () => now);
  return {
    open,
    close: async () => {
      await open.close();
      await Promise.all([threads.writer.end(), threads.reader.end()]);
    },
  };
}

/** One line an order: experiments ask for people and money, not for what was in it. Nobody is asked for without a number. */
function sumsOf(orders: readonly Row[]): string {
  const sums = new Map<string, { row: Row; pence: number }>();
  for (const row of orders) {
    const { order_id: id = '', customer_id, quantity, price } = row;
    if (!customer_id) continue;
    const sum = sums.get(id) ?? { row, pence: 0 };
    sum.pence += Math.round(Number(quantity) * Number(price) * 100);
    sums.set(id, sum);
  }
  const lines = [...sums].map(([id, { row, pence }]) => {
    const cells = [id, row.time, row.customer_id, row.country, 'GBP', 'ALL', Math.sign(pence) || 1];
    return [...cells, Math.abs(pence) / 100].join(',');
  });
  return ['order_id,time,customer_id,country,currency,item_id,quantity,price', ...lines, ''].join('\n');
}
