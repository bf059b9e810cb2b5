import { expect, test } from 'vitest';
import { bucketOf, buckets } from './sample.ts';

test('people are spread evenly over the buckets, and over no others', () => {
  const counts = new Map<number, number>();
  for (let number = 0; number < 100 * buckets; number++) {
    const bucket = bucketOf(`customer:${number}`);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: buckets }, (_, place) => place));
  expect(Math.min(...counts.values())).toBeGreaterThan(50);
  expect(Math.max(...counts.values())).toBeLessThan(200);
});
