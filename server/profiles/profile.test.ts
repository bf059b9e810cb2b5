import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { decode, encode } from './encode.ts';
import { fold } from './fold.ts';
import { merge } from './merge.ts';
import { emptyProfile, type Profile } from './profile.ts';

/** Few products, categories and times, so that entries meet, tie and overflow their bounds. */
const item = fc.record(
  {
    id: fc.oneof(
      fc.nat(120).map((number) => `P${number}`),
      fc.constantFrom('__proto__', 'constructor', ''),
    ),
    name: fc.string({ maxLength: 8 }),
    category: fc.constantFrom('Mugs', 'Bags', '__proto__', 'Свічки'),
    brand: fc.constantFrom('Lumi', '__proto__', 'v', 'two words'),
    band: fc.integer({ min: 1, max: 4 }),
    quantity: fc.integer({ min: 0, max: 5 }),
    price: fc.integer({ min: 0, max: 90_000 }),
  },
  { requiredKeys: ['id', 'quantity'] },
);

const hours = 3_600_000;

const done: fc.Arbitrary<LogEvent> = fc.record(
  {
    id: fc.uuid(),
    visitor: fc.constant('v'),
    // Three years in steps of an hour: more days, weeks and stretches than a profile keeps, and many equal times.
    at: fc.nat(3 * 365 * 24).map((hour) => 1_600_000_000_000 + hour * hours),
    name: fc.constantFrom(
      'page_view',
      'view_item',
      'add_to_cart',
      'remove_from_cart',
      'view_cart',
      'add_to_wishlist',
      'remove_from_wishlist',
      'purchase',
      'refund',
      'complaint',
      'login',
      'decision',
      'product_alert',
    ),
    currency: fc.constantFrom('GBP', 'UAH'),
    value: fc.integer({ min: -1000, max: 1_000_000 }),
    items: fc.array(item, { maxLength: 4 }),
    identity: fc.record({
      customer: fc.constantFrom('1', '2'),
      name: fc.constantFrom('Anna', 'Олена'),
      evidence: fc.constantFrom('signed', 'import'),
    }),
    alert: fc.record(
      {
        product: fc.nat(90).map((number) => `P ${number}`),
        of: fc.constantFrom('price', 'stock'),
        on: fc.boolean(),
        price: fc.nat(900),
        currency: fc.constant('GBP'),
        isMet: fc.constant(true as const),
      },
      { requiredKeys: ['product', 'of', 'on'] },
    ),
    answer: fc.record({
      // More questions than a profile keeps, and one whose answer is taken back.
      question: fc.oneof(
        fc.nat(70).map((number) => `q${number}`),
        fc.constantFrom('q0', '__proto__'),
      ),
      value: fc.constantFrom('', 'yes', 'no'),
      by: fc.constantFrom('visitor', 'server'),
    }),
    consent: fc.record({ statistics: fc.boolean(), personalisation: fc.boolean() }),
    forAnother: fc.constant(true as const),
    client: fc.record(
      {
        country: fc.constantFrom('UA', 'RO'),
        region: fc.constantFrom('UA-46', 'RO-CJ'),
        device: fc.constantFrom('phone', 'desktop'),
      },
      { requiredKeys: [] },
    ),
    source: fc.record({
      source: fc.constantFrom('google', 'direct'),
      medium: fc.constant('organic'),
      landing: fc.constantFrom('/', '/sale'),
    }),
    simulated: fc.constant(true),
  },
  { requiredKeys: ['id', 'visitor', 'at', 'name'] },
);

const told: fc.Arbitrary<LogEvent> = fc.record({
  id: fc.uuid(),
  visitor: fc.constant('v'),
  at: fc.nat(50).map((hour) => 1_600_000_000_000 + hour * hours),
  name: fc.constant('told'),
  about: fc.constant('email:a@b.example'),
  facts: fc.array(
    fc.record({
      // More than a profile keeps, and words that meet, within one event, too.
      trait: fc.nat(30).map((number) => `q${number}`),
      value: fc.constantFrom('', 'gold', 'blue'),
      source: fc.constantFrom('crm', 'bureau'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** Gift words of visits, before and after what they speak of, by whoever. */
const gifted: fc.Arbitrary<LogEvent> = fc.record({
  id: fc.uuid(),
  visitor: fc.constant('v'),
  at: fc.nat(3 * 365 * 24).map((hour) => 1_600_000_000_000 + hour * hours),
  name: fc.constant('gift'),
  gift: fc.record({
    on: fc.boolean(),
    by: fc.constantFrom('visitor', 'likelihood'),
    tally: fc.record({
      categories: fc.array(
        fc.tuple(
          fc.tuple(fc.integer({ min: 2_645, max: 2_800 }), fc.nat(8)).map(([week, sign]) => `${week * 10 + sign} Mugs`),
          fc.integer({ min: -5, max: 5 }),
        ),
        { maxLength: 4 },
      ),
    }),
    products: fc.array(
      fc.nat(120).map((number) => `P${number}`),
      { maxLength: 4 },
    ),
  }),
});

/** More products and days than a profile keeps, and many views on one day. */
const sawNews: fc.Arbitrary<LogEvent> = fc.record({
  id: fc.uuid(),
  visitor: fc.constant('v'),
  at: fc.nat(30 * 24).map((hour) => 1_600_000_000_000 + hour * hours),
  name: fc.constant('slot_view'),
  news: fc.array(
    fc.oneof(
      fc.nat(12).map((number) => `P${number}`),
      fc.constantFrom('__proto__', 'two words', ''),
    ),
    { maxLength: 12 },
  ),
});

/** More campaigns, days and deeds than a profile keeps. */
const metCampaign: fc.Arbitrary<LogEvent> = fc.record({
  id: fc.uuid(),
  visitor: fc.constant('v'),
  at: fc.nat(400 * 24).map((hour) => 1_600_000_000_000 + hour * hours),
  name: fc.constantFrom('slot_view', 'slot_view', 'slot_click', 'slot_dismiss'),
  shown: fc.record({
    campaign: fc.oneof(
      fc.nat(5).map((number) => `c${number}`),
      fc.nat(400).map((number) => `many-${number}`),
    ),
    variant: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom('slot', 'popup'),
  }),
});

const edited: fc.Arbitrary<LogEvent> = fc.record({
  id: fc.uuid(),
  visitor: fc.constant('v'),
  at: fc.nat(50).map((hour) => 1_600_000_000_000 + hour * hours),
  name: fc.constant('edited'),
  edits: fc.array(
    fc.record(
      {
        trait: fc.nat(40).map((number) => `q${number}`),
        value: fc.constantFrom('', 'gold', null),
        before: fc.constant('blue'),
        own: fc.constantFrom('', 'blue'),
        since: fc.nat(9),
      },
      { requiredKeys: ['trait', 'value', 'before', 'own'] },
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

const event = fc.oneof(
  { weight: 1, arbitrary: gifted },
  { weight: 4, arbitrary: done },
  { weight: 1, arbitrary: told },
  { weight: 1, arbitrary: sawNews },
  { weight: 4, arbitrary: metCampaign },
  { weight: 1, arbitrary: edited },
);

const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 400 });

function foldAll(all: readonly LogEvent[]): Profile {
  const profile = emptyProfile();
  for (const one of all) fold(profile, one);
  return profile;
}

describe('the fold of a visitor’s events', () => {
  test('is the same in every order', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(encode(foldAll(other))).toBe(encode(foldAll(all)));
      }),
      { numRuns: 60 },
    );
  });

  test('of two parts, merged, is the fold of the whole', () => {
    const split = fc.tuple(events, fc.infiniteStream(fc.boolean()));
    fc.assert(
      fc.property(split, ([all, sides]) => {
        const left: LogEvent[] = [];
        const right: LogEvent[] = [];
        for (const one of all) (sides.next().value ? left : right).push(one);
        expect(encode(merge(foldAll(left), foldAll(right)))).toBe(encode(foldAll(all)));
      }),
      { numRuns: 60 },
    );
  });

  test('merges in any grouping, and with nothing, to the same', () => {
    fc.assert(
      fc.property(events, events, events, (a, b, c) => {
        const [x, y, z] = [foldAll(a), foldAll(b), foldAll(c)];
        expect(encode(merge(merge(x, y), z))).toBe(encode(merge(z, merge(y, x))));
        expect(encode(merge(x, emptyProfile()))).toBe(encode(x));
      }),
      { numRuns: 30 },
    );
  });

  test('goes on from its stored text as if it had never been stored', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, place) => {
        const cut = all.length === 0 ? 0 : place % all.length;
        const stored = decode(encode(foldAll(all.slice(0, cut))));
        for (const one of all.slice(cut)) fold(stored, one);
        expect(encode(stored)).toBe(encode(foldAll(all)));
      }),
      { numRuns: 60 },
    );
  });

  test('stays small for the busiest visitor', () => {
    const busy = foldAll(
      Array.from({ length: 5_000 }, (_, index) => ({
        id: `e${index}`,
        visitor: 'v',
        at: 1_700_000_000_000 + index * 5 * hours,
        name: ['page_view', 'view_item', 'add_to_cart', 'purchase', 'add_to_wishlist'][index % 5] ?? '',
        news: Array.from({ length: 12 }, (_, place) => `PRODUCT-${(index * 7 + place) % 900}`),
        shown: { campaign: `campaign-${index % 300}`, variant: 'a', kind: 'popup' },
        currency: 'GBP',
        value: 100,
        items: [
          {
            ...{ id: `P${index % 900}`, category: `Category ${index % 31}`, quantity: 1, price: 100 },
            ...{ brand: `Brand ${index % 37}`, band: 1 + (index % 4) },
          },
        ],
      })),
    );
    expect(encode(busy).length).toBeLessThan(9_000);
  });
});
