import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalog } from '../../server/catalog/catalog.ts';
import { createPeople } from '../../server/identity/people.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { startThread } from '../../server/node/threads.ts';
import { emptyOrder, foldReport } from '../../server/orders/order.ts';
import { orderRow, upsertOrders } from '../../server/orders/order-book.ts';
import type { CostTerms } from '../../server/profit/cost-rule.ts';
import { profitReport } from '../../server/profit/report.ts';
import { createSaleBook } from '../../server/profit/sale-book.ts';
import { dimensions } from '../../server/profit/sheet.ts';
import { migrations } from '../../server/store/migrations.ts';
import { timed } from './timed.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27, 12);
const products = 5_000;
const batch = 2_000;
const rules: CostTerms[] = [
  { rule: 'pack', since: '2020-01-01', name: 'Packing', per: 'parcel', channel: null, amount: 250 },
  { rule: 'rent', since: '2020-01-01', name: 'Overhead', per: 'revenue', channel: null, amount: 850 },
];
const shop = {
  ...{ key: 'bench', name: 'Bench', origins: '', currency: 'UAH', timeZone: 'Europe/Kyiv', demo: false },
  ...{ tokenSecret: '', identitySecret: '', createdAt: 0 },
};

/** Profit of a year's orders, of one to seven lines each: the first question, which reads them all, and those that follow. */
export async function benchProfit(orders: number) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const script = new URL('../file-thread.js', import.meta.url);
  const threads = { writer: startThread(script), reader: startThread(script) };
  const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
  try {
    for (let made = 0; made < orders; made += batch) {
      const rows = Array.from({ length: Math.min(batch, orders - made) }, (_, place) => rowOf(made + place, orders));
      await store.write([{ sql: upsertOrders, params: [JSON.stringify(rows)] }]);
    }
    const costs = Array.from({ length: products }, (_, place) => [`p${place}`, 0, 40 + (place % 50), 'UAH']);
    await store.write([
      {
        sql: `INSERT INTO product_costs (product, since, cost, currency) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
        params: [JSON.stringify(costs)],
      },
    ]);
    const sales = createSaleBook(store, shop, () => now);
    const open = { shop, store, catalog: createCatalog([]), people: createPeople(store), save: async () => {}, sales };
    const ask = async (by: (typeof dimensions)[number]) => {
      const asked = { by, of: null, from: '2025-11-28', to: '2026-11-27', cursor: 0, limit: 50 };
      return timed(() => profitReport({ ...asked, sort: 'profit', order: 'most' }, { rules, now }, open));
    };
    const first = await ask('customer');
    const warm: Record<string, object> = {};
    for (const by of dimensions) {
      const { result: _, ...figures } = await ask(by);
      warm[by] = figures;
    }
    const { result, ...cold } = first;
    return { orders, net: result.total.net, profit: result.total.profit, cold, warm };
  } finally {
    await store.close();
    await Promise.all([threads.writer.end(), threads.reader.end()]);
    await rm(folder, { recursive: true });
  }
}

function rowOf(place: number, orders: number): unknown[] {
  const order = emptyOrder();
  const items = Array.from({ length: 1 + (place % 7) }, (_, line) => ({
    ...{
      id: `p${(place * 31 + line * 977) % products}`,
      quantity: 1 + ((place + line) % 3),
      price: 90 + ((place * 7) % 60),
    },
  }));
  foldReport(order, {
    ...{
      id: `order:${place}:server`,
      visitor: `customer-${place % Math.ceil(orders / 4)}`,
      order: String(place),
      items,
    },
    ...{ at: now - Math.floor((place / orders) * 365 * day), name: 'purchase', currency: 'UAH' },
    value: items.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
    client: { country: place % 3 === 0 ? 'RO' : 'UA' },
  });
  return orderRow(String(place), order);
}
