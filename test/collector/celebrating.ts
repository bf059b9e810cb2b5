import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Occasions } from '../../server/occasions/occasions.ts';
import { homeShelf } from './home-shelf.ts';
import { type Problem, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;

interface Chosen {
  occasions: Occasions;
  usual: Occasions;
  coming: { occasion: string; days: number; lead: number }[];
  learnt: { least: number; most: number; currency: string } | null;
  history: { chosen: Occasions; by: string }[];
}

/** Gift lists: what people ordered before an occasion in past years, on the days before it and on no other. */
export function celebrating(stage: () => Stage): void {
  const { use, useAmong, look } = homeShelf(stage);
  const word = crypto.randomUUID().slice(0, 8);
  const of = (id: string) => `${word}-${id}`;
  const [mug, candle, soap, plate] = [of('mug'), of('candle'), of('soap'), of('plate')];
  const [spoon, lamp, vase, ring] = [of('spoon'), of('lamp'), of('vase'), of('ring')];
  const prices = { [mug]: 9, [candle]: 10, [soap]: 11, [plate]: 12, [spoon]: 13, [lamp]: 9, [vase]: 12, [ring]: 900 };
  const chosen = async () => (await stage().owner.read('/occasions')) as Chosen;
  const choose = (occasions: unknown) =>
    stage().owner.ask('/occasions', { method: 'PUT', body: JSON.stringify(occasions) });
  /** None but one of the shop's own, in so many days by the days of the shop (UTC). */
  const inDays = async (
    days: number,
    lead: number,
    {
      name = { en: 'For our birthday', uk: 'На наш день' },
      price = { how: 'learnt' },
    }: { name?: object; price?: object } = {},
  ) => {
    const { usual } = await chosen();
    const date = new Date(Date.now() + days * day);
    const builtIn = Object.fromEntries(Object.entries(usual.builtIn).map(([id, one]) => [id, { ...one, on: false }]));
    const own = { words: name, month: date.getUTCMonth() + 1, day: date.getUTCDate(), year: null, lead };
    return choose({ builtIn, own: [own], price });
  };

  describe('a gift list', () => {
    beforeAll(async () => {
      const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Gift lists' }) });
      const { secret } = (await made.json()) as { secret: string };
      const tell = async (path: string, body: object) => {
        const answer = await fetch(`${stage().origin}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
      };
      const order = (item_id: string, daysAgo: number) => ({
        ...{ order_id: crypto.randomUUID(), time: Date.now() - daysAgo * day, currency: 'EUR' },
        ...{ customer: { id: crypto.randomUUID() }, items: [{ item_id, quantity: 1, price: 9 }] },
      });
      const upsert = Object.entries(prices).map(([item_id, price]) => ({
        ...{ item_id, item_name: item_id, item_category: word, price, currency: 'EUR' },
        url: 'https://www.shop.example/gift',
      }));
      await tell('/v1/catalog', { upsert });
      const times = (count: number, item: string, daysAgo: number) =>
        Array.from({ length: count }, () => order(item, daysAgo));
      // A year before the day in 12 days it was 353 days ago: ten days before that there is the season.
      const orders = [
        ...times(30, mug, 363),
        ...times(20, candle, 360),
        ...times(15, soap, 362),
        ...[...times(10, plate, 361), ...times(8, spoon, 361)],
        // Of a hundred gifts fewer than five cost so much.
        ...times(4, ring, 359),
        ...[...times(40, lamp, 200), ...times(4, lamp, 360)],
      ];
      await tell('/v1/orders', { orders });
      await useAmong('gift-list', word);
    });
    afterAll(async () => {
      await choose((await chosen()).usual);
      await use('for-you');
    });

    const words = 'For our birthday, in 12 days';
    const list = { title: 'Gift ideas', items: [mug, candle, soap, plate, spoon].map((id) => ({ id, reason: words })) };

    test('is what was ordered before it in the year before more than otherwise, without consent too, and after a crash', async () => {
      expect((await inDays(12, 14)).status).toBe(204);
      expect((await chosen()).coming).toEqual([{ occasion: 'For our birthday', days: 12, lead: 14 }]);
      expect(await look()).toEqual(list);
      const consent = { statistics: false, personalisation: false, marketing: false };
      expect(await look(undefined, { consent })).toEqual(list);
      await stage().crash();
      expect(await look()).toEqual(list);
    });

    test('keeps to the prices that people give gifts for, to those that the merchant sets, or to none; and tells which', async () => {
      await inDays(12, 14);
      expect((await chosen()).learnt).toEqual({ least: 900, most: 1300, currency: 'EUR' });
      const ids = async () => (await look()).items?.filter(({ reason }) => reason === words).map(({ id }) => id);
      await inDays(12, 14, { price: { how: 'set', least: 1000, most: 1300, currency: 'EUR' } });
      expect(await ids()).toEqual([candle, soap, plate, spoon]);
      await inDays(12, 14, { price: { how: 'any' } });
      expect(await ids()).toEqual([mug, candle, soap, plate, spoon, ring]);
      const refused = await inDays(12, 14, { price: { how: 'set', least: 1100, most: 1000, currency: 'EUR' } });
      expect([refused.status, ((await refused.json()) as Problem).field]).toEqual([422, 'price.most']);
      expect((await inDays(12, 14, { price: { how: 'set', least: 1, most: 2, currency: 'XYZ' } })).status).toBe(422);
    });

    test('is not there before its days have begun, nor on the day itself', async () => {
      await inDays(12, 11);
      expect((await look()).items).toBeUndefined();
      await inDays(0, 30);
      expect((await look()).items).toBeUndefined();
    });

    test('is of what is popular where nothing is known of such days, and does not say more', async () => {
      await inDays(1, 1, { name: { en: 'For the harvest' } });
      const { items } = await look();
      expect(items?.[0]).toEqual({ id: lamp, reason: 'Bought often these weeks' });
    });

    test('follows the choice, which tells who made it; a day that does not exist is refused with its field', async () => {
      await inDays(12, 14);
      const { occasions, usual, history } = await chosen();
      expect(history[0]).toMatchObject({ by: stage().owner.email, chosen: occasions });
      const [own] = occasions.own;
      const wrong = await choose({ ...usual, own: [{ ...own, month: 2, day: 30 }] });
      expect([wrong.status, ((await wrong.json()) as Problem).field]).toEqual([422, 'own.0.day']);
      expect((await choose({ ...usual, own: [{ ...own, lead: 121 }] })).status).toBe(422);
      expect((await chosen()).occasions).toEqual(occasions);
    });

    test('has what is bought in visits that are for somebody else, whenever that was; after a crash too', async () => {
      await inDays(12, 14);
      const buy = async (gift: { on: boolean } | null) => {
        const visitor = shopper(stage());
        const thing = { item_id: vase, item_category: word, price: 12, quantity: 1 };
        const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 12, items: [thing] };
        const said = [visitor.event('page_view'), ...(gift ? [visitor.event('gift', gift)] : [])];
        for (const event of said) event.time -= 2 * day;
        await visitor.send(said);
        const bought = visitor.event('purchase', order);
        bought.time -= 2 * day - 1_000;
        expect((await visitor.send([bought])).status).toBeLessThan(300);
      };
      await buy(null);
      expect((await look()).items?.find(({ id, reason }) => id === vase && reason === words)).toBeUndefined();
      for (let time = 0; time < 6; time++) await buy({ on: true });
      expect((await look()).items).toContainEqual({ id: vase, reason: words });
      const before = await look();
      await stage().crash();
      expect(await look()).toEqual(before);
    });
  });
}
