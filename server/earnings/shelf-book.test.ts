import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openShop } from '../collect/open-shop.ts';
import { type LogEvent, toRow } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { noFigures, type ShelfFigures } from './figures.ts';
import { shelfResults } from './results.ts';
import { forgetShelves, openShelfBook } from './shelf-book.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const aDay = 86_400_000;
const start = Date.parse('2026-03-01T00:00:00Z');
const shop: Shop = {
  ...{ key: 'test', name: 'Test', origins: 'http://shop.example', currency: 'EUR', timeZone: 'Europe/Kyiv' },
  ...{ demo: false, tokenSecret: 'a', identitySecret: 'b', createdAt: 0 },
};

let folder = '';
let threads: { writer: Thread; reader: Thread };
let files = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelves-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

const products = ['P1', 'P2'];
const slots = ['home', 'product'];
const visitors = ['a', 'b', 'c'];

const moment = fc.nat(24 * 14).map((hours) => start + hours * 3_600_000);
const shown = fc.uniqueArray(fc.constantFrom(...products), { maxLength: 2 });

const decision = fc.record({
  kind: fc.constant('decision' as const),
  visitor: fc.constantFrom(...visitors),
  at: moment,
  slot: fc.constantFrom(...slots),
  recipe: fc.constantFrom('for-you@1', 'for-you@2', 'popular@1'),
  arm: fc.constantFrom('only', 'shelf', 'without'),
  shown,
});
/** `of`: which of the decisions it names, one that nobody has made among them. */
const seen = fc.record({
  kind: fc.constantFrom('slot_view' as const, 'slot_click' as const),
  visitor: fc.constantFrom(...visitors),
  at: moment,
  of: fc.nat(8),
  product: fc.constantFrom(...products),
});
const cart = fc.record({
  kind: fc.constant('add_to_cart' as const),
  visitor: fc.constantFrom(...visitors),
  at: moment,
  product: fc.constantFrom(...products),
});
const order = fc.record({
  kind: fc.constant('purchase' as const),
  visitor: fc.constantFrom(...visitors),
  at: moment,
  lines: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...products), quantity: fc.integer({ min: 1, max: 3 }), price: fc.nat(900) }),
    { minLength: 1, maxLength: 2, selector: ({ id }) => id },
  ),
  after: fc.constantFrom('nothing', 'cancelled', 'returned'),
});
const login = fc.record({
  kind: fc.constant('login' as const),
  visitor: fc.constantFrom(...visitors),
  at: moment,
  customer: fc.constantFrom('1', '2'),
});

const happenings = fc.tuple(
  fc.array(decision, { minLength: 4, maxLength: 8 }),
  fc.array(seen, { minLength: 8, maxLength: 30 }),
  fc.array(cart, { maxLength: 6 }),
  fc.array(order, { minLength: 4, maxLength: 12 }),
  fc.array(login, { maxLength: 3 }),
);

type Happenings = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

/** What happened, as the log has it. */
function eventsOf([decisions, sights, carts, orders, logins]: Happenings): LogEvent[] {
  return [
    ...decisions.map(
      ({ visitor, at, slot, recipe, arm, shown }, place): LogEvent => ({
        ...{ id: `d${place}`, visitor, at, name: 'decision' },
        receipts: [
          {
            ...{ id: `d${place}.0`, slot, recipe, arm, widget: 'shelf', rung: 'profile', consent: {} },
            ...{ inputs: {}, steps: [], propensity: arm === 'without' ? 0.1 : 0.9 },
            shown: shown.map((id) => ({ id, reason: { code: 'popular' }, score: 1 })),
          } satisfies Receipt,
        ],
      }),
    ),
    ...sights.map(
      ({ kind, visitor, at, of, product }, place): LogEvent => ({
        ...{ id: `s${place}`, visitor, at, name: kind },
        params: { decision: `d${of}.0`, item_id: product },
      }),
    ),
    ...carts.map(
      ({ visitor, at, product }, place): LogEvent => ({
        ...{ id: `c${place}`, visitor, at, name: 'add_to_cart' },
        items: [{ id: product, quantity: 1 }],
      }),
    ),
    ...orders.flatMap(({ visitor, at, lines, after }, place): LogEvent[] => {
      const words = { visitor, order: String(place), currency: 'EUR' };
      const value = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
      const bought = { ...words, id: `o${place}`, at, name: 'purchase', value, items: lines };
      const later = { ...words, id: `x${place}`, at: at + 1 };
      if (after === 'cancelled') return [bought, { ...later, name: 'order_status', params: { status: 'cancelled' } }];
      return after === 'returned' ? [bought, { ...later, name: 'refund' }] : [bought];
    }),
    ...logins.map(
      ({ visitor, at, customer }, place): LogEvent => ({
        ...{ id: `l${place}`, visitor, at, name: 'login', identity: { customer, evidence: 'signed' } },
      }),
    ),
  ];
}

/** The definitions, word by word. */
function naively([decisions, sights, carts, orders, logins]: Happenings, from: string, to: string): ShelfFigures {
  const dayOf = (at: number) => new Date(at + 2 * 3_600_000).toISOString().slice(0, 10);
  const isIn = (at: number) => from <= dayOf(at) && dayOf(at) <= to;
  let groups = visitors.map((visitor) => [visitor]);
  for (const customer of ['1', '2']) {
    const joined = logins.filter((one) => one.customer === customer).map(({ visitor }) => visitor);
    const both = groups.filter((group) => group.some((visitor) => joined.includes(visitor)));
    groups = [...groups.filter((group) => !both.includes(group)), both.flat()];
  }
  const isSame = (a: string, b: string) => groups.some((group) => group.includes(a) && group.includes(b));
  const standing = decisions.map((one) => (one.arm === 'without' ? { ...one, shown: [] } : one));
  const clicks = sights.filter(
    ({ kind, of, product }) => kind === 'slot_click' && standing[of]?.shown.includes(product),
  );
  const leads = (visitor: string, product: string, at: number) =>
    clicks.some(
      (click) =>
        isSame(click.visitor, visitor) && click.product === product && click.at <= at && at - click.at <= 7 * aDay,
    );
  const found = { ...noFigures };
  for (const { at, shown } of standing) if (isIn(at) && shown.length > 0) found.filled++;
  for (const { kind, at, of } of sights)
    if (kind === 'slot_view' && isIn(at) && decisions[of] && decisions[of].arm !== 'without') found.views++;
  found.clicks = clicks.filter(({ at }) => isIn(at)).length;
  found.carts = carts.filter(({ at, visitor, product }) => isIn(at) && leads(visitor, product, at)).length;
  for (const { at, visitor, lines, after } of orders) {
    const led = isIn(at) ? lines.filter(({ id }) => leads(visitor, id, at)) : [];
    if (led.length > 0 && after !== 'cancelled') found.orders++;
    if (after !== 'nothing') continue;
    for (const { quantity, price } of led) {
      found.pieces += quantity;
      found.net += quantity * price;
    }
  }
  return found;
}

async function tablesOf(store: Store): Promise<string[][]> {
  const tables = ['shelf_days', 'shelf_products', 'product_looks', 'shelf_clicks', 'cart_adds', 'shelf_draws'];
  const rows = [...tables, 'shelf_waiting'].map((table) => store.all(`SELECT * FROM ${table}`, []));
  return (await Promise.all(rows)).map((all) => all.map((row) => JSON.stringify(row)).sort());
}

const openNow = (store: Store) => openShop(shop, store, () => start + 30 * aDay);
const emptyStore = () => openFileStore(join(folder, `${files++}.db`), migrations.shop, threads);

const period = { from: '2026-03-05', to: '2026-03-11' };

describe('what shelves earn', () => {
  test('is what the definitions say of the raw log, however events come: late, twice, shuffled, of people who join', async () => {
    const shuffled = happenings.chain((all) => {
      const events = eventsOf(all);
      const order = fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length });
      return fc.tuple(fc.constant(all), order, fc.integer({ min: 1, max: 9 }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, events, size]) => {
        const store = await emptyStore();
        const open = await openNow(store);
        for (let from = 0; from < events.length; from += size) {
          await open.record([...events.slice(from, from + size), ...events.slice(0, 2)]);
          if (from % 2 === 0) await open.shelves.refresh();
        }
        const { total, before, recipes, slots: places } = await shelfResults(period, open);
        expect(total).toEqual(naively(all, period.from, period.to));
        expect(before).toMatchObject(naively(all, before.from, before.to));
        for (const rows of [recipes, places]) expect(rows.reduce((sum, { net }) => sum + net, 0)).toBe(total.net);

        // Made again from the log, and from the events as they happened.
        const kept = await tablesOf(store);
        await store.write(forgetShelves);
        await open.shelves.refresh();
        expect(await tablesOf(store)).toEqual(kept);
        const other = await emptyStore();
        const inOrder = await openNow(other);
        await inOrder.record([...events].sort((a, b) => a.at - b.at));
        await inOrder.shelves.refresh();
        expect(await tablesOf(other)).toEqual(kept);
        await open.close();
        await inOrder.close();
      }),
      { numRuns: 20 },
    );
  });

  test('takes up where it was after a crash', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.nat(), async (all, cut) => {
        const events = eventsOf(all);
        const place = cut % events.length;
        const store = await emptyStore();
        const first = await openNow(store);
        await first.record(events.slice(0, place));
        await first.shelves.refresh();
        // Acknowledged, and then the process is gone.
        await first.record(events.slice(place));
        const again = await openNow(store);
        const { total } = await shelfResults(period, again);
        expect(total).toEqual(naively(all, period.from, period.to));
        await again.close();
      }),
      { numRuns: 10 },
    );
  });

  test('does not keep anyone waiting who asks while a long log is read anew, and says how much is counted', async () => {
    const store = await emptyStore();
    const looks = Array.from(
      { length: 5_000 },
      (_, n): LogEvent => ({
        ...{ id: `i${n}`, visitor: 'a', at: start, name: 'view_item', items: [{ id: 'P1', quantity: 1 }] },
      }),
    );
    await store.append(looks.map(toRow));
    const book = openShelfBook({ store, timeZone: shop.timeZone, together: (work) => work(), patience: 0 });
    expect(await book.refreshed()).toBeLessThan(1);
    await book.refresh();
    expect(await book.refreshed()).toBe(1);
    expect(await store.all('SELECT looks FROM product_looks', [])).toEqual([[5_000]]);
    await store.close();
  });
});
