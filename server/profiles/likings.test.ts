import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { week } from './interest.ts';
import { defaultTaste, likings } from './likings.ts';
import { emptyProfile, fold } from './profile.ts';

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
  expect(likings(profile, 'brands', now).map(({ value, evidence }) => [value, evidence])).toEqual([
    ['Lumi', 2],
    ['Noor', 2],
    ['Long ago', 1],
  ]);
  const [lumi, noor] = likings(profile, 'brands', now);
  expect(lumi?.share).toBe(noor?.share);
});

test('other weights and another half-life hold for what was done long before', () => {
  const profile = profileOf([10, 'view_item', 'Lumi'], [10, 'view_item', 'Lumi'], [0, 'view_item', 'Noor']);
  const first = (taste = defaultTaste) => likings(profile, 'brands', now, taste)[0]?.value;
  expect(first()).toBe('Noor');
  expect(first({ ...defaultTaste, halfLifeDays: 365 })).toBe('Lumi');
  expect(
    likings(profile, 'brands', now, { ...defaultTaste, weights: { ...defaultTaste.weights, view_item: 0 } }),
  ).toEqual([]);
});
