import fc from 'fast-check';
import type { Campaign } from './campaign.ts';

export const paths = ['/', '/shoes/red', '/shoes/blue', '/cart', '/sale/shoes'] as const;

const content = { widget: 'shelf' as const, recipe: 'popular' };
const percent = fc.constantFrom(0, 0, 5, 50);
const nullable = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null });
const clock = fc.constantFrom('00:00', '02:30', '09:00', '18:15', '23:59');
const from = fc.constantFrom(null, null, '2026-03-28T12:30', '2026-03-29T03:30', '2026-03-30T00:00');
const until = fc.constantFrom(null, null, null, '2026-03-29T03:30', '2026-04-02T18:00', '2026-04-03T01:00');

const place: fc.Arbitrary<Campaign['place']> = fc.oneof(
  fc.record({ kind: fc.constant('slot' as const), slot: fc.constantFrom('home', 'side') }),
  fc.record({
    kind: fc.constantFrom('popup' as const, 'slide-in' as const, 'bar' as const, 'survey' as const),
    trigger: fc.constant({ on: 'load' as const }),
  }),
);

/** Campaigns of every sort, around the night of 29 March 2026, in which clocks are put forward. */
export const arbitraryCampaign: fc.Arbitrary<Omit<Campaign, 'id'>> = fc.record({
  version: fc.constant(1),
  name: fc.constant('a campaign'),
  state: fc.constantFrom('running', 'running', 'running', 'running', 'paused', 'draft', 'archived'),
  place,
  audience: fc.constantFrom(null, null, { field: 'country' as const, is: '=' as const, value: 'ua' }, { any: [] }),
  rungs: fc.subarray(['profile', 'profile', 'context'] as const, { minLength: 1 }).map((all) => [...all]),
  pages: fc.record({
    only: fc.oneof(fc.constant<string[]>([]), fc.subarray(['/shoes/*', '*shoes*', '/cart', '/'])),
    never: fc.subarray(['/cart', '/sale/*', '/shoes/b*']),
  }),
  products: fc.constantFrom(
    { categories: [], brands: [], products: [] },
    { categories: [], brands: [], products: [] },
    { categories: ['Shoes'], brands: [], products: [] },
  ),
  schedule: fc.record({
    from,
    until,
    days: fc.oneof(
      fc.constant<number[]>([]),
      fc.constant<number[]>([]),
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
    ),
    hours: fc.oneof(fc.constant(null), fc.constant(null), fc.record({ from: clock, until: clock })),
  }),
  caps: fc.record({
    session: nullable(fc.integer({ min: 1, max: 3 })),
    day: nullable(fc.integer({ min: 1, max: 4 })),
    ever: nullable(fc.integer({ min: 1, max: 8 })),
    hoursBetween: fc.constantFrom(0, 0, 1, 20),
  }),
  priority: fc.integer({ min: 0, max: 3 }),
  sells: fc.boolean(),
  goal: fc.constant({ event: 'purchase', days: 7 }),
  againAfter: nullable(fc.constantFrom(0, 1, 30)),
  holdout: percent,
  split: fc.constant({ by: 'weights' as const }),
  variants: fc.constantFrom(
    [{ id: 'a', weight: 1, content }],
    [
      { id: 'a', weight: 50, content },
      { id: 'b', weight: 50, content },
    ],
    [
      { id: 'a', weight: 90, content },
      { id: 'b', weight: 0, content },
      { id: 'c', weight: 10, content },
    ],
  ),
  cost: fc.constant({ once: 0, perView: 0, perClick: 0, perGoal: 0 }),
});
