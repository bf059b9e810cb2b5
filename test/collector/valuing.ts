import { describe, expect, test } from 'vitest';
import type { GroupName } from '../../server/customers/groups.ts';
import type { NextAction } from '../../server/customers/next-action.ts';
import type { CustomersReport } from '../../server/visitors/customer-routes.ts';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import type { Worth } from '../../server/visitors/worth.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;

/** Who the shop's customers are and what they are worth. */
export function valuing(stage: () => Stage): void {
  let secret: Promise<string> | null = null;
  const newKey = async () => {
    const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Till' }) });
    return ((await made.json()) as { secret: string }).secret;
  };
  /** A customer whose orders were placed so many days ago, each worth 50. */
  const customer = async (...daysAgo: number[]) => {
    secret ??= newKey();
    const id = crypto.randomUUID();
    const orders = daysAgo.map((ago) => ({
      ...{ order_id: crypto.randomUUID(), time: Date.now() - ago * day, customer: { id } },
      items: [{ item_id: 'A1', quantity: 1, price: 50 }],
    }));
    const tell = async (all: object[]) => {
      const answer = await fetch(`${stage().origin}/v1/orders`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ orders: all }),
      });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
    };
    await tell(orders);
    return { id, orders, tell };
  };
  const report = async () => (await stage().owner.read('/customers?days=90')) as CustomersReport;
  const isIn = async (id: string, group: GroupName, from?: GroupName) => {
    const words = new URLSearchParams({ group, ...(from ? { from } : {}) });
    const { visitors } = (await stage().owner.read(`/customers/people?${words}`)) as PeoplePage;
    return visitors.some((one) => one.customer === id);
  };

  describe('the groups of customers', () => {
    test('hold everyone once, where each stands now and stood before', async () => {
      const weekly = Array.from({ length: 12 }, (_, place) => 2 + 7 * place);
      const [champion, newcomer, lapsed] = [
        await customer(...weekly),
        await customer(1),
        await customer(...weekly.map((ago) => ago + 150)),
      ];
      expect(await isIn(champion.id, 'champions')).toBe(true);
      expect(await isIn(newcomer.id, 'new', 'prospects')).toBe(true);
      expect(await isIn(newcomer.id, 'new', 'loyal')).toBe(false);
      // Which of the two, the shop's other customers decide.
      expect((await isIn(lapsed.id, 'at-risk')) !== (await isIn(lapsed.id, 'previously-loyal'))).toBe(true);
      const { groups, flows } = await report();
      const people = groups.reduce((sum, { people }) => sum + people, 0);
      const { total } = (await stage().owner.read('/visitors')) as PeoplePage;
      expect(people).toBe(total);
      const customers = people - (groups.find(({ group }) => group === 'prospects')?.people ?? 0);
      expect(flows.reduce((sum, flow) => sum + flow.people, 0)).toBe(customers);
    });

    test('count what was kept: an order that comes back whole leaves no customer', async () => {
      const { id, orders, tell } = await customer(3);
      expect(await isIn(id, 'new')).toBe(true);
      const [order] = orders;
      await tell([{ ...order, refunds: [{ refund_id: crypto.randomUUID(), time: Date.now(), value: 50 }] }]);
      expect(await isIn(id, 'new')).toBe(false);
      expect(await isIn(id, 'prospects')).toBe(true);
    });

    test('say what is expected, and that it was learned from this shop', async () => {
      await expect.poll(async () => (await report()).model, { interval: 500 }).toMatchObject({ isFitting: false });
      const { model, top, groups } = await report();
      expect(model.at).not.toBeNull();
      expect(model.customers).toBeGreaterThan(0);
      for (const { nextNet, returns } of top) {
        expect(nextNet.low).toBeLessThanOrEqual(nextNet.mean);
        expect(nextNet.high).toBeGreaterThanOrEqual(nextNet.low);
        expect(returns).toBeGreaterThan(0);
        expect(returns).toBeLessThanOrEqual(1);
      }
      expect(groups.every(({ nextOrders, nextNet }) => nextOrders >= 0 && nextNet >= 0)).toBe(true);
    });
  });

  describe('what to expect of a visitor', () => {
    const worthOf = async (visitor: string) => (await stage().owner.read(`/customers/of/${visitor}`)) as Worth;

    test('is said from the first order on, with how sure that is', async () => {
      const { id } = await customer(10);
      const { group, customer: known } = await worthOf(`customer-${id}`);
      expect([group, known?.orders, known?.net]).toEqual(['new', 1, 5_000]);
      expect(known?.before.map((one) => one.group)).toEqual(['prospects', 'prospects', 'prospects']);
      expect(known?.forecast.horizons.map(({ weeks }) => Math.round(weeks * 7))).toEqual([30, 90, 365]);
      for (const { orders, value, returns } of known?.forecast.horizons ?? [])
        for (const { mean, low, high } of [orders, value, returns]) {
          expect(mean).toBeGreaterThan(0);
          expect(low).toBeLessThanOrEqual(high);
        }
    });

    test('rises in a visit as the cart fills; who is not here has no visit', async () => {
      const visitor = shopper(stage());
      visitor.open('/tea');
      const view = visitor.event('view_item', { items: [{ item_id: 'A1', price: 50 }] });
      await visitor.send([visitor.event('page_view'), view]);
      const id = await stage().owner.visitorOf(view.id);
      const looking = await worthOf(id);
      await visitor.send([visitor.event('add_to_cart', { items: [{ item_id: 'A1', price: 50 }] })]);
      const buying = await worthOf(id);
      expect([looking.group, looking.customer]).toEqual(['prospects', null]);
      expect(buying.session?.chance).toBeGreaterThan(looking.session?.chance ?? 1);
      const { customer: known, session } = await worthOf(`customer-${(await customer(2)).id}`);
      expect([known?.orders, session]).toEqual([1, null]);
    });
  });

  describe('what to do next for a visitor', () => {
    const nextOf = async (visitor: string) => (await stage().owner.read(`/customers/next/${visitor}`)) as NextAction;
    const say = async (customer: string, name: string, ago: number) => {
      const time = new Date(Date.now() - ago).toISOString();
      const answer = await fetch(`${stage().origin}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ events: [{ id: crypto.randomUUID(), name, time, customer }] }),
      });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
    };

    test('is to answer a complaint, until somebody has; and then what else is known of them', async () => {
      const { id } = await customer(2);
      await say(id, 'complaint', 3 * day);
      expect(await nextOf(`customer-${id}`)).toMatchObject({
        ...{ action: 'answer-complaint', way: 'service', why: [{ of: 'complaint', days: 3 }], earns: null },
      });
      await say(id, 'message', day);
      // Nobody has said what they allow.
      expect(await nextOf(`customer-${id}`)).toMatchObject({ action: 'welcome', way: 'ask-first' });
    });
  });
}
