import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import { type LogEvent, orderStatuses } from '../log/log-event.ts';
import { decodeOrder, emptyOrder, encodeOrder, foldReport, mergeOrders } from './order.ts';
import { orderState } from './order-state.ts';
import { type ServerOrder, serverOrderEvents } from './server-order.ts';

const context = { catalog: createCatalog([]), shopCurrency: 'UAH', now: 1_000_000 };
const placed = 1_000;

const line = fc.record(
  {
    item_id: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.integer({ min: 0, max: 500 }),
    cost: fc.integer({ min: 0, max: 300 }),
    serials: fc.uniqueArray(fc.constantFrom('S1', 'S2', 'S3', 'S4'), { maxLength: 4 }),
    warranty_until: fc.integer({ min: 1, max: 9_000 }),
  },
  { requiredKeys: ['item_id', 'quantity', 'price'] },
);

const words = fc.record(
  {
    status: fc.constantFrom(...orderStatuses),
    rate: fc.constantFrom(41.5, 44.1),
    currency: fc.constantFrom('UAH', 'EUR'),
    customer: fc.constantFrom({ id: '1' }, { id: '2' }),
    items: fc.array(line, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['items'] },
);

/** Reports of one order, each of another moment: one of them of that at which it was placed. */
const reports: fc.Arbitrary<ServerOrder[]> = fc
  .uniqueArray(fc.tuple(fc.nat(20), words), { selector: ([moment]) => moment, minLength: 1, maxLength: 7 })
  .map((all) =>
    all.map(([moment, said]) => ({
      ...{ order_id: '7001', time: placed, ...said },
      ...(moment === 0 ? {} : { modified: placed + moment }),
    })),
  );

/** As the log keeps them: an id once, as it came first. */
function logOf(all: readonly ServerOrder[]): LogEvent[] {
  const events = all.flatMap((report) => serverOrderEvents(report, context));
  return [...new Map([...events].reverse().map((event) => [event.id, event])).values()].reverse();
}

function folded(events: readonly LogEvent[]) {
  const order = emptyOrder();
  for (const event of events) foldReport(order, event);
  return order;
}

const stateOf = (all: readonly ServerOrder[]) => orderState(folded(logOf(all)));

describe("reports of an order by the shop's systems", () => {
  test('give the same order whatever order they come in, and however often', () => {
    const shuffled = reports.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all.slice(0, 3)], { minLength: all.length + Math.min(3, all.length) }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, messy]) => {
        expect(stateOf(messy)).toEqual(stateOf(all));
      }),
      { numRuns: 500 },
    );
  });

  test('give the same order when a part of them was stored before, and is heard again', () => {
    fc.assert(
      fc.property(reports, fc.nat(20), (all, cut) => {
        const events = logOf(all);
        const stored = decodeOrder(encodeOrder(folded(events.slice(0, cut))));
        const merged = mergeOrders(mergeOrders(folded(events.slice(cut)), stored), stored);
        expect(orderState(merged)).toEqual(stateOf(all));
      }),
      { numRuns: 300 },
    );
  });

  test('are worth what the newest of them says, and lose no serial number, warranty or cost that another one knew', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const oldestFirst = [...all].sort((a, b) => (a.modified ?? placed) - (b.modified ?? placed));
        const newest = oldestFirst.at(-1);
        const state = stateOf(all);
        expect(state.at).toBe(placed);
        expect(state.currency).toBe(newest?.currency ?? 'UAH');
        expect(state.lines.map(({ id, quantity }) => [id, quantity])).toEqual(
          newest?.items.map(({ item_id, quantity }) => [item_id, quantity]),
        );
        expect(state.rate).toBe(oldestFirst.findLast(({ rate }) => rate !== undefined)?.rate ?? null);
        for (const id of new Set(state.lines.map((one) => one.id))) {
          const told = oldestFirst.map(({ items }) => items.filter(({ item_id }) => item_id === id));
          const serials = told.map((lines) => lines.flatMap((one) => one.serials ?? []));
          expect(state.lines.filter((one) => one.id === id).flatMap((one) => one.serials)).toEqual(
            serials.findLast((known) => known.length > 0) ?? [],
          );
          const hasCost = told.some((lines) => lines.some(({ cost }) => cost !== undefined));
          expect(state.lines.some((one) => one.id === id && one.cost !== null)).toBe(hasCost);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('that go back to what was said before are heard', () => {
    const one = { order_id: '1', time: placed, items: [{ item_id: 'A', quantity: 1, price: 1 }] };
    const two = { ...one, modified: placed + 1, items: [{ item_id: 'A', quantity: 2, price: 1 }] };
    const again = { ...one, modified: placed + 2 };
    expect(stateOf([again, one, two]).lines).toMatchObject([{ quantity: 1 }]);
    expect(stateOf([one, two]).lines).toMatchObject([{ quantity: 2 }]);
  });

  test('deal the serial numbers of a product out over its lines', () => {
    const lineOf = (quantity: number, serials: string[]) => ({ item_id: 'A', quantity, price: 1, serials });
    const order = { order_id: '1', time: placed, items: [lineOf(2, ['S1', 'S2']), lineOf(1, ['S3', 'S4'])] };
    expect(stateOf([order]).lines.map(({ serials }) => serials)).toEqual([
      ['S1', 'S2'],
      ['S3', 'S4'],
    ]);
  });
});
