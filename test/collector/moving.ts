import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeShelf } from './home-shelf.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** What has become cheaper, or came back, since it was last told of: by a call, and by a file. */
export function moving(stage: () => Stage): void {
  const shop = stage;
  let secret = '';
  const name = (number: number) => `MOVE-${number}`;
  const offer = (number: number, price: number, availability = 'in_stock') => ({
    ...{ item_id: name(number), item_name: `Move ${number}`, item_category: 'Moves', price, currency: 'EUR' },
    ...{ availability, url: `https://www.shop.example/move-${number}` },
  });
  const tell = async (...upsert: ReturnType<typeof offer>[]) => {
    const answer = await fetch(`${shop().origin}/v1/catalog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ upsert }),
    });
    expect(answer.status).toBe(200);
  };
  const { use, useAmong, look } = homeShelf(shop);
  const somebody = () => shopper(shop());

  describe('a product that costs less than before', () => {
    beforeAll(async () => {
      const created = await shop().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Moves' }) });
      secret = ((await created.json()) as { secret: string }).secret;
      await tell(offer(1, 20), offer(2, 20), offer(3, 20), offer(4, 20), offer(5, 20, 'out_of_stock'));
      await useAmong('price-dropped', 'Moves');
    });
    afterAll(() => use('for-you'));

    test('is in the next answer with both prices, for whom nobody knows too, and after a crash', async () => {
      await tell(offer(1, 15), offer(2, 10), offer(3, 20));
      const shelf = {
        title: 'Now for less',
        items: [
          { id: name(2), reason: 'Now €10.00, was €20.00' },
          { id: name(1), reason: 'Now €15.00, was €20.00' },
        ],
      };
      expect(await look()).toEqual(shelf);
      expect(await look(somebody(), { consent: { statistics: false, personalisation: false } })).toEqual(shelf);
      await shop().crash();
      expect(await look()).toEqual(shelf);
    });

    test('stands first for who has seen it', async () => {
      const visitor = somebody();
      visitor.open('/move-1');
      await visitor.send([visitor.event('view_item', { items: [{ item_id: name(1) }] })]);
      expect((await look(visitor)).items?.map(({ id }) => id)).toEqual([name(1), name(2)]);
    });

    test('is none that was raised to be lowered, also in a file', async () => {
      await tell(offer(4, 30));
      const row = (number: number, price: number) =>
        `${name(number)},Move ${number},Moves,${price} EUR,https://www.shop.example/move-${number}\n`;
      const body = `item_id,item_name,item_category,price,url\n${row(1, 15)}${row(2, 12)}${row(3, 18)}${row(4, 20)}`;
      const headers = { 'content-type': 'application/octet-stream' };
      expect((await shop().owner.ask('/catalog', { method: 'POST', body, headers })).status).toBe(200);
      const shown = await look();
      expect(shown.items).toEqual([
        { id: name(1), reason: 'Now €15.00, was €20.00' },
        { id: name(3), reason: 'Now €18.00, was €20.00' },
      ]);
    });
  });

  describe('a product that was sold out', () => {
    beforeAll(async () => {
      await tell(offer(6, 20, 'out_of_stock'), offer(7, 20, 'out_of_stock'));
      await useAmong('back-in-stock', 'Moves');
    });
    afterAll(() => use('for-you'));

    test('is there when it is back, with the day; and gone when it is gone', async () => {
      expect((await look()).title).not.toBe('Back in stock');
      await tell(offer(6, 20));
      const today = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
      const words = [0, 1, -1].map((days) => `Back in stock since ${today.format(Date.now() + days * 86_400_000)}`);
      const { title, items } = await look();
      expect([title, items?.map(({ id }) => id)]).toEqual(['Back in stock', [name(6)]]);
      expect(words).toContain(items?.[0]?.reason);
      await shop().crash();
      expect((await look()).items?.map(({ id }) => id)).toEqual([name(6)]);
      await tell(offer(6, 20, 'out_of_stock'));
      expect((await look()).title).not.toBe('Back in stock');
    });
  });
}
