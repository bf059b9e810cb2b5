import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { emptyOrder, encodeOrder, foldReport, type Order } from '../orders/order.ts';
import { orderState } from '../orders/order-state.ts';
import { anonymousEvent, anonymousOrder } from './anonymous.ts';
import { withoutKeys } from './without-keys.ts';

const item = fc.record(
  {
    id: fc.constantFrom('A', 'B'),
    name: fc.constantFrom('Mug', 'Mug for Anna'),
    category: fc.constant('Mugs'),
    quantity: fc.integer({ min: 1, max: 3 }),
    price: fc.integer({ min: 0, max: 900 }),
    cost: fc.integer({ min: 0, max: 900 }),
    serials: fc.constant<string[]>(['S-1']),
    warrantyUntil: fc.constant(9_000),
  },
  { requiredKeys: ['id', 'quantity'] },
);
const report: fc.Arbitrary<LogEvent> = fc
  .record({
    id: fc.integer({ min: 0, max: 99 }).map((number) => `e${number}`),
    visitor: fc.constantFrom('phone', 'customer-c77x'),
    at: fc.integer({ min: 0, max: 50 }),
    name: fc.constantFrom('purchase', 'refund', 'order_status', 'order_amended', 'order_details'),
    byBrowser: fc.boolean(),
    items: fc.array(item, { maxLength: 3 }),
    value: fc.integer({ min: 0, max: 5_000 }),
    status: fc.constantFrom('paid', 'shipped', 'for Anna'),
  })
  .map(({ byBrowser, status, ...event }) => ({
    ...event,
    order: '7001',
    currency: 'EUR',
    came: 'email' as const,
    params: {
      status,
      placed: 7,
      rate: 1.5,
      tax: 3,
      shipping: '4.90',
      discount: 2,
      payment_fee: 1,
      coupon: 'ANNA10',
      note: 'for Anna',
    },
    identity: { customer: 'c77x', name: 'Anna', evidence: 'server' as const },
    ...(byBrowser ? { page: { id: 'p', path: '/anna', title: 'Anna' } } : {}),
    client: { country: 'UA', region: 'UA-30', browser: 'Firefox' },
  }));

function orderOf(events: readonly LogEvent[]): Order {
  const order = emptyOrder();
  for (const event of events) foldReport(order, event);
  return order;
}

test('an order that becomes anonymous is the fold of its anonymous reports, worth the same, and nobody’s', () => {
  fc.assert(
    fc.property(fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 8 }), (events) => {
      const left = events.map((event) => anonymousEvent(event) ?? event);
      const made = anonymousOrder(orderOf(events), new Set(events.map(({ id }) => id)));
      expect(encodeOrder(made)).toBe(encodeOrder(orderOf(left)));
      const { visitor, gross, refunded, currency, status } = orderState(made);
      const before = orderState(orderOf(events));
      expect({ gross, refunded, currency, status, visitor }).toEqual({
        gross: before.gross,
        refunded: before.refunded,
        currency: before.currency,
        status: before.status,
        visitor: null,
      });
      const text = JSON.stringify(left) + encodeOrder(made);
      expect(text).not.toMatch(/anna|c77x|phone|S-1|firefox|UA-30/i);
    }),
  );
});

test('of all but reports of orders nothing stays', () => {
  const event = { id: 'a', visitor: 'v', at: 1, name: 'page_view' };
  expect(anonymousEvent(event)).toBeNull();
  expect(anonymousEvent({ ...event, name: 'purchase' }), 'a purchase that names no order').toBeNull();
});

test('someone else’s event loses the key that was taken back, and nothing of their own', () => {
  const event = { id: 'a', visitor: 'other', at: 1, name: 'login', term: 'tea' };
  const identity = {
    customer: '77',
    name: 'Bohdan',
    email: 'A@b.example',
    phone: '+38 067',
    evidence: 'signed' as const,
  };
  expect(withoutKeys({ ...event, identity }, new Set(['customer:77']))).toEqual(event);
  const { email: _, ...rest } = identity;
  expect(withoutKeys({ ...event, identity }, new Set(['email:a@b.example', 'customer:42']))).toEqual({
    ...event,
    identity: rest,
  });
  const edges = [
    { key: 'customer:42', joins: false },
    { key: 'customer:77', joins: false },
  ];
  expect(withoutKeys({ ...event, edges }, new Set(['customer:42']))?.edges).toEqual([edges[1]]);
  expect(withoutKeys({ ...event, edges }, new Set(['customer:42', 'customer:77']))).toBeNull();
});
