import { expect, test } from 'vitest';
import { winsorLimit } from './winsor-limit.ts';

test.each([
  [[], null],
  [[0, -5], null],
  [[7], 7],
  [Array.from({ length: 200 }, (_, n) => n + 1), 198],
])('of %j at most %j is counted', (spent, limit) => {
  expect(winsorLimit(spent)).toBe(limit);
});
