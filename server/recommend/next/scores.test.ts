import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addScore, bestOf, emptyScores } from './scores.ts';

const items = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 41 });

test('the best are those that sorting all of them finds, the lower number first among equals, without those that may not be shown', () => {
  fc.assert(
    fc.property(
      items,
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      items,
      fc.nat(12),
      (added, score, barred, room) => {
        const scores = emptyScores(41);
        for (const item of added) addScore(scores, item, score.next().value ?? 1);
        const out = new Int32Array(room);
        const found = bestOf(scores, out, (item) => !barred.includes(item));
        const expected = added
          .filter((item) => !barred.includes(item))
          .sort((one, other) => (scores.of[other] ?? 0) - (scores.of[one] ?? 0) || one - other)
          .slice(0, room);
        expect([...out.subarray(0, found)]).toEqual(expected);
      },
    ),
  );
});
