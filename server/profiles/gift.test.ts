import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { fold } from './fold.ts';
import { giftWordAt, isGift, turnGift } from './gift.ts';
import { likings } from './likings.ts';
import { emptyProfile } from './profile.ts';
import { defaultTaste } from './taste.ts';

const minute = 60_000;
const noon = 1_700_000_000_000;

const look = fc.record({
  name: fc.constantFrom('view_item', 'add_to_cart', 'remove_from_cart', 'purchase', 'page_view'),
  product: fc.nat(9),
});
type Look = { name: string; product: number };

function eventsOf(looks: readonly Look[], from: number, id: string): LogEvent[] {
  return looks.map(({ name, product }, place) => ({
    ...{ id: `${id}.${place}`, visitor: 'v', at: from + place * minute, name },
    items: [
      { id: `P${product}`, category: `Kind ${product % 3}`, brand: 'Lumi', band: 1 + (product % 4), quantity: 1 },
    ],
  }));
}

const profileOf = (events: readonly LogEvent[]) => {
  const profile = emptyProfile();
  for (const event of events) fold(profile, event);
  return profile;
};
const likedOf = (events: readonly LogEvent[]) =>
  (['categories', 'brands', 'bands'] as const).map((dimension) => likings(profileOf(events), dimension, defaultTaste));

test('a visit for somebody else says nothing of likings, from before the word to after it, and all again when it is taken back', () => {
  const some = fc.array(look, { maxLength: 12 });
  fc.assert(
    fc.property(some, some, some, fc.boolean(), (earlier, first, second, changesMind) => {
      const before = eventsOf(earlier, noon - 9 * 86_400_000, 'before');
      const visit = eventsOf(first, noon, 'first');
      const word = (on: boolean, at: number): LogEvent => ({
        ...{ id: `gift.${at}`, visitor: 'v', at, name: 'gift' },
        gift: { on, by: 'visitor', ...turnGift(visit, on) },
      });
      visit.push(word(true, noon + 20 * minute));
      for (const event of eventsOf(second, noon + 21 * minute, 'second')) visit.push({ ...event, forAnother: true });
      if (!changesMind) {
        expect(likedOf([...before, ...visit].reverse())).toEqual(likedOf(before));
        return;
      }
      visit.push(word(false, noon + 40 * minute));
      const plain = [...eventsOf(first, noon, 'first'), ...eventsOf(second, noon + 21 * minute, 'second')];
      expect(likedOf([...before, ...visit].reverse())).toEqual(likedOf([...before, ...plain]));
    }),
    { numRuns: 300 },
  );
});

test('the word holds until its visit ends, and what was seen for somebody else is that until it is seen for oneself', () => {
  const [one] = eventsOf([{ name: 'view_item', product: 1 }], noon, 'one');
  if (!one) throw new Error('nothing was looked at');
  const gift: LogEvent = {
    ...{ id: 'gift', visitor: 'v', at: noon + minute, name: 'gift' },
    gift: { on: true, by: 'visitor', ...turnGift([one], true) },
  };
  const during = profileOf([one, gift]);
  expect(giftWordAt(during, noon + 5 * minute)).toEqual({ on: true, by: 'visitor' });
  expect(giftWordAt(during, noon + 90 * minute)).toBeNull();
  expect(isGift(during, 'P1', noon)).toBe(true);
  const later = { ...one, id: 'later', at: noon + 200 * minute };
  const after = profileOf([one, gift, later]);
  expect(giftWordAt(after, later.at)).toBeNull();
  expect(isGift(after, 'P1', later.at)).toBe(false);
});
