import { expect, test } from 'vitest';
import { createMoments } from './moments.ts';

test('moments come back in their order, however many there are, and those before an order know of it', () => {
  const moments = createMoments(3);
  const rows = Array.from({ length: 50 }, (_, place) => [1, place / 4, -place]);
  rows.forEach((row, place) => {
    moments.add(row, place / 128);
    if (place === 9 || place === 29) moments.happen();
  });
  expect(moments.count).toBe(50);
  const back: [number[], number, boolean][] = [];
  moments.each((features, foretold, happened) => back.push([[...features], foretold, happened]));
  expect(back).toEqual(rows.map((row, place) => [row, place / 128, place < 30]));
});
