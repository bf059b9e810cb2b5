import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyAnchors, emptyShared, newestSharing, readAnchors } from '../next/newest-sharing.ts';
import { addSession, emptyIndex } from '../next/session-index.ts';
import { witnessesIn } from './witnesses.ts';

const itemCount = 7;
const session = fc.uniqueArray(fc.nat(itemCount - 1), { minLength: 1, maxLength: 5 });

test('the witness of an item is the anchor that it shares most of the sessions looked at with, also once the oldest are gone', () => {
  const asked = fc.record({
    rows: fc.array(session, { maxLength: 12 }),
    prefix: session,
    most: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 6 }), (rounds) => {
      const index = emptyIndex(itemCount, { sessions: 256, items: 32, listed: 256 });
      const witnesses = witnessesIn(index);
      const all: number[][] = [];
      for (const { rows, prefix, most } of rounds) {
        for (const row of rows) all[addSession(index, row, all.length)] = row;
        const anchors = emptyAnchors();
        readAnchors(anchors, Int32Array.from(prefix), prefix.length, itemCount, prefix.length);
        const shared = emptyShared(most);
        newestSharing(index, anchors, shared);
        witnesses.hear(anchors, shared);
        for (let item = 0; item < itemCount; item++) {
          const looked = [...shared.sessions.subarray(0, shared.size)].map((number) => all[number] ?? []);
          const supports = prefix.map(
            (anchor) => looked.filter((row) => row.includes(anchor) && row.includes(item)).length,
          );
          const { anchor, support } = witnesses.of(item);
          expect(support).toBe(Math.max(...supports));
          if (support > 0) expect(supports[prefix.indexOf(anchor)]).toBe(support);
        }
      }
    }),
  );
});
