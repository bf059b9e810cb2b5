import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf } from './best-of.ts';

test('is the beginning of all of them sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 20 }), (all, keep) => {
      expect(bestOf(all, keep, (a, b) => a > b)).toEqual([...all].sort((a, b) => b - a).slice(0, keep));
    }),
  );
});
