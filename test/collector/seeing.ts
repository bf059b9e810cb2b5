import { describe, expect, test } from 'vitest';
import type { SeenView } from '../../server/seen/routes.ts';
import { type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** Products that pages tell of: seen, and trusted when enough of those agree who have nothing to do with each other. */
export function seeing(stage: () => Stage): void {
  type Shop = Pick<Stage, 'origin' | 'owner'>;

  const productOf = (sku: string, price: string) => ({
    ...{ '@type': 'Product', sku, name: `Cup ${sku}`, url: `${shopOrigin}/p/${sku}?utm_source=news` },
    ...{ image: '/cup.jpg', offers: { price, priceCurrency: 'UAH', availability: 'InStock' } },
  });

  /** Somebody at this address looks at the product's page. */
  async function look(shop: Shop, sku: string, price: string, address: string, visitor: Shopper = shopper(shop)) {
    visitor.open(`/p/${sku}`);
    const words = [[productOf(sku, price)], {}, {}];
    const events = [visitor.event('page_view'), visitor.event('said', { via: 'page', words })];
    const reply = await visitor.send(events, {}, { 'cf-connecting-ip': address });
    expect(reply.status).toBeLessThan(300);
  }

  const seenIn = async ({ owner }: Shop) =>
    (await owner.read('/catalog/seen')) as { needed: number; products: SeenView[] };
  const find = async (shop: Shop, sku: string) => (await seenIn(shop)).products.find(({ id }) => id === sku);
  const sizeOf = async ({ owner }: Shop) => ((await owner.read('/catalog')) as { products: number }).products;
  const say = ({ owner }: Shop, word: string, ...products: string[]) =>
    owner.ask('/catalog/seen', { method: 'POST', body: JSON.stringify({ products, word }) });
  /** What is behind the answer's back is done before the next one is given. */
  const until = (what: () => Promise<boolean>) => expect.poll(what).toBe(true);

  describe('a product that a page tells of', () => {
    test('is shown with its witnesses, and is in the catalogue of a shop without one when three networks agree', async () => {
      const shop = stage().other;
      await look(shop, 'S-1', '199,50', '203.0.113.7');
      await look(shop, 'S-1', '199,50', '198.51.100.7');
      await until(async () => (await find(shop, 'S-1'))?.witnesses === 2);
      expect(await find(shop, 'S-1')).toMatchObject({
        ...{ id: 'S-1', name: 'Cup S-1', url: `${shopOrigin}/p/S-1`, image: `${shopOrigin}/cup.jpg`, state: 'seen' },
        price: { amount: 19_950, currency: 'UAH' },
      });
      const before = await sizeOf(shop);
      await look(shop, 'S-1', '199,50', '2001:db8:7::1');
      await until(async () => (await find(shop, 'S-1'))?.state === 'trusted');
      expect(await sizeOf(shop)).toBe(before + 1);
    });

    test('is not made, nor its price changed, by one who comes under thirty names from one network', async () => {
      const shop = stage().other;
      const before = await sizeOf(shop);
      for (let n = 0; n < 30; n++) {
        await look(shop, 'EVIL', '1', `192.0.2.${n}`);
        await look(shop, 'S-1', '1', `192.0.2.${n}`);
      }
      // Whoever allows nothing is no other network either.
      const nobody = shopper(shop);
      await nobody.send(
        [nobody.event('said', { via: 'page', words: [[productOf('EVIL', '1')]] })],
        { consent: {} },
        { 'cf-connecting-ip': '192.0.2.99' },
      );
      await until(async () => (await find(shop, 'EVIL')) !== undefined);
      expect(await find(shop, 'EVIL')).toMatchObject({ witnesses: 1, state: 'seen' });
      expect(await find(shop, 'S-1')).toMatchObject({ price: { amount: 19_950 } });
      expect(await sizeOf(shop)).toBe(before);
    });

    test('goes into a catalogue that the shop has itself only by the merchant’s word, and stays out by it', async () => {
      const shop = stage();
      const file = `item_id,item_name,price,url\nOWN,Own,5,${shopOrigin}/own\n`;
      await shop.owner.ask('/catalog', {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      });
      for (const address of ['203.0.113.7', '198.51.100.7', '192.0.2.7']) {
        await look(shop, 'S-2', '10', address);
        await look(shop, 'S-3', '10', address);
        await look(shop, 'OWN', '1', address);
      }
      await until(async () => (await find(shop, 'S-3'))?.state === 'trusted');
      expect(await sizeOf(shop)).toBe(1);
      // What the feed says is not for pages to say.
      expect(await find(shop, 'OWN')).toBeUndefined();
      expect(await (await say(shop, 'accepted', 'S-2')).json()).toEqual({ changed: 1 });
      await say(shop, 'ignored', 'S-3');
      expect(await sizeOf(shop)).toBe(2);
      expect([(await find(shop, 'S-2'))?.state, (await find(shop, 'S-3'))?.state]).toEqual(['accepted', 'ignored']);
    });

    test('is what it was after a crash', async () => {
      const before = await seenIn(stage());
      await stage().crash();
      expect(await seenIn(stage())).toEqual(before);
      expect(await sizeOf(stage())).toBe(2);
    });

    test('cannot be told as the collector tells it, nor have an address that is not the shop’s', async () => {
      const shop = stage().other;
      const visitor = shopper(shop);
      const reply = await visitor.send([visitor.event('product_accepted', { product: 'EVIL' })]);
      expect(reply.status).toBe(422);
      visitor.open('/p/S-9');
      const words = [[{ ...productOf('S-9', '5'), url: 'https://evil.example/' }]];
      await visitor.send([visitor.event('said', { via: 'page', words })], {}, { 'cf-connecting-ip': '203.0.113.7' });
      await until(async () => (await find(shop, 'S-9')) !== undefined);
      expect((await find(shop, 'S-9'))?.url).toBeNull();
    });
  });
}
