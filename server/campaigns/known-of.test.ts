import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../profiles/fold.ts';
import { merge } from '../profiles/merge.ts';
import { emptyProfile, type Profile } from '../profiles/profile.ts';
import { inattention } from './attention.ts';
import { capped } from './exposure.ts';
import { knownOf } from './known-of.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 1);
const now = start + 200 * hour;
const kinds = { letter: 'popup', offer: 'slide-in', note: 'bar', shelf: 'slot' } as const;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

const deed = fc.record({
  campaign: fc.constantFrom(...names),
  name: fc.constantFrom('slot_view', 'slot_view', 'slot_dismiss', 'slot_click', 'purchase'),
  hours: fc.integer({ min: 1, max: 199 }),
  isOnPhone: fc.boolean(),
});

type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function profileOf(deeds: readonly (Deed & { id: string })[]): Profile {
  const profile = emptyProfile();
  for (const { id, campaign, name, hours } of deeds)
    fold(profile, {
      ...{ id, visitor: 'v', at: start + hours * hour, name },
      ...(name === 'purchase' ? {} : { shown: { campaign, variant: 'a', kind: kinds[campaign] } }),
    });
  return profile;
}

test('what was seen, closed and reached on two devices keeps away what it would on one', () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (some) => {
      const deeds = some.map((one, number) => ({ ...one, id: `e${number}` }));
      const phone = profileOf(deeds.filter(({ isOnPhone }) => isOnPhone));
      const desktop = profileOf(deeds.filter(({ isOnPhone }) => !isOnPhone));
      const joined = [knownOf(merge(phone, desktop), now), knownOf(merge(desktop, phone), now)];
      const one = knownOf(profileOf(deeds), now);
      const caps = { session: 1, day: 2, ever: 5, hoursBetween: 12 };
      for (const { exposure, past } of joined) {
        expect(past).toEqual(one.past);
        for (const id of names) {
          const asked = { id, goal: { event: 'purchase', days: 7 } };
          expect(exposure(asked)).toEqual(one.exposure(asked));
          const seen = exposure(asked);
          if (seen && capped(caps, 1, seen, now, now)) kept++;
        }
        if (inattention('popup', past, 4, now)) kept++;
      }
      // Nobody is told more by half of what they did than by all of it.
      for (const id of names) {
        const asked = { id, goal: { event: 'purchase', days: 7 } };
        expect(knownOf(phone, now).exposure(asked)?.views ?? 0).toBeLessThanOrEqual(one.exposure(asked)?.views ?? 0);
      }
    }),
    { numRuns: 300, seed: 6 },
  );
  expect(kept).toBeGreaterThan(100);
});

test('nobody is asked again within the days of rest after an answer, nor for thirty days after “not now”', () => {
  const days = (count: number) => now - count * 24 * hour;
  const said = (at: number, event: object) => {
    const profile = emptyProfile();
    fold(profile, { id: `e${at}`, visitor: 'v', at, name: 'answer', ...event });
    return knownOf(profile, now);
  };
  const answer = { question: 'nps', value: '9', by: 'visitor' as const };
  expect(said(days(20), { answer }).canAsk('nps', 20)).toBe(true);
  expect(said(days(19.9), { answer }).canAsk('nps', 20)).toBe(false);
  expect(said(days(19.9), { answer }).canAsk('effort', 20)).toBe(true);
  expect(said(days(1), { answer: { ...answer, value: '' } }).canAsk('nps', 20)).toBe(false);
  expect(said(days(31), { name: 'slot_dismiss' }).canAsk('nps', 20)).toBe(true);
  expect(said(days(28), { name: 'slot_dismiss' }).canAsk('nps', 20)).toBe(false);
});

test('an answer is the goal of the campaign that asked, and ends the quiet after what was closed', () => {
  const profile = emptyProfile();
  const shown = { campaign: 'letter', variant: 'a', kind: 'popup' };
  const does = (name: string, hours: number, more: object = {}) =>
    fold(profile, { id: `${name} ${hours}`, visitor: 'v', at: now - hours * hour, name, shown, ...more });
  does('slot_view', 5);
  does('slot_dismiss', 4);
  const goal = { event: 'answer', days: 7 };
  expect(inattention('bar', knownOf(profile, now).past, 24, now)).toBe('dismissed-lately');
  expect(knownOf(profile, now).exposure({ id: 'letter', goal })?.reached).toBeNull();
  does('answer', 3, { answer: { question: 'nps', value: '9', by: 'visitor' } });
  expect(inattention('bar', knownOf(profile, now).past, 24, now)).toBeNull();
  expect(knownOf(profile, now).exposure({ id: 'letter', goal })?.reached).toBe(now - 3 * hour);
});
