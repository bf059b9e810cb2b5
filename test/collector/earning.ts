import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShelfBrings } from '../../server/earnings/brings.ts';
import type { ClicksPage } from '../../server/earnings/clicks.ts';
import type { Carried, ColdPage, Coverage } from '../../server/earnings/coverage.ts';
import type { Incremental } from '../../server/earnings/incremental.ts';
import type { ProductsPage } from '../../server/earnings/products.ts';
import type { ShelfResults } from '../../server/earnings/results.ts';
import type { Instead } from '../../server/log/receipt.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { newPerson, signed } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const aDay = 86_400_000;

/** What shelves earn, and what would be missing without them. */
export function earning(stage: () => Stage): void {
  const shop = () => stage().other;
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  // A day more on both sides: the shop's day may be another one than that of Greenwich.
  const period = () => ({ from: dayOf(Date.now() - aDay), to: dayOf(Date.now() + aDay) });
  const read = async <T>(path: string, words: Record<string, string> = {}) =>
    (await shop().owner.read(`/shelves/results${path}?${new URLSearchParams({ ...period(), ...words })}`)) as T;
  const results = (words: Record<string, string> = {}) => read<ShelfResults>('', words);
  let secret = '';
  const tell = async (path: string, body: unknown) => {
    const answer = await fetch(`${shop().origin}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  };
  const cardsOf = (decision: Decision) => (decision.props.items as { id: string }[]).map(({ id }) => id);

  /** Opens the home page; the shelf that was there. */
  async function look(visitor: Shopper, ...events: ReturnType<Shopper['event']>[]): Promise<Decision | undefined> {
    visitor.open('/');
    const { answer } = await visitor.send([visitor.event('page_view'), ...events], { slots: ['home'] });
    return answer?.slots.find(({ slot }) => slot === 'home');
  }

  /** Sees the shelf, opens its first card; which product that was. */
  async function click(visitor: Shopper, ...events: ReturnType<Shopper['event']>[]): Promise<string> {
    const decision = await look(visitor, ...events);
    if (!decision) throw new Error('the shop has a shelf on its home page');
    const [item_id = ''] = cardsOf(decision);
    const about = { decision: decision.id, slot: 'home' };
    await visitor.send([visitor.event('slot_view', about), visitor.event('slot_click', { ...about, item_id })]);
    return item_id;
  }
  const bought = (item_id: string, price = 40, id: string = crypto.randomUUID()) => ({
    ...{ transaction_id: id, currency: 'EUR', value: price + 7 },
    items: [
      { item_id, price },
      { item_id: 'OTHER', price: 7 },
    ],
  });

  describe('what shelves earn', () => {
    beforeAll(async () => {
      const { owner } = shop();
      const made = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Earnings' }) });
      secret = ((await made.json()) as { secret: string }).secret;
      const upsert = Array.from({ length: 8 }, (_, number) => ({
        ...{ item_id: `EARN-${number}`, item_name: `Lamp ${number}`, item_category: 'Lamps', price: '40' },
        url: `https://www.shop.example/lamp-${number}`,
      }));
      await tell('/catalog', { upsert });
    });
    afterAll(() => choose(0));

    test('is nothing of what nobody opened, and the very product of what somebody did', async () => {
      const before = (await results()).total;
      const visitor = shopper(shop());
      await look(visitor);
      await visitor.send([visitor.event('purchase', bought('EARN-1'))]);
      const seen = (await results()).total;
      expect([seen.filled - before.filled, seen.clicks, seen.net]).toEqual([1, before.clicks, before.net]);

      const product = await click(visitor);
      await visitor.send([
        visitor.event('add_to_cart', { items: [{ item_id: product, price: 40 }] }),
        visitor.event('purchase', bought(product)),
      ]);
      const { total, currency, recipes, slots } = await results();
      const grown = (name: 'views' | 'clicks' | 'carts' | 'orders' | 'pieces' | 'net') => total[name] - before[name];
      expect(currency).toBe('EUR');
      expect([grown('views'), grown('clicks'), grown('carts'), grown('orders'), grown('pieces')]).toEqual([
        1, 1, 1, 1, 1,
      ]);
      expect(grown('net')).toBe(4_000);
      expect(recipes.reduce((sum, { net }) => sum + net, 0)).toBe(total.net);
      expect(slots.find(({ slot }) => slot === 'home')?.net).toBe(total.net);
      const none = await results({ recipe: 'nobody-has-it' });
      expect(none.total.clicks).toBe(0);
    });

    test('follows a person to the device on which they buy, and what came back is taken off', async () => {
      const { owner } = shop();
      const who = newPerson('Ihor');
      const [phone, desk] = [shopper(shop()), shopper(shop())];
      const login = async (on: Shopper) => on.event('login', { identity: await signed(owner, who) });
      const product = await click(phone, await login(phone));
      const before = (await results()).total;
      const order = `earn-${crypto.randomUUID()}`;
      desk.open('/');
      await desk.send([await login(desk), desk.event('purchase', bought(product, 25, order))]);
      const after = await results();
      expect([after.total.net - before.net, after.total.orders - before.orders]).toEqual([2_500, 1]);

      const { items, name } = await read<ClicksPage>('/clicks', { product });
      expect(name).toMatch(/^Lamp/);
      expect(items[0]).toMatchObject({ net: 2_500, slot: 'home', place: 1, who: { who: 'Ihor' } });
      expect(items[0]?.reason?.code).toMatch(/^[a-z-]+$/);

      await tell('/orders', {
        orders: [
          {
            ...{ order_id: order, time: new Date().toISOString(), status: 'cancelled' },
            ...{ customer: { id: who.sub }, items: bought(product, 25).items },
          },
        ],
      });
      expect((await results()).total).toMatchObject({ net: before.net, orders: before.orders });
    });

    test('is not what a page says of a decision that showed something else, and the same after a crash', async () => {
      const visitor = shopper(shop());
      const decision = await look(visitor);
      const before = await results();
      const about = { decision: decision?.id, slot: 'home' };
      await visitor.send([
        visitor.event('slot_click', { ...about, item_id: 'NEVER-SHOWN' }),
        visitor.event('slot_click', { decision: 'invented.0', slot: 'home', item_id: 'EARN-1' }),
        visitor.event('slot_view', { decision: 'no decision', slot: 'home' }),
      ]);
      expect(await results()).toEqual(before);
      await stage().crash();
      expect(await results()).toEqual(before);
    });

    test('is told product by product, and goes into a file for a spreadsheet, without a formula in it', async () => {
      await tell('/catalog', {
        upsert: [
          {
            item_id: '=1+1',
            item_name: '=cmd|calc',
            item_category: 'Lamps',
            price: 5,
            url: 'https://www.shop.example/x',
          },
        ],
      });
      const page = await read<ProductsPage>('/products');
      expect(page.items[0]?.net).toBeGreaterThan(0);
      expect(page.items.reduce((sum, { net }) => sum + net, 0)).toBe((await results()).total.net);
      const file = async (name: string, words: Record<string, string> = {}) => {
        const query = new URLSearchParams({ ...period(), separator: 'comma', ...words });
        const answer = await shop().owner.ask(`/shelves/results/files/${name}?${query}`);
        expect(answer.headers.get('content-type')).toContain('text/csv');
        return answer.text();
      };
      const [head = '', line = ''] = (await file('recipes.csv')).split('\r\n');
      expect(head.replace('\u{FEFF}', '')).toBe(
        'slot,recipe,version,filled,views,clicks,carts,orders,pieces,net,currency',
      );
      expect(line).toMatch(/^home,[a-z-]+,\d+,\d+,\d+,\d+,\d+,\d+,\d+,\d+\.\d\d,EUR$/);
      expect((await file('recipes.csv', { recipe: 'nobody-has-it' })).trim().split('\r\n')).toHaveLength(1);
      expect(await file('products.csv')).toContain('product,name,shown,clicks');
      expect(await file('cold.csv', { kind: 'unsold' })).toContain(",'=cmd|calc,");
      expect((await shop().owner.ask('/shelves/results/files/else.csv?from=2026-01-01&to=2026-01-02')).status).toBe(
        404,
      );
    });

    test('of a first day after the last one is refused by its name', async () => {
      const answer = await shop().owner.ask('/shelves/results?from=2026-01-02&to=2026-01-01');
      expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, 'from']);
    });
  });

  const choose = (share: number, instead: Instead = 'own') =>
    shop().owner.ask('/shelves/comparison', { method: 'PUT', body: JSON.stringify({ share, instead }) });

  describe('what shelves bring beyond what would be bought without them', () => {
    test('is not told of too few visitors, but how many more must come', async () => {
      await choose(20);
      for (let n = 0; n < 30; n++) {
        const visitor = shopper(shop());
        await look(visitor);
        if (n % 3 === 0) await visitor.send([visitor.event('purchase', bought('EARN-2'))]);
      }
      const { share, slots } = await read<ShelfBrings>('/brings');
      await choose(0);
      const home = slots.find(({ slot }) => slot === 'home');
      if (!home) throw new Error('the home page has a shelf that is compared');
      expect([share, home.share]).toEqual([20, 20]);
      expect(home.shelf.visitors + home.without.visitors).toBeGreaterThanOrEqual(30);
      expect(home.shelf.buyers + home.without.buyers).toBeGreaterThanOrEqual(10);
      expect(home.revenue satisfies Incremental['revenue']).toMatchObject({ isKnown: false });
    });

    test('is told apart by what is seen in the shelf’s place', async () => {
      const of = async (instead: Instead) => {
        const { slots } = await read<ShelfBrings>('/brings');
        const home = slots.find((one) => one.slot === 'home' && one.instead === instead);
        return home ? home.shelf.visitors + home.without.visitors : 0;
      };
      const [own, popular] = [await of('own'), await of('popular')];
      await shop().owner.ask('/shelves/recipes/slots/home', { method: 'PUT', body: JSON.stringify({ recipe: 'new' }) });
      await choose(20, 'popular');
      for (let n = 0; n < 12; n++) await look(shopper(shop()));
      await choose(0);
      await shop().owner.ask('/shelves/recipes/slots/home', {
        method: 'PUT',
        body: JSON.stringify({ recipe: 'for-you' }),
      });
      expect([await of('own'), await of('popular')]).toEqual([own, popular + 12]);
    });
  });

  describe('what shelves leave out', () => {
    test('is counted, and listed with those that lead to it', async () => {
      await tell('/catalog', {
        upsert: Array.from({ length: 3 }, (_, n) => ({
          ...{ item_id: `COLD-${n}`, item_name: `Velvet cushion ${n}`, item_category: 'Cushions', price: 12 },
          url: 'https://www.shop.example/cushion',
        })),
      });
      const found = await read<Coverage>('/coverage');
      expect(found.shown).toBeGreaterThan(0);
      expect(found.offered).toBe(found.shown + found.cold.unshown);
      const { items, count } = await read<ColdPage<Carried>>('/cold', { kind: 'unseen' });
      expect(count).toBe(found.cold.unseen);
      const cushion = items.find(({ product }) => product === 'COLD-0');
      expect(cushion).toMatchObject({ name: 'Velvet cushion 0', shown: 0, looks: 0, pieces: 0, carriedBy: 2 });

      const visitor = shopper(shop());
      visitor.open('/cushion');
      await visitor.send([visitor.event('view_item', { items: [{ item_id: 'COLD-0' }] })]);
      expect((await read<Coverage>('/coverage')).cold.unseen).toBe(count - 1);
    });
  });
}
