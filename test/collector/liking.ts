import { describe, expect, test } from 'vitest';
import type { TimelinePage } from '../../server/visitors/timeline.ts';
import { signedIn } from './knowing.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What a person turns to: categories, brands and prices, and the wish list. */
export function liking(stage: () => Stage): void {
  const tell = async (path: string, body: unknown) => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shop' }) });
    const { secret } = (await made.json()) as { secret: string };
    const answer = await fetch(`${stage().origin}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
  };
  /** Four lamps of a category of this test alone, each dearer than the one before, of two brands in turn. */
  const lamps = async () => {
    const category = `Lamps ${crypto.randomUUID().slice(0, 8)}`;
    const products = [10, 20, 30, 40].map((price, place) => ({
      ...{ item_id: `${category} ${price}`, item_name: `Lamp for ${price}`, price, item_category: category },
      ...{ item_brand: place % 2 === 0 ? 'Lumi' : 'Noor', url: 'https://www.shop.example/lamp' },
    }));
    await tell('/catalog', { upsert: products });
    return { category, ids: products.map(({ item_id }) => item_id) };
  };
  const values = (likings: { value: string; evidence: number }[]) =>
    likings.map(({ value, evidence }) => [value, evidence]);

  describe('a liking', () => {
    test('is of the category, the brand and the price that the catalogue knows, also after a crash', async () => {
      const { category, ids } = await lamps();
      const [cheap, , , dear] = ids;
      const visitor = shopper(stage());
      const view = visitor.event('view_item', { items: [{ item_id: dear ?? '', item_brand: 'What a page says' }] });
      const put = visitor.event('add_to_cart', { items: [{ item_id: dear ?? '' }] });
      await visitor.send([view, put, visitor.event('view_item', { items: [{ item_id: cheap ?? '' }] })]);
      const of = await stage().owner.visitorOf(view.id);
      const { affinities } = await stage().owner.visitor(of);
      expect(values(affinities.categories)).toEqual([[category, 3]]);
      expect(values(affinities.brands)).toEqual([
        ['Noor', 2],
        ['Lumi', 1],
      ]);
      expect(values(affinities.bands)).toEqual([
        ['4', 2],
        ['1', 1],
      ]);
      await stage().crash();
      expect((await stage().owner.visitor(of)).affinities).toEqual(affinities);
    });

    test('ends when what was bought is sent back, and stays for what was kept', async () => {
      const { ids } = await lamps();
      const [lumi = '', noor = ''] = ids;
      const customer = { sub: crypto.randomUUID(), name: 'Ірина' };
      const { id } = await signedIn(stage(), customer);
      const items = [lumi, noor].map((item_id) => ({ item_id, quantity: 1, price: 20 }));
      const order = { order_id: crypto.randomUUID(), time: Date.now() - 60_000, customer: { id: customer.sub }, items };
      await tell('/orders', { orders: [order] });
      const brands = async () => (await stage().owner.visitor(id)).affinities.brands.map(({ value }) => value);
      expect(await brands()).toEqual(['Lumi', 'Noor']);
      const refunds = [{ refund_id: '1', time: Date.now() - 30_000, items: items.slice(0, 1) }];
      await tell('/orders', { orders: [{ ...order, refunds }] });
      expect(await brands()).toEqual(['Noor']);
    });

    test('of what is on the wish list stays until it is taken off there', async () => {
      const [one, two] = (await lamps()).ids.map((item_id) => [{ item_id }]);
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const wish = (name: string, items = one) => visitor.event(name, { items: items ?? [] });
      await visitor.send([view, wish('add_to_wishlist'), wish('add_to_wishlist', two)]);
      const wishes = async () =>
        (await stage().owner.visitor(await stage().owner.visitorOf(view.id))).wishes.map(({ name }) => name);
      expect((await wishes()).toSorted()).toEqual(['Lamp for 10', 'Lamp for 20']);
      await visitor.send([wish('remove_from_wishlist')]);
      expect(await wishes()).toEqual(['Lamp for 20']);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await visitor.send([wish('add_to_wishlist')]);
      expect(await wishes()).toEqual(['Lamp for 10', 'Lamp for 20']);
    });
  });
  describe('what a visitor sees now', () => {
    interface Sight {
      place: string;
      product: { id: string; name: string | null } | null;
      receipts: { slot: string; rung: string; inputs: { cart: string[]; liked?: string[] } }[];
    }
    const sights = async (of: string) => (await stage().owner.read(`/visitors/${of}/now`)) as Sight[];

    test('is decided by what they did and allow, page by page, and leaves no trace', async () => {
      const { category, ids } = await lamps();
      const items = [{ item_id: ids[0] ?? '' }];
      const visitor = shopper(stage());
      const view = visitor.event('view_item', { items });
      await visitor.send([view, visitor.event('add_to_cart', { items })]);
      const of = await stage().owner.visitorOf(view.id);
      const before = await stage().owner.timeline(of);
      const now = await sights(of);
      expect(now.map(({ place, receipts }) => [place, receipts.map(({ slot }) => slot)])).toEqual([
        ['home', ['greeting', 'home', 'news']],
        ['product', ['product']],
        ['cart', ['cart']],
      ]);
      expect(now[1]?.product).toEqual({ id: ids[0], name: 'Lamp for 10' });
      expect(now[0]?.receipts[1]).toMatchObject({ rung: 'profile', inputs: { cart: [ids[0]], liked: [category] } });
      expect(await stage().owner.timeline(of)).toEqual(before);
    });

    test('knows nothing of them where they allow no personal choice', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('add_to_cart', { items: [{ item_id: 'UNTOLD' }] });
      await visitor.send([view], { consent: { statistics: true, source: 'api' } });
      const now = await sights(await stage().owner.visitorOf(view.id));
      for (const { receipts } of now)
        for (const receipt of receipts) expect(receipt).toMatchObject({ rung: 'context', inputs: { cart: [] } });
      expect(now.map(({ place }) => place)).toEqual(['home', 'cart']);
    });
  });
  describe('a timeline', () => {
    test('of one kind has that kind alone, and goes on where its page ended', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const looks = Array.from({ length: 41 }, () => visitor.event('view_item', { items: [{ item_id: 'A' }] }));
      await visitor.send([view, ...looks, visitor.event('add_to_cart', { items: [{ item_id: 'A' }] })]);
      const of = await stage().owner.visitorOf(view.id);
      const page = async (query: string) =>
        (await stage().owner.read(`/visitors/${of}/timeline?${query}`)) as TimelinePage;
      const namesOf = ({ entries }: TimelinePage) => [...new Set(entries.map(({ name }) => name))].sort();
      expect(namesOf(await page('kind=cart'))).toEqual(['add_to_cart']);
      expect((await page('kind=orders')).entries).toEqual([]);
      const first = await page('kind=looked');
      const second = await page(`kind=looked&before=${first.next}`);
      expect([first.entries.length, second.entries.length, second.next]).toEqual([40, 2, null]);
      expect(namesOf(first)).toEqual(['view_item']);
      expect((await stage().owner.ask(`/visitors/${of}/timeline?kind=odd`)).status).toBe(422);
    });
  });
}
