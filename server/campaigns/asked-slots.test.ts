import { expect, test } from 'vitest';
import { createAskedSlots } from './asked-slots.ts';

test('what pages ask for is remembered with when, and names that somebody makes up push out no more than the oldest', () => {
  const asked = createAskedSlots(3);
  asked.hear(['promo', 'home'], 1);
  asked.hear(['promo'], 2);
  asked.hear(['x', 'y'], 3);
  expect([...asked.entries()]).toEqual([
    ['promo', 2],
    ['x', 3],
    ['y', 3],
  ]);
});
