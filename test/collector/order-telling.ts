import { describe, expect, test, vi } from 'vitest';
import { asServer } from './erasing.ts';
import { newPerson, type Person, signed, signedIn } from './knowing.ts';
import { everything, type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const mug = { item_id: 'STATUS-MUG', item_name: 'A red mug', price: 5, quantity: 2 };
const day = 86_400_000;

export function orderTelling(stage: () => Stage): void {
  describe('where an order stands', () => {
    const number = () => `N-${crypto.randomUUID()}`;

    const report = async (orders: object[]) => {
      const ask = await asServer(stage());
      const answer = await ask('/orders', { method: 'POST', body: JSON.stringify({ orders }) });
      expect([answer.status, await answer.json()]).toMatchObject([200, { refused: [] }]);
    };
    const told = (order_id: string, more: object = {}) => ({
      ...{ order_id, time: new Date(Date.now() - day).toISOString(), currency: 'EUR', items: [mug], value: 10 },
      ...more,
    });

    async function seen(visitor: Shopper, words: Parameters<Shopper['send']>[1] = {}) {
      visitor.open('/account');
      const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['order-status'], ...words });
      return answer?.slots.find(({ slot }) => slot === 'order-status')?.props ?? null;
    }

    async function buys(visitor: Shopper, order: string, price = 5) {
      const items = [{ ...mug, price }];
      await visitor.send([visitor.event('purchase', { transaction_id: order, currency: 'EUR', items })]);
    }

    test('is told on the device that placed it, by its last letters, as the shop’s own systems say', async () => {
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view')]);
      expect(await seen(visitor)).toBeNull();
      const order = number();
      await buys(visitor, order);
      const placed = await seen(visitor);
      expect(placed).toMatchObject({ title: `Your order …${order.slice(-4)}`, products: 'A red mug', reached: '1' });
      expect(JSON.stringify(placed)).not.toContain(order);
      await report([told(order, { status: 'shipped', updated: new Date().toISOString() })]);
      await vi.waitFor(async () =>
        expect(await seen(visitor)).toMatchObject({ reached: '2', stages: expect.stringContaining('On its way') }),
      );
      expect(String((await seen(visitor))?.status)).toMatch(/^On its way since /);
      // Without consent nothing is said, nor to anybody else.
      expect(await seen(visitor, { consent: { ...everything, personalisation: false } })).toBeNull();
      expect(await seen(shopper(stage()))).toBeNull();
      await report([told(order, { status: 'delivered', updated: new Date().toISOString() })]);
      await vi.waitFor(async () => expect(await seen(visitor)).toMatchObject({ reached: '3' }));
    });

    test('is not told to whoever only says its number', async () => {
      const [mine, guest] = [number(), number()];
      const who = newPerson('Owner');
      await report([
        told(mine, { customer: { id: who.sub }, status: 'paid', items: [{ ...mug, item_name: 'A secret mug' }] }),
        told(guest, { status: 'paid' }),
      ]);
      for (const order of [mine, guest]) {
        const mallory = shopper(stage());
        await mallory.send([mallory.event('page_view')]);
        await buys(mallory, order, 7);
        expect(await seen(mallory)).toBeNull();
      }
      // The right sum does not help where the shop knows whose it is.
      const eve = shopper(stage());
      const other = number();
      await report([told(other, { customer: { id: who.sub }, status: 'paid' })]);
      await eve.send([eve.event('page_view')]);
      await buys(eve, other);
      expect(await seen(eve)).toBeNull();
      const impostor = await signedIn(stage(), newPerson('Impostor'));
      await buys(impostor.visitor, number());
      expect(JSON.stringify(await seen(impostor.visitor))).not.toMatch(/secret/);
    });

    test('is told on any device for as long as the shop’s backend has signed who is there, and by no other word', async () => {
      const who: Person = newPerson('Traveller');
      const order = number();
      await report([told(order, { customer: { id: who.sub }, status: 'shipped', updated: new Date().toISOString() })]);
      const { visitor } = await signedIn(stage(), who);
      await vi.waitFor(async () =>
        expect(await seen(visitor)).toMatchObject({ title: `Your order …${order.slice(-4)}` }),
      );
      const late = shopper(stage());
      await late.send([late.event('page_view')]);
      const login = late.event('login', { identity: await signed(stage().owner, who) });
      await late.send([{ ...login, time: login.time - 16 * 60_000 }]);
      expect(await seen(late)).toBeNull();
      await visitor.send([visitor.event('logout')]);
      expect(await seen(visitor)).toBeNull();
      const forged = shopper(stage());
      const claims = await signed(stage().other.owner, who);
      await forged.send([forged.event('page_view'), forged.event('login', { identity: claims })]);
      expect(await seen(forged)).toBeNull();
    });
  });
}
