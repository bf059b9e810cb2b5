import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupNames } from './groups.ts';
import { type ActionFacts, nextAction } from './next-action.ts';

const all = { statistics: true, personalisation: true, marketing: true, source: 'api' as const };
const quiet: ActionFacts = {
  ...{ consent: all, complaint: null, parcel: null, isHere: false, group: 'loyal', orders: 3, last: 20, next: 12 },
  ...{ cart: { state: 'none', pieces: 0, worth: null, hours: 0 }, again: null, unasked: null, margin: 0.4 },
  expected: [
    { days: 30, returns: 0.3, value: 3_000 },
    { days: 90, returns: 0.6, value: 8_000 },
    { days: 365, returns: 0.9, value: 20_000 },
  ],
};
const cart: ActionFacts['cart'] = { state: 'abandoned', pieces: 2, worth: 5_000, hours: 30 };
const again = { id: 'T1', name: 'Tea', times: 3, days: 2, price: 1_000 };

describe('the next thing to do', () => {
  test.each<[string, Partial<ActionFacts>, object]>([
    ['is nothing where nothing calls for it', {}, { action: 'leave', way: 'none', why: [{ of: 'nothing' }] }],
    [
      'is the answer to a complaint before all else, and sells nothing',
      { complaint: 2, cart, again, parcel: { order: '7', days: 20 } },
      { action: 'answer-complaint', way: 'service', why: [{ of: 'complaint', days: 2 }], earns: null },
    ],
    [
      'answers a complaint of someone who refused to be counted, too',
      { complaint: 1, consent: { ...all, statistics: false } },
      { action: 'answer-complaint' },
    ],
    [
      'is a parcel that is long on its way',
      { parcel: { order: '7', days: 20 }, cart },
      { action: 'find-parcel', about: { id: '7' } },
    ],
    [
      'is the cart that was left, and what it leaves at most',
      { cart, again },
      { action: 'remind-cart', way: 'letter', earns: { amount: 2_000, of: 'profit', how: 'most' } },
    ],
    ['leaves a cart alone that is in use', { cart, isHere: true }, { action: 'leave' }],
    [
      'leaves a cart alone that was touched just now',
      { cart: { ...cart, state: 'open', hours: 0.5 } },
      { action: 'leave' },
    ],
    [
      'is what they need again, before they miss it',
      { again, margin: null },
      { action: 'offer-again', about: { id: 'T1' }, earns: { amount: 1_000, of: 'revenue' } },
    ],
    ['does not take one purchase for a habit', { again: { ...again, times: 1 } }, { action: 'leave' }],
    ['does not offer what they have done without for months', { again: { ...again, days: -90 } }, { action: 'leave' }],
    [
      'is to win back who is worth it and going',
      { group: 'at-risk', last: 200, next: -120 },
      {
        action: 'win-back',
        why: [
          { of: 'group' },
          { of: 'silence', days: 200 },
          { of: 'overdue', days: 120 },
          { of: 'returns', chance: 0.9 },
        ],
        earns: { amount: 8_000, how: 'expected' },
      },
    ],
    [
      'is a welcome with a question for who is new',
      { group: 'new', orders: 1, unasked: 'pet' },
      { action: 'welcome', about: { id: 'pet' } },
    ],
    ['is thanks for the best', { group: 'champions' }, { action: 'thank' }],
    ['is a question to who is here and has not said', { unasked: 'pet', isHere: true }, { action: 'ask', way: 'page' }],
    [
      'writes nobody who has not allowed it, but shows it on their pages',
      { cart, consent: { ...all, marketing: false } },
      { action: 'remind-cart', way: 'page' },
    ],
    [
      'is silence where neither was allowed',
      { cart, consent: { ...all, marketing: false, personalisation: false } },
      { action: 'leave', why: [{ of: 'no-consent' }] },
    ],
    ['is to ask first where nobody has spoken', { cart, consent: null }, { action: 'remind-cart', way: 'ask-first' }],
    [
      'is silence for who refused',
      { cart, consent: { ...all, statistics: false } },
      { action: 'leave', why: [{ of: 'refused' }] },
    ],
    [
      'promises nothing of customers who cost more than they bring',
      { cart, margin: -0.2 },
      { action: 'remind-cart', earns: null },
    ],
  ])('%s', (_, words, expected) => {
    expect(nextAction({ ...quiet, ...words })).toMatchObject(expected);
  });

  test('never writes without consent, never sells to who complains, and always says why', () => {
    const bool = fc.boolean();
    const days = fc.integer({ min: -400, max: 400 });
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
    const facts: fc.Arbitrary<ActionFacts> = fc.record({
      consent: maybe(
        fc.record({ statistics: bool, personalisation: bool, marketing: bool, source: fc.constant('api' as const) }),
      ),
      complaint: maybe(fc.nat(90)),
      parcel: maybe(fc.record({ order: fc.constant('7'), days: fc.nat(90) })),
      isHere: bool,
      cart: fc.record({
        state: fc.constantFrom('none', 'open', 'emptied', 'ordered', 'abandoned'),
        ...{ pieces: fc.nat(9), worth: maybe(fc.nat(90_000)), hours: fc.nat(500) },
      }),
      ...{ group: fc.constantFrom(...groupNames), orders: fc.nat(9), last: maybe(fc.nat(900)), next: maybe(days) },
      again: maybe(
        fc.record({
          id: fc.constant('T'),
          name: maybe(fc.constant('Tea')),
          times: fc.nat(9),
          days,
          price: maybe(fc.nat(900)),
        }),
      ),
      expected: fc.constantFrom([], quiet.expected),
      unasked: maybe(fc.constant('pet')),
      margin: maybe(fc.double({ min: -1, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const { action, way, why, earns } = nextAction(known);
        if (way === 'letter') expect(known.consent).toMatchObject({ statistics: true, marketing: true });
        if (known.complaint !== null || known.parcel) expect([way, earns]).toEqual(['service', null]);
        expect(why.length).toBeGreaterThan(0);
        expect(way === 'none').toBe(action === 'leave');
        if (earns) expect(Number.isFinite(earns.amount) && earns.amount >= 0).toBe(true);
      }),
    );
  });
});
