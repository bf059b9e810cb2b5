import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogEvent, orderStatuses } from '../log/log-event.ts';
import { decodeOrder, emptyOrder, encodeOrder, foldReport, mergeOrders, type Order } from './order.ts';
import { orderState } from './order-state.ts';

const page = { id: 'p', path: '/thanks' };

const report: fc.Arbitrary<LogEvent> = fc.record(
  {
    id: fc.nat(30).map((number) => `e${number}`),
    visitor: fc.constantFrom('v', 'customer-1', '~nobody'),
    at: fc.nat(6),
    name: fc.constantFrom('purchase', 'refund', 'order_status', 'order_amended', 'order_details'),
    order: fc.constant('7001'),
    currency: fc.constantFrom('UAH', 'EUR'),
    value: fc.nat(10_000),
    params: fc.record({
      status: fc.constantFrom(...orderStatuses, 'lost'),
      rate: fc.constantFrom(44.1, 45),
      placed: fc.nat(6),
    }),
    page: fc.constant(page),
    items: fc.array(
      fc.record(
        {
          id: fc.constantFrom('A', 'B'),
          quantity: fc.nat(3),
          price: fc.nat(500),
          serials: fc.constantFrom(['S1'], ['S2', 'S3']),
          warrantyUntil: fc.nat(9),
          cost: fc.nat(400),
        },
        { requiredKeys: ['id', 'quantity'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['id', 'visitor', 'at', 'name', 'order'] },
);

/** As the log keeps them: an id is always the same event. */
const reports = fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 25 });

function foldAll(all: readonly LogEvent[]): Order {
  const order = emptyOrder();
  for (const one of all) foldReport(order, one);
  return order;
}

describe('an order', () => {
  test('is the same after any order and repetition of its reports', () => {
    const shuffled = reports.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all.slice(0, 7)], { minLength: Math.min(all.length, all.length + 7) }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, messy]) => {
        const missing = all.filter((one) => !messy.includes(one));
        const other = foldAll([...messy, ...missing]);
        expect(encodeOrder(other)).toBe(encodeOrder(foldAll(all)));
        expect(orderState(other)).toEqual(orderState(foldAll(all)));
      }),
      { numRuns: 300 },
    );
  });

  test('of two parts, one of them stored in between and repeated, is the order of the whole', () => {
    fc.assert(
      fc.property(reports, fc.nat(25), (all, cut) => {
        const stored = decodeOrder(encodeOrder(foldAll(all.slice(0, cut))));
        const merged = mergeOrders(mergeOrders(foldAll(all.slice(cut)), stored), stored);
        expect(encodeOrder(merged)).toBe(encodeOrder(foldAll(all)));
      }),
      { numRuns: 300 },
    );
  });

  test("is what the shop's own systems say, whichever report came first", () => {
    fc.assert(
      fc.property(reports, (all) => {
        const { confirmed, gross, currency } = orderState(foldAll(all));
        const own = all.filter(
          (one) => /^(purchase|order_amended)$/.test(one.name) && !one.page && one.currency && one.value !== undefined,
        );
        expect(confirmed).toBe(own.length > 0);
        if (confirmed) expect(own.map(({ value, currency: of }) => [value, of])).toContainEqual([gross, currency]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the state of an order', () => {
  const mugs = { id: 'A', name: 'Mug', quantity: 3, price: 250 };
  const bags = { id: 'B', quantity: 1, price: 1_000 };
  const said = (words: Partial<LogEvent>): LogEvent => ({
    ...{ id: `e${words.at}${words.name}`, visitor: 'v', at: 10, name: 'purchase', order: '7001', currency: 'UAH' },
    ...words,
  });
  const browser = said({ value: 1_750, items: [mugs, bags], page });

  test('is placed when only the page has reported it', () => {
    expect(orderState(foldAll([browser]))).toMatchObject({
      ...{ status: 'placed', gross: 1_750, refunded: 0, currency: 'UAH', confirmed: false, visitor: 'v' },
      lines: [
        { id: 'A', name: 'Mug', quantity: 3, returned: 0 },
        { id: 'B', quantity: 1, returned: 0 },
      ],
    });
  });

  test('goes through its stages; serial numbers and warranty belong to their line', () => {
    const items = [{ id: 'A', quantity: 1, serials: ['SN-1'], warrantyUntil: 99 }];
    const shipped = said({ name: 'order_status', params: { status: 'shipped' }, at: 13, items });
    const paid = said({ name: 'order_status', params: { status: 'paid' }, at: 12 });
    const state = orderState(foldAll([shipped, browser, paid]));
    expect(state.status).toBe('shipped');
    expect(state.steps.map(({ status }) => status)).toEqual(['placed', 'paid', 'shipped']);
    expect(state.lines[0]).toMatchObject({ serials: ['SN-1'], warrantyUntil: 99 });
    expect(state.lines[1]).toMatchObject({ serials: [], warrantyUntil: null });
  });

  test("counts the shop's figures and the customer whom the shop names, with the rate of the day", () => {
    const server = said({
      at: 9,
      visitor: 'customer-1',
      currency: 'EUR',
      value: 40,
      items: [bags],
      params: { rate: 44.12 },
    });
    expect(orderState(foldAll([browser, server]))).toMatchObject({
      ...{ at: 9, visitor: 'customer-1', currency: 'EUR', gross: 40, rate: 44.12, confirmed: true },
      lines: [{ id: 'B' }],
    });
  });

  test('takes returns off line by line, and a refund without a word as all of it', () => {
    const back = said({ name: 'refund', at: 14, items: [{ ...mugs, quantity: 2 }] });
    const part = orderState(foldAll([browser, back]));
    expect([part.refunded, part.lines.map(({ returned }) => returned)]).toEqual([500, [2, 0]]);
    const { currency: _, ...all } = said({ name: 'refund', at: 15 });
    const whole = orderState(foldAll([browser, all]));
    expect([whole.refunded, whole.lines.map(({ returned }) => returned)]).toEqual([1_750, [3, 1]]);
  });

  test("takes no page's word for a refund or a status of an order that the shop knows", () => {
    const server = said({ at: 11, value: 1_750, items: [mugs, bags] });
    const forged = [
      said({ name: 'refund', at: 14, value: 1_750, page }),
      said({ name: 'order_status', params: { status: 'cancelled' }, at: 15, page }),
    ];
    expect(orderState(foldAll([browser, server, ...forged]))).toMatchObject({ status: 'placed', refunded: 0 });
  });

  test('brings nothing when it is cancelled', () => {
    const cancelled = said({ name: 'order_status', params: { status: 'cancelled' }, at: 15 });
    expect(orderState(foldAll([browser, cancelled]))).toMatchObject({ status: 'cancelled', refunded: 1_750 });
  });

  test('that only a return is known of is no order, and its money is not lost', () => {
    const back = said({ name: 'refund', at: 14, value: 500 });
    expect(orderState(foldAll([back]))).toMatchObject({ status: null, gross: null, refunded: 500, currency: 'UAH' });
  });

  test('waits for what was bought where a status comes first', () => {
    const paid = said({ name: 'order_status', params: { status: 'paid' }, at: 12 });
    expect(orderState(foldAll([paid]))).toMatchObject({ status: 'paid', gross: null, lines: [], visitor: null });
  });
});
