import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { arbitraryTaste } from './arbitrary-taste.ts';
import { fold } from './fold.ts';
import { telling, week } from './interest.ts';
import { likings } from './likings.ts';
import { merge } from './merge.ts';
import { emptyProfile } from './profile.ts';
import { defaultTaste } from './taste.ts';

const now = 1_700_000_000_000;

function profileOf(...done: [weeksAgo: number, name: string, brand: string][]) {
  const profile = emptyProfile();
  for (const [place, [weeksAgo, name, brand]] of done.entries())
    fold(profile, {
      ...{ id: `e${place}`, visitor: 'v', at: now - weeksAgo * week, name },
      items: [{ id: 'A', brand, quantity: 1 }],
    } satisfies LogEvent);
  return profile;
}

test('an event weighs what it says, against a liking too, and less the longer ago it was', () => {
  const profile = profileOf(
    [0, 'view_item', 'Lumi'],
    [0, 'view_item', 'Lumi'],
    [0, 'remove_from_wishlist', 'Noor'],
    [0, 'add_to_cart', 'Noor'],
    [0, 'purchase', 'Sent back'],
    [0, 'complaint', 'Sent back'],
    [0, 'refund', 'Sent back'],
    [60, 'purchase', 'Long ago'],
  );
  expect(likings(profile, 'brands', defaultTaste).map(({ value, evidence }) => [value, evidence])).toEqual([
    ['Lumi', 2],
    ['Noor', 2],
    ['Long ago', 1],
  ]);
  const [lumi, noor] = likings(profile, 'brands', defaultTaste);
  expect(lumi?.share).toBe(noor?.share);
});

test('other weights and another half-life hold for what was done long before', () => {
  const profile = profileOf([10, 'view_item', 'Lumi'], [10, 'view_item', 'Lumi'], [0, 'view_item', 'Noor']);
  const first = (taste = defaultTaste) => likings(profile, 'brands', taste)[0]?.value;
  expect(first()).toBe('Noor');
  expect(first({ ...defaultTaste, halfLifeDays: 365 })).toBe('Lumi');
  const taste = { ...defaultTaste, weights: { ...defaultTaste.weights, view_item: 0 } };
  expect(likings(profile, 'brands', taste)).toEqual([]);
});

const deeds = fc.array(
  fc.record({
    id: fc.uuid(),
    visitor: fc.constant('v'),
    at: fc.integer({ min: now - 300 * 86_400_000, max: now }),
    name: fc.constantFrom(...telling),
    items: fc.array(
      fc.record({ id: fc.constant('A'), brand: fc.constantFrom('Lumi', 'Noor', 'Vela'), quantity: fc.constant(1) }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 25 },
);

function folded(events: readonly LogEvent[]) {
  const profile = emptyProfile();
  for (const event of events) fold(profile, event);
  return profile;
}

test('by whatever taste, two parts of a life make the likings of the whole, and their shares make one', () => {
  fc.assert(
    fc.property(deeds, deeds, arbitraryTaste, (a, b, taste) => {
      const whole = likings(folded([...b, ...a]), 'brands', taste);
      expect(likings(merge(folded(a), folded(b)), 'brands', taste)).toEqual(whole);
      const sum = whole.reduce((all, { share }) => all + share, 0);
      expect(sum).toBeCloseTo(whole.length === 0 ? 0 : 1);
    }),
  );
});

test('of whoever was here years ago, and forgets within a day, the likings are as they were', () => {
  const profile = profileOf([900, 'view_item', 'Lumi'], [901, 'view_item', 'Noor']);
  const liked = likings(profile, 'brands', { ...defaultTaste, halfLifeDays: 1 });
  expect(liked.map(({ value }) => value)).toEqual(['Lumi', 'Noor']);
});
