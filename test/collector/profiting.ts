import { describe, expect, test } from 'vitest';
import type { PersonProfit } from '../../server/profit/of-person.ts';
import type { ProfitReport } from '../../server/profit/report.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const day = 86_400_000;

/** What the shop's sales leave, and of whom. Each test has days of its own, in which nobody else buys. */
export function profiting(stage: () => Stage): void {
  let secret = '';
  const tell = async (path: string, body: unknown) => {
    if (secret === '') {
      const made = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Books' }) });
      secret = ((await made.json()) as { secret: string }).secret;
    }
    const answer = await fetch(`${stage().origin}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
  };
  const order = (time: string, words: object) => ({
    ...{ order_id: crypto.randomUUID(), time: `${time}T12:00:00Z`, customer: { id: crypto.randomUUID() } },
    ...words,
  });
  const read = async (words: Record<string, string>) =>
    (await stage().owner.read(`/profit?${new URLSearchParams(words)}`)) as ProfitReport;
  const keep = (rule: string, terms: object) =>
    stage().owner.ask(`/profit/rules/${rule}`, { method: 'PUT', body: JSON.stringify(terms) });
  const stepsOf = ({ steps, total }: Pick<ProfitReport, 'steps' | 'total'>) =>
    Object.fromEntries(steps.map(({ id, rule }, place) => [rule?.name ?? id, total.sums[place]]));

  describe('what sales leave', () => {
    test('is told step by step, and who and what leaves it, with the costs that the order names', async () => {
      const time = '2023-02-01';
      const items = [
        { item_id: 'K1', item_name: 'Kettle', quantity: 2, price: 100, cost: 60 },
        { item_id: 'C1', item_name: 'Cup', quantity: 1, price: 50 },
      ];
      const one = order(time, {
        ...{ items, country: 'RO', shipping: 8, discount: 20, shipping_cost: 6, payment_fee: '2.50' },
        refunds: [{ refund_id: '1', time: `${time}T15:00:00Z`, items: [{ item_id: 'K1', quantity: 1, price: 100 }] }],
      });
      await tell('/orders', { orders: [one] });
      const report = await read({ from: time, to: time, by: 'product' });
      expect(stepsOf(report)).toMatchObject({
        ...{ sales: 27_000, discounts: 2_000, returns: 10_000, delivery: 800, uncosted: 5_000 },
        ...{ goods: 6_000, shipping: 600, payment: 250 },
      });
      expect(report.total).toMatchObject({ orders: 1, net: 15_000, profit: 15_000 + 800 - 5_000 - 6_000 - 850 });
      const [kettle, cup] = report.rows;
      expect([kettle?.key, kettle?.profit, cup?.key, cup?.profit]).toEqual(['K1', expect.any(Number), 'C1', null]);
      const { rows } = await read({ from: time, to: time, by: 'region' });
      expect(rows).toMatchObject([{ key: 'RO', net: 15_000 }]);
      const people = await read({ from: time, to: time, by: 'customer', of: 'product', key: 'K1' });
      expect(people.rows).toMatchObject([{ visitor: { customer: one.customer.id }, net: kettle?.net }]);
      const own = (await stage().owner.read(`/profit/of/customer-${one.customer.id}`)) as PersonProfit;
      expect([own.total.net, own.total.profit]).toEqual([report.total.net, report.total.profit]);
    });

    test('follows each report at once, and is the same after a crash', async () => {
      const time = '2023-02-02';
      const one = order(time, { items: [{ item_id: 'K1', quantity: 1, price: 100, cost: 60 }] });
      await tell('/orders', { orders: [one] });
      expect((await read({ from: time, to: time })).total.profit).toBe(4_000);
      await tell('/orders', { orders: [{ ...one, status: 'cancelled', updated: `${time}T16:00:00Z` }] });
      const gone = await read({ from: time, to: time });
      expect(gone.total).toMatchObject({ orders: 0, net: 0, profit: 0 });
      await stage().crash();
      expect((await read({ from: time, to: time })).total).toEqual(gone.total);
    });

    test('in a currency of no known rate is said, and counted nowhere', async () => {
      const time = '2023-02-03';
      await tell('/orders', {
        orders: [
          order(time, { currency: 'JPY', items: [{ item_id: 'K1', quantity: 1, price: 900 }] }),
          order(time, { currency: 'JPY', rate: 0.01, items: [{ item_id: 'K1', quantity: 1, price: 900, cost: 400 }] }),
        ],
      });
      const { total, unrated } = await read({ from: time, to: time });
      expect([total.net, total.profit]).toEqual([900, 500]);
      expect(unrated).toEqual([{ currency: 'JPY', orders: 1, net: 900 }]);
    });

    test('is of the channel by which the visitor came before the order, not after it', async () => {
      const visitor = shopper(stage());
      visitor.open('/?utm_source=letter&utm_medium=email');
      const item = { item_id: `K-${crypto.randomUUID()}`, price: 5 };
      const bought = { transaction_id: crypto.randomUUID(), items: [item] };
      await visitor.send([visitor.event('page_view'), visitor.event('purchase', bought)]);
      visitor.open('/?utm_source=maps&utm_medium=cpc');
      await visitor.send([visitor.event('page_view')]);
      const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
      const time = { from: dayOf(Date.now() - day), to: dayOf(Date.now() + day) };
      const { rows } = await read({ ...time, by: 'channel', of: 'product', key: item.item_id });
      expect(rows).toMatchObject([{ key: 'email', net: 500 }]);
    });
  });

  describe('the rules of indirect costs', () => {
    test('count from their day on, keep what they said before, and are tried out before they hold', async () => {
      const items = [{ item_id: 'K1', quantity: 1, price: 100, cost: 60 }];
      await tell('/orders', { orders: [order('2023-03-01', { items }), order('2023-03-11', { items })] });
      const [before, after] = [
        { from: '2023-03-01', to: '2023-03-01' },
        { from: '2023-03-11', to: '2023-03-11' },
      ];
      const terms = { since: '2023-03-01', name: 'Packing', per: 'parcel', channel: null, amount: '1.50' };
      expect((await keep('packing', terms)).status).toBe(204);
      const draft = { ...terms, rule: 'packing', since: '2023-03-10', amount: '4', ...after };
      const tried = await stage().owner.ask('/profit/preview', { method: 'POST', body: JSON.stringify(draft) });
      expect(await tried.json()).toMatchObject({ before: { profit: 3_850 }, after: { profit: 3_600 }, cost: 400 });
      expect((await read(after)).total.profit).toBe(3_850);
      await keep('packing', { ...terms, since: '2023-03-10', amount: '4' });
      expect((await read(before)).total.profit).toBe(3_850);
      expect((await read(after)).total.profit).toBe(3_600);
      await keep('packing', { ...terms, since: '2023-03-11', amount: null });
      expect((await read(after)).total.profit).toBe(4_000);
      await stage().owner.ask('/profit/rules/packing?since=2023-03-11', { method: 'DELETE' });
      await stage().owner.ask('/profit/rules/packing?since=2023-03-10', { method: 'DELETE' });
      const { rules } = (await stage().owner.read('/profit/rules')) as { rules: object[] };
      expect(rules).toMatchObject([{ rule: 'packing', decimal: '1.50', by: stage().owner.email }]);
      await stage().owner.ask('/profit/rules/packing', { method: 'DELETE' });
      expect((await read(before)).total.profit).toBe(4_000);
    });

    test('deal a month’s rent out to who ordered in it, and to a person their part of it', async () => {
      const items = [{ item_id: 'K1', quantity: 1, price: 100, cost: 60 }];
      const orders = ['2023-04-03', '2023-04-20', '2023-04-21'].map((time) => order(time, { items }));
      await tell('/orders', { orders });
      const terms = { since: '2023-04-01', name: 'Rent', per: 'month-order', channel: null, amount: '30' };
      await keep('rent', terms);
      const april = { from: '2023-04-01', to: '2023-04-30' };
      const { rows, total } = await read({ ...april, by: 'customer' });
      expect([total.profit, ...rows.map(({ profit }) => profit)]).toEqual([9_000, 3_000, 3_000, 3_000]);
      expect((await read({ from: '2023-04-20', to: '2023-04-29' })).total.profit).toBe(8_000 - 1_000);
      await keep('rent', { ...terms, since: '2023-05-01', amount: null });
      const own = (await stage().owner.read(`/profit/of/customer-${orders[0]?.customer.id}`)) as PersonProfit;
      expect([own.total.orders, own.total.profit, stepsOf(own).Rent]).toEqual([1, 3_000, 1_000]);
      await stage().owner.ask('/profit/rules/rent', { method: 'DELETE' });
    });

    test('charge minutes of service to whom they were for', async () => {
      // Events are taken of the last 30 days.
      const time = new Date(Date.now() - 9 * day).toISOString().slice(0, 10);
      const one = order(time, { items: [{ item_id: 'K1', quantity: 1, price: 100, cost: 60 }] });
      await tell('/orders', { orders: [one] });
      const call = { name: 'message', time: `${time}T17:00:00Z`, id: crypto.randomUUID(), customer: one.customer.id };
      await tell('/events', { events: [{ ...call, params: { minutes: 12 } }] });
      await keep('desk', { since: time, name: 'Service', per: 'minute', channel: null, amount: '0.50' });
      const key = `customer:${one.customer.id}`;
      const report = await read({ from: time, to: time, by: 'product', of: 'customer', key });
      expect(report.rows).toMatchObject([{ key: 'K1', profit: 4_000 - 600 }]);
      expect(stepsOf(report)).toMatchObject({ Service: 600 });
      const own = (await stage().owner.read(`/profit/of/customer-${one.customer.id}`)) as PersonProfit;
      expect(own.total.profit).toBe(3_400);
      await stage().owner.ask('/profit/rules/desk', { method: 'DELETE' });
    });

    test.each([
      ['amount', { amount: 'much' }],
      ['amount', { amount: '-1' }],
      ['amount', { per: 'revenue', amount: '101' }],
      ['since', { since: 'yesterday' }],
      ['per', { per: 'moon' }],
    ])('are refused by their %s', async (field, words) => {
      const terms = { since: '2023-03-01', name: 'Packing', per: 'parcel', channel: null, amount: '1', ...words };
      const answer = await keep('wrong', terms);
      expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([422, field]);
    });

    test('and the report go into a file for a spreadsheet', async () => {
      const time = '2023-05-01';
      const items = [{ item_id: 'K1', quantity: 1, price: 100, cost: 60 }];
      await tell('/orders', { orders: [order(time, { items })] });
      const answer = await stage().owner.ask(`/profit/table.csv?from=${time}&to=${time}&by=product&separator=comma`);
      const [head = '', line] = (await answer.text()).split('\r\n');
      expect(head.replace('\u{FEFF}', '')).toMatch(/^product,name,orders,pieces,net,profit,margin,currency,sales,/);
      expect(line).toMatch(/^K1,[^,]*,1,1,100\.00,40\.00,0\.4000,EUR,100\.00,/);
    });
  });
}
