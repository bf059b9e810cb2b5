import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addScore, bestOf, clearScores, emptyScores, scoreOf } from './scores.ts';

const question = fc.record({
  added: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))),
  room: fc.nat(12),
});

test('the best are those that sorting all of them finds, the lower number first among equals, question after question', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 5 }), fc.boolean(), (questions, isLate) => {
      const scores = emptyScores(41);
      // Places are counted on from question to question, and from the beginning again after a thousand million of them.
      if (isLate) scores.before = 2 ** 30 - 20;
      for (const { added, room } of questions) {
        clearScores(scores);
        const sums = new Map<number, number>();
        for (const [item, score] of added) {
          addScore(scores, item, score);
          sums.set(item, (sums.get(item) ?? 0) + score);
        }
        const out = new Int32Array(room);
        const found = bestOf(scores, out);
        const expected = [...sums].sort(([one, most], [other, more]) => more - most || one - other).slice(0, room);
        expect([...out.subarray(0, found)]).toEqual(expected.map(([item]) => item));
        for (let item = 0; item < 41; item++) expect(scoreOf(scores, item)).toBe(sums.get(item) ?? 0);
      }
    }),
  );
});
