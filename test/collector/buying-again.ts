import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { readiness as readinessOf } from '../../server/shelves/readiness.ts';
import { homeShelf } from './home-shelf.ts';
import { newPerson, signedIn } from './knowing.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;

/** What is bought again and again is offered when it is about due, and not before. */
export function buyingAgain(stage: () => Stage): void {
  const { use, useAmong, look } = homeShelf(stage);
  let secret = '';
  const tell = async (path: string, body: object) => {
    const answer = await fetch(`${stage().origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
  };
  const order = (customer: string, item_id: string, daysAgo: number) => ({
    ...{ order_id: crypto.randomUUID(), time: Date.now() - daysAgo * day, customer: { id: customer }, currency: 'EUR' },
    items: [{ item_id, quantity: 1, price: 9 }],
  });

  describe('a product that people buy again', () => {
    const regular = newPerson('Regular');
    const [coffee, kettle] = ['AGAIN-COFFEE', 'AGAIN-KETTLE'];
    let phone: Awaited<ReturnType<typeof signedIn>>;
    const last = order(regular.sub, coffee, 30);

    beforeAll(async () => {
      const { owner } = stage();
      const created = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Again' }) });
      secret = ((await created.json()) as { secret: string }).secret;
      const upsert = [coffee, kettle].map((item_id) => ({
        ...{ item_id, item_name: item_id, item_category: 'Again', price: 9, currency: 'EUR' },
        url: 'https://www.shop.example/again',
      }));
      await tell('/v1/catalog', { upsert });
      // Clocks are fitted again on another day, or once there are a tenth more orders than they know.
      const { readiness } = (await owner.read('/shelves/recipes')) as { readiness: ReturnType<typeof readinessOf> };
      const enough = Math.max(10, Math.ceil(readiness['bought-together'].have * 0.3));
      const others = Array.from({ length: enough }, (_, number) => newPerson(`Other ${number}`).sub);
      const orders = others.flatMap((customer, number) => [
        ...[0, 1, 2, 3].map((time) => order(customer, coffee, 2 + (number % 10) + time * (26 + (number % 5)))),
        order(customer, kettle, 20 + 9 * (number % 10)),
      ]);
      for (let at = 0; at < orders.length; at += 50) await tell('/v1/orders', { orders: orders.slice(at, at + 50) });
      await tell('/v1/orders', { orders: [last, order(regular.sub, coffee, 58), order(regular.sub, kettle, 58)] });
      phone = await signedIn(stage(), regular);
      await useAmong('buy-again', 'Again');
    });
    afterAll(() => use('for-you'));

    test('is there for the person, on whichever device, with the day on which they bought it last', async () => {
      // Asking for what is known of somebody has the clocks learned.
      const learned = async () => {
        await stage().owner.read(`/customers/of/${phone.id}`);
        return (await look(phone.visitor)).items;
      };
      await expect.poll(learned, { timeout: 10_000, interval: 300 }).toBeDefined();
      const { title, items } = await look((await signedIn(stage(), regular)).visitor);
      expect([title, items?.map(({ id }) => id)]).toEqual(['Time for these again', [coffee]]);
      const on = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
      const words = [-1, 0, 1].map(
        (more) => `You bought this on ${on.format(last.time + more * day)}: about time again`,
      );
      expect(words).toContain(items?.[0]?.reason);
    });

    test('is not there without consent to know them', async () => {
      expect(
        (await look(phone.visitor, { consent: { statistics: true, personalisation: false } })).items,
      ).toBeUndefined();
    });

    test('is not there any more once they have bought it, or when what they bought came back', async () => {
      const other = newPerson('Sends back');
      const sent = order(other.sub, coffee, 32);
      await tell('/v1/orders', { orders: [sent] });
      const device = await signedIn(stage(), other);
      await expect.poll(async () => (await look(device.visitor)).items?.map(({ id }) => id)).toEqual([coffee]);
      const refunds = [{ refund_id: crypto.randomUUID(), time: Date.now(), items: sent.items }];
      await tell('/v1/orders', { orders: [{ ...sent, refunds }] });
      await expect.poll(async () => (await look(device.visitor)).items).toBeUndefined();

      await tell('/v1/orders', { orders: [order(regular.sub, coffee, 0)] });
      await expect.poll(async () => (await look(phone.visitor)).items).toBeUndefined();
    });
  });
}
