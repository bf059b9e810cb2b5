import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../server/catalog/catalog.ts';
import { thanks, wording } from '../../server/node/demo-experiments.ts';
import { demoReplay } from '../../server/node/demo-replay.ts';
import { OrderLine, orderEvents } from '../../server/orders/orders.ts';
import { campaignResults } from '../../server/results/campaign-results.ts';
import { categories } from './category.ts';
import { type Demo, prepareDemo } from './demo.ts';
import { displayName } from './display-name.ts';
import { messages } from './messages/messages.ts';
import { openReplayed } from './replayed.ts';

const dataDir = join(import.meta.dirname, 'data');
const now = Date.parse('2026-11-22T09:30:00Z');
const origin = 'http://shop.example';
const prepare = (dir: string) => prepareDemo({ dataDir, dir, origin, now });

type Row = Record<string, string>;

let dir: string;
let demo: Demo;
let orders: Row[];
let catalog: Row[];
/** Read here once more and in another way, so that what was written can be compared with the source. */
let source: Row[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-shop-'));
  demo = await prepare(dir);
  orders = parse(await readFile(demo.ordersFile), { columns: true });
  catalog = parse(await readFile(demo.catalogFile), { columns: true });
  const [header = '', ...lines] = gunzipSync(readFileSync(join(dataDir, 'online_retail.lines.tsv.gz')))
    .toString()
    .trimEnd()
    .split('\n');
  const names = header.split('\t');
  source = lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [names[at] ?? '', value])));
});

afterAll(() => rm(dir, { recursive: true }));

describe('the orders file', () => {
  test('has every line of the source: of all orders, customers, countries and cancellations', () => {
    expect(orders).toHaveLength(541_909);
    expect(distinct(orders, 'order_id')).toEqual(distinct(source, 'InvoiceNo'));
    expect(distinct(orders, 'customer_id')).toEqual(distinct(source, 'CustomerID'));
    expect(distinct(orders, 'customer_id').size - 1).toBe(4372);
    expect(distinct(source, 'Country').size).toBe(38);
    // "Unspecified" and "European Community" share the empty code.
    expect(distinct(orders, 'country').size).toBe(37);
    expect([...distinct(orders, 'order_id')].filter((id) => id.startsWith('C'))).toHaveLength(3836);
  });

  test('keeps quantity and money of every order', () => {
    const written = sums(orders, { id: 'order_id', quantity: 'quantity', price: 'price' });
    expect(written).toEqual(sums(source, { id: 'InvoiceNo', quantity: 'Quantity', price: 'UnitPrice' }));
    expect(orders.filter((row) => row.order_id?.startsWith('C')).every((row) => Number(row.quantity) < 0)).toBe(true);
  });

  test('puts the rows of an order together, oldest order first, at one time each', () => {
    const closed = new Set<string>();
    let [open, time] = ['', ''];
    for (const row of orders) {
      const [id = '', at = ''] = [row.order_id, row.time];
      if (id !== open) {
        expect(closed.has(id), `${id} appears twice`).toBe(false);
        expect(at >= time, `${id} is older than the order before`).toBe(true);
        closed.add(open);
        [open, time] = [id, at];
      } else if (at !== time) expect.fail(`${id} has two times`);
    }
  });

  test('moves all times by the same whole days, so that the last order was yesterday', () => {
    expect(orders.at(-1)?.time).toBe('2026-11-21T12:50:00.000Z');
    expect(orders[0]?.time).toBe('2025-11-13T08:26:00.000Z');
  });

  test('gives each customer one name, and none to a buyer without an account', () => {
    const names = new Map<string, string>();
    for (const { customer_id: id = '', customer_name: name = '' } of orders) {
      if ((names.get(id) ?? name) !== name) expect.fail(`${id} has two names`);
      names.set(id, name);
    }
    expect(names.get('')).toBe('');
    expect([...names.values()].filter((name) => name === '')).toHaveLength(1);
    for (const { id, name } of demo.customers) expect(names.get(id)).toBe(name);
  });
});

describe('the catalogue file', () => {
  test('has what was sold at a price, and nothing that is no product', () => {
    const ids = distinct(catalog, 'item_id');
    expect(ids.size).toBe(catalog.length);
    expect(catalog.length).toBeGreaterThan(3800);
    for (const id of ['POST', 'DOT', 'M', 'm', 'D', 'S', 'C2', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'PADS']) {
      expect(ids.has(id), id).toBe(false);
    }
    const wrong = catalog.filter(
      ({ item_name: name = '', price }) =>
        !(Number(price) > 0) || /voucher|damage|thrown away|adjust/i.test(name) || name.length < 4,
    );
    expect(wrong).toEqual([]);
  });

  test('asks the middle of the last fifty prices that were paid', () => {
    for (const id of ['85123A', '22423', '84879', '23084']) {
      const paid = source
        .filter(
          (row) =>
            row.StockCode === id &&
            Number(row.Quantity) > 0 &&
            Number(row.UnitPrice) > 0 &&
            !row.InvoiceNo?.startsWith('C'),
        )
        .slice(-50)
        .map((row) => Number(row.UnitPrice))
        .sort((a, b) => a - b);
      expect(Number(catalog.find((row) => row.item_id === id)?.price)).toBe(paid[Math.floor((paid.length - 1) / 2)]);
    }
  });

  test('says out of stock of what nobody bought for 120 days', () => {
    const last = new Map<string, string>();
    for (const row of orders) {
      if (Number(row.quantity) > 0 && Number(row.price) >= 0.005) last.set(row.item_id ?? '', row.time ?? '');
    }
    const limit = new Date(Date.parse('2026-11-21T12:50:00Z') - 120 * 86_400_000).toISOString();
    for (const { item_id: id = '', availability } of catalog) {
      if ((availability === 'in_stock') !== (last.get(id) ?? '') > limit)
        expect.fail(`${id} is said to be ${availability}`);
    }
    expect(distinct(catalog, 'availability')).toEqual(new Set(['in_stock', 'out_of_stock']));
  });

  test('has absolute addresses, readable departments, and the time of the first sale', () => {
    const departments = new Set<string>(Object.values(messages.en.categories));
    const first = catalog.find((row) => row.item_id === '85123A');
    expect(first).toEqual({
      item_id: '85123A',
      item_name: 'White hanging heart T-light holder',
      item_category: 'Candles & lights',
      price: '2.95',
      currency: 'GBP',
      // Assumed: the books know no costs.
      cost: '1.36',
      url: 'http://shop.example/shop/p/85123A',
      image: 'http://shop.example/shop/images/85123A.svg',
      availability: 'in_stock',
      added: '2025-11-13T08:26:00.000Z',
      // Read in the name.
      ...{ color: 'white', material: '', 'attribute:pieces': '' },
    });
    for (const row of catalog) {
      if (!departments.has(row.item_category ?? '') || !URL.canParse(row.url ?? '')) expect.fail(JSON.stringify(row));
    }
    for (const category of categories) expect(demo.catalog.some((product) => product.category === category)).toBe(true);
  });
});

describe('the two experiments', () => {
  const time = { today: '2026-11-22', timeZone: 'Europe/London' };

  test('are over: the one with an effect is found, and the one without is not', async () => {
    const { open, close } = await openReplayed(orders, { dir, now, time });
    await open.results.refresh();
    const found = await campaignResults(thanks.id, open, now);
    expect(found.verdict).toEqual({ says: 'finds', arm: 'a', by: 'goal' });
    expect(found.people).toBeGreaterThan(2_500);
    expect(found.evenness).toBeGreaterThan(0.01);
    const none = await campaignResults(wording.id, open, now);
    expect(none.verdict.says).toBe('nothing-yet');
    expect(none.people).toBe(found.people);
    const [, one] = found.arms;
    expect(one?.views).toBe(one?.people);
    await close();
  });

  test('put forward what some have bought who saw that delivery is free, and change nothing else', () => {
    const replay = demoReplay(time);
    const nothing = createCatalog([]);
    const saw = new Map<string, number>();
    const [late, moved] = [new Set<string>(), new Set<string>()];
    const met = new Set<string>();
    const returned = new Set<string>();
    for (const line of orders) {
      const { order_id: id = '', customer_id: customer = '' } = line;
      if (met.has(id) || !customer) continue;
      met.add(id);
      const parsed = OrderLine.parse(line);
      const events = replay([parsed], nothing);
      const books = orderEvents([parsed], nothing);
      const told = events.filter(({ order }) => order !== undefined);
      const at = saw.get(customer);
      if (at !== undefined && parsed.quantity > 0 && !returned.has(customer)) {
        returned.add(customer);
        if (parsed.time - at >= 30 * 86_400_000) late.add(customer);
      }
      if (told[0]?.at !== books[0]?.at) {
        moved.add(customer);
        expect(late.has(customer)).toBe(true);
        expect((told[0]?.at ?? 0) - (at ?? 0)).toBeLessThan(30 * 86_400_000);
        expect(told[0]?.at).toBeGreaterThan(at ?? 0);
      }
      expect(told.map(({ at: _, ...event }) => event)).toEqual(books.map(({ at: _, ...event }) => event));
      const view = events.find(({ shown }) => shown?.campaign === thanks.id);
      if (view) saw.set(customer, view.at);
    }
    expect(saw.size).toBeGreaterThan(1_200);
    expect(moved.size / late.size).toBeCloseTo(0.25, 1);
  });
});

test('a second preparation gives the same bytes, and a start on the same day takes the files that are there', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'demo-shop-'));
  const again = await prepare(elsewhere);
  expect(await digest(again.ordersFile)).toBe(await digest(demo.ordersFile));
  expect(await digest(again.catalogFile)).toBe(await digest(demo.catalogFile));
  await rm(join(elsewhere, 'orders-2026-11-22.csv'));
  const third = await prepare(elsewhere);
  expect(third).toEqual(again);
  // Nobody wrote the orders anew.
  await expect(readFile(third.ordersFile)).rejects.toThrow('ENOENT');
  await rm(elsewhere, { recursive: true });
});

test('a name depends on the number and suits the country', () => {
  expect(displayName('12748', 'GB')).toBe(displayName('12748', 'GB'));
  expect(displayName('12748', 'GB')).not.toBe(displayName('17841', 'GB'));
  expect(displayName('12682', 'FR')).not.toBe(displayName('12682', 'GB'));
});

const distinct = (rows: Row[], column: string) => new Set(rows.map((row) => row[column] ?? ''));

/** Pieces and thousandths of a pound of each order. */
function sums(rows: Row[], column: { id: string; quantity: string; price: string }) {
  const totals: Record<string, [pieces: number, value: number]> = {};
  for (const row of rows) {
    const id = row[column.id] ?? '';
    const total = totals[id] ?? [0, 0];
    total[0] += Number(row[column.quantity]);
    total[1] += Math.round(Number(row[column.quantity]) * Number(row[column.price]) * 1000);
    totals[id] = total;
  }
  return totals;
}

async function digest(file: string) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
