import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEvent } from './is-event.ts';
import { Event } from './schema.ts';

/** Values at and around every bound, and of every wrong type. */
const odd = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    1e21,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    1_000_000,
    1_000_001,
    2 ** 53,
  ),
  fc.constantFrom('', 'GBP', 'GBPP', '2,55', 'order:1', 'a\nb', 'a\u0000', '\ud800', 'Київ 🫖', '__proto__'),
  fc
    .constantFrom(1, 3, 4, 32, 33, 64, 65, 100, 101, 200, 201, 500, 501, 4096, 4097)
    .map((length) => 'x'.repeat(length)),
  fc.constantFrom(
    [],
    {},
    [[]],
    { a: { b: { c: { d: { e: { f: { g: { h: 1 } } } } } } } },
    { a: { b: { c: { d: { e: { f: { g: { h: {} } } } } } } } },
  ),
  fc.constantFrom(500, 501).map((length) => Array.from({ length }, () => ({ item_id: 'A' }))),
);

const word = fc.oneof({ weight: 4, arbitrary: fc.string({ maxLength: 8 }) }, { weight: 1, arbitrary: odd });
const amount = fc.oneof({ weight: 4, arbitrary: fc.double({ noNaN: true }) }, { weight: 1, arbitrary: odd });

const item = fc.record(
  {
    item_id: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('A', 7, '0012') }, { weight: 1, arbitrary: odd }),
    item_name: word,
    item_brand: word,
    item_category: word,
    item_variant: word,
    price: amount,
    quantity: fc.oneof({ weight: 4, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: odd }),
    extra: odd,
  },
  { requiredKeys: ['item_id'] },
);

const params = fc.record(
  {
    items: fc.oneof({ weight: 5, arbitrary: fc.array(item, { maxLength: 3 }) }, { weight: 1, arbitrary: odd }),
    currency: word,
    value: amount,
    transaction_id: word,
    tax: amount,
    shipping: amount,
    coupon: word,
    search_term: word,
    identity: word,
    decision: word,
    extra: odd,
  },
  { requiredKeys: [] },
);

const event = fc.record(
  {
    id: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('p.0', 'abc-1_2.3') }, { weight: 1, arbitrary: odd }),
    name: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('page_view', 'A1') }, { weight: 1, arbitrary: odd }),
    time: fc.oneof({ weight: 8, arbitrary: fc.nat() }, { weight: 1, arbitrary: odd }),
    params: fc.oneof({ weight: 8, arbitrary: params }, { weight: 1, arbitrary: odd }),
    extra: odd,
  },
  { requiredKeys: ['id', 'name', 'time'] },
);

test('the quick guard and the schema agree on every event', () => {
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(
      fc.oneof(
        { weight: 20, arbitrary: event },
        { weight: 1, arbitrary: odd },
        { weight: 1, arbitrary: fc.jsonValue() },
      ),
      (value) => {
        const { success } = Event.safeParse(value);
        seen[success ? 'good' : 'bad']++;
        expect(isEvent(value)).toBe(success);
      },
    ),
    { numRuns: 20_000 },
  );
  // Both answers were given often, so that agreeing meant something.
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(1_000);
});
