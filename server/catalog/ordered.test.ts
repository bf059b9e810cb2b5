import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrdered } from './ordered.ts';

interface Thing {
  id: number;
  rank: number;
}

const inOrder = (a: Thing, b: Thing) => a.rank - b.rank || a.id - b.id;

test('whatever comes, changes or goes, and whenever it is asked: all that is there, in order', () => {
  const change = fc.oneof(
    fc.record({ id: fc.nat(20), rank: fc.nat(5) }),
    fc.nat(20),
    fc.constantFrom('ask' as const, 'many' as const),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const ordered = createOrdered(inOrder);
      const known = new Map<number, Thing>();
      const put = (one: Thing) => {
        ordered.add(one, known.get(one.id));
        known.set(one.id, one);
      };
      for (const one of changes) {
        if (one === 'ask') ordered.all();
        // More than are put into their places one by one.
        else if (one === 'many') for (let id = 0; id < 2_100; id++) put({ id, rank: id % 7 });
        else if (typeof one === 'object') put(one);
        else {
          const before = known.get(one);
          if (before) ordered.remove(before);
          known.delete(one);
        }
      }
      expect(ordered.all()).toEqual([...known.values()].sort(inOrder));
      for (const [place, one] of ordered.all().entries()) expect(known.get(one.id)).toBe(ordered.all()[place]);
    }),
    { numRuns: 60 },
  );
});
