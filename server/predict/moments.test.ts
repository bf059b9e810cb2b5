import { expect, test } from 'vitest';
import { createMoments } from './moments.ts';

test('moments come back in their order, once, however many there are', () => {
  const moments = createMoments(3);
  const rows = Array.from({ length: 50 }, (_, place) => [1, place / 4, -place]);
  for (const round of [1, 2]) {
    rows.forEach((row, place) => void moments.add(row, (place * round) / 128));
    expect(moments.count).toBe(50);
    const settled: [number[], number][] = [];
    moments.settle((features, foretold) => settled.push([[...features], foretold]));
    expect(settled).toEqual(rows.map((row, place) => [row, (place * round) / 128]));
    expect(moments.count).toBe(0);
  }
});
