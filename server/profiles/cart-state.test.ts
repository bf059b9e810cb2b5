import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { cartState } from './cart-state.ts';
import { fold } from './fold.ts';
import { merge } from './merge.ts';
import { emptyProfile } from './profile.ts';

const hour = 3_600_000;
const now = 1_700_000_000_000;

/** What happened how many hours ago. */
const happened = (hoursAgo: number, name: string, quantity = 1): LogEvent => ({
  ...{ id: `${name} ${hoursAgo}`, visitor: 'v', at: now - hoursAgo * hour, name },
  items: quantity === 0 ? [] : [{ id: 'A', quantity }],
});

test.each([
  ['none', 'nothing was put in', [happened(1, 'view_item')]],
  ['open', 'something was put in an hour ago', [happened(1, 'add_to_cart')]],
  ['open', 'something was put in days ago and more today', [happened(90, 'add_to_cart'), happened(2, 'add_to_cart')]],
  ['abandoned', 'nobody touched it for two days', [happened(48, 'add_to_cart')]],
  ['abandoned', 'its owner looked around since, and left it', [happened(48, 'add_to_cart'), happened(1, 'view_item')]],
  ['emptied', 'all was taken out', [happened(48, 'add_to_cart'), happened(47, 'remove_from_cart')]],
  ['emptied', 'it was seen empty', [happened(48, 'add_to_cart'), happened(47, 'view_cart', 0)]],
  ['ordered', 'it became an order', [happened(48, 'add_to_cart'), happened(47, 'purchase')]],
  ['open', 'another one was begun after the order', [happened(5, 'purchase'), happened(2, 'add_to_cart')]],
] as const)('a cart is %s when %s', (state, _, events) => {
  const forwards = emptyProfile();
  for (const event of events) fold(forwards, event);
  expect(cartState(forwards, now)).toBe(state);
  const backwards = [...events].reverse().map((event) => {
    const one = emptyProfile();
    fold(one, event);
    return one;
  });
  expect(cartState(backwards.reduce(merge), now)).toBe(state);
});

test('the hours until a cart counts as abandoned are the merchant’s choice', () => {
  const profile = emptyProfile();
  fold(profile, happened(3, 'add_to_cart'));
  expect([cartState(profile, now, 2), cartState(profile, now, 4)]).toEqual(['abandoned', 'open']);
});
