import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sorting } from './sorting.ts';

const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;

test('things come into the order that the language would put them into, equal ones as they stood', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 3_000, size: 'max' }), (keys) => {
      const all = keys.map((key, place) => ({ key, place }));
      const work = sorting(all, byKey);
      let step = work.next();
      while (step.done !== true) step = work.next();
      expect(step.value).toEqual(all.toSorted(byKey));
    }),
    { numRuns: 40 },
  );
});
