import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportedEvent } from './event-schema.ts';
import { fromRow, type LogEvent, toRow } from './log-event.ts';
import type { Reason } from './reason.ts';
import type { Receipt } from './receipt.ts';

const product = fc.oneof(fc.string(), fc.constantFrom('__proto__', '1', ''));
const reason: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({
    code: fc.constantFrom('bought-together' as const, 'viewed-next' as const),
    with: product,
    support: fc.nat(),
  }),
  fc.record({ code: fc.constantFrom('same-category' as const, 'liked-category' as const), category: fc.string() }),
  fc.record({ code: fc.constantFrom('popular' as const, 'new' as const) }),
  fc.record({ code: fc.constant('trending' as const), orders: fc.nat(), usual: fc.nat().map((all) => all / 4) }),
  fc.record({ code: fc.constantFrom('new-since' as const, 'back-in-stock' as const), since: fc.nat() }),
  fc.record({
    code: fc.constant('price-dropped' as const),
    ...{ was: fc.nat(), price: fc.nat(), currency: fc.constant('UAH'), since: fc.nat() },
  }),
);
const receipt: fc.Arbitrary<Receipt> = fc.record({
  id: fc.string(),
  slot: fc.string(),
  widget: fc.constant('shelf'),
  rung: fc.constant('profile' as const),
  consent: fc.constant({ statistics: true }),
  recipe: fc.constantFrom(null, 'for-you@1'),
  inputs: fc.constant({ cart: ['A'], lastVisit: null }),
  steps: fc.constant([{ name: 'popular', count: 3 }]),
  shown: fc.array(fc.record({ id: product, reason, score: fc.double({ noNaN: true, noDefaultInfinity: true }) })),
  arm: fc.constant('only'),
  propensity: fc.constant(1),
});
const decision = (receipts: unknown) => exportedEvent({ id: 'd', visitor: 'v', at: 1, name: 'decision', receipts });
const overDisk = (event: LogEvent) => fromRow(JSON.parse(JSON.stringify(toRow(event))) as unknown[]);

test('a receipt comes out of the log as it went in', () => {
  fc.assert(
    fc.property(fc.array(receipt, { maxLength: 3 }), (receipts) => {
      const event = decision(receipts);
      expect(overDisk(event)).toEqual(JSON.parse(JSON.stringify(event)));
    }),
  );
});

test('one that another version wrote stays as it is', () => {
  const shown = [{ id: 'A', reason: { code: 'of-tomorrow', moon: 3 }, score: 1 }];
  for (const receipts of [[{ id: 'a', slot: 'home', shown }], [{ id: 'a', slot: 'home' }], []])
    expect(overDisk(decision(receipts))).toEqual(decision(receipts));
});

test('a shelf of a dozen takes less than half of what it says', () => {
  const shown = Array.from({ length: 12 }, (_, place) => ({
    ...{ id: `2242${place}`, score: 0.123 },
    reason: { code: 'bought-together', with: '85123A', support: 12 },
  }));
  const event = decision([{ id: '0190c5d2b8f07c3e8b1a.0', slot: 'home', shown }]);
  expect(toRow(event)[4].length).toBeLessThan(JSON.stringify(event).length / 2);
});
