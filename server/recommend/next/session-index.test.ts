import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyAnchors, emptyShared, newestSharing, readAnchors } from './newest-sharing.ts';
import {
  addSession,
  emptyIndex,
  extendSession,
  indexOf,
  isKept,
  type OpenSession,
  openSession,
  type SessionIndex,
  takeOut,
} from './session-index.ts';
import { sessionsOf } from './sessions.ts';

const itemCount = 6;
const session = fc.array(fc.integer({ min: 0, max: itemCount - 1 }), { minLength: 1, maxLength: 8 });
const limits = { sessions: 16, items: 64, listed: 8 };

test('the newest sessions with an anchor are those that looking through all of them finds', () => {
  fc.assert(
    fc.property(
      fc.array(session, { maxLength: 40 }),
      session,
      fc.integer({ min: 1, max: 12 }),
      (rows, prefix, most) => {
        const found = sharing(indexOf(sessionsOf(rows, itemCount)), prefix, most);
        const anchors = [...new Set(prefix.toReversed())];
        const expected = rows
          .map((row, number) => [
            number,
            anchors.reduce((bits, item, at) => bits | (row.includes(item) ? 1 << at : 0), 0),
          ])
          .filter(([, bits]) => bits !== 0)
          .reverse()
          .slice(0, most);
        expect(found).toEqual(expected);
      },
    ),
  );
});

test('rings that have gone round find only what they keep, and the newest of it', () => {
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 60 }), session, (rows, prefix) => {
      const index = emptyIndex(itemCount, limits);
      for (const [at, row] of rows.entries()) addSession(index, row, at);
      const numbers = sharing(index, prefix, 100).map(([number]) => number ?? -1);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      for (const number of numbers) {
        expect(isKept(index, number)).toBe(true);
        expect(rows[number]?.some((item) => prefix.includes(item))).toBe(true);
        expect(itemsOf(index, number)).toEqual(rows[number]?.slice(-limits.items / 4));
      }
      const newest = rows.length - 1;
      if (rows[newest]?.some((item) => prefix.includes(item))) expect(numbers[0]).toBe(newest);
    }),
  );
});

test('sessions that go on, event by event among others, are found as if each had come whole when it began', () => {
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 12 }), fc.integer(), (rows, seed) => {
      const streamed = emptyIndex(itemCount);
      const under: { row: number[]; said: number; open: OpenSession | null }[] = [];
      const begun: number[][] = [];
      const waiting = [...rows];
      for (let turn = Math.abs(seed); ; turn++) {
        const going = under.filter(({ row, said }) => said < row.length);
        const choice = turn % (going.length + (waiting.length > 0 ? 1 : 0) || 1);
        const one = going[choice];
        const next = one ?? { row: waiting.shift() ?? [], said: 0, open: null };
        const item = next.row[next.said++];
        if (item === undefined) break;
        if (next.open) expect(extendSession(streamed, next.open, item, turn)).toBe(true);
        else {
          next.open = openSession(streamed, item, turn);
          under.push(next);
          begun.push(next.row);
        }
      }
      const batch = indexOf(sessionsOf(begun, itemCount));
      const rowsOf = (index: SessionIndex) =>
        sharing(index, [0, 1, 2, 3, 4, 5], 100).map(([number, bits]) => [itemsOf(index, number ?? -1), bits]);
      expect(rowsOf(streamed)).toEqual(rowsOf(batch));
    }),
  );
});

test('an item that is taken out of a session is found as if it had never been in it', () => {
  fc.assert(
    fc.property(
      fc.array(session, { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(19), fc.nat(itemCount - 1)), { maxLength: 20 }),
      (rows, out) => {
        const index = indexOf(sessionsOf(rows, itemCount));
        for (const [number, item] of out) takeOut(index, number, item);
        const left = rows.map((row, at) =>
          row.filter((item) => !out.some(([number, gone]) => number === at && gone === item)),
        );
        const fresh = indexOf(sessionsOf(left, itemCount));
        expect(sharing(index, [0, 1, 2, 3, 4, 5], 100)).toEqual(sharing(fresh, [0, 1, 2, 3, 4, 5], 100));
        expect([...index.listed]).toEqual([...fresh.listed]);
        expect([...index.lastIn]).toEqual([...fresh.lastIn]);
        for (const number of left.keys()) expect(itemsOf(index, number)).toEqual(left[number]);
      },
    ),
  );
});

test('sessions that go on, and lose items, in rings that have gone round keep what they have, or are gone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(itemCount - 1), fc.nat(5)), { maxLength: 200 }), (steps) => {
      const index = emptyIndex(itemCount, limits);
      const open: ({ at: OpenSession; row: number[] } | undefined)[] = [];
      for (const [time, [who, item, chance]] of steps.entries()) {
        const known = open[who];
        if (known && chance === 0) {
          takeOut(index, known.at.session, item);
          if (isKept(index, known.at.session)) known.row = known.row.filter((one) => one !== item);
          continue;
        }
        if (known && extendSession(index, known.at, item, time)) known.row.push(item);
        else open[who] = { at: openSession(index, item, time), row: [item] };
        for (const one of open) {
          if (one && isKept(index, one.at.session)) expect(itemsOf(index, one.at.session)).toEqual(one.row);
        }
        const numbers = sharing(index, [item], 100).map(([number]) => number ?? -1);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
      }
    }),
  );
});

test('items that come later find their place', () => {
  const index = emptyIndex(1);
  addSession(index, [0, 5_000], 1);
  addSession(index, [70_000, 0, -1], 2);
  expect(sharing(index, [5_000], 9)).toEqual([[0, 1]]);
  expect(sharing(index, [70_000], 9)).toEqual([[1, 1]]);
  expect(sharing(index, [0, 70_000, 99_999_999], 9)).toEqual([
    [1, 3],
    [0, 2],
  ]);
});

function sharing(index: SessionIndex, prefix: readonly number[], most: number): number[][] {
  const anchors = emptyAnchors();
  const shared = emptyShared(most);
  readAnchors(anchors, Int32Array.from(prefix), prefix.length, index.itemCount, 31);
  newestSharing(index, anchors, shared);
  return Array.from({ length: shared.size }, (_, at) => [shared.sessions[at] ?? -1, shared.anchors[at] ?? 0]);
}

function itemsOf({ items, starts, lengths }: SessionIndex, session: number): number[] {
  const at = session & (starts.length - 1);
  return Array.from({ length: lengths[at] ?? 0 }, (_, place) => {
    return items[((starts[at] ?? 0) + place) & (items.length - 1)] ?? -1;
  });
}

test('an item is listed once for a session that it is in twice, however the catalogue has grown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      fc.nat(9),
      (rows, known) => {
        const index = emptyIndex(known);
        for (const [at, row] of rows.entries()) addSession(index, row, at);
        for (let item = 0; item < index.itemCount; item++)
          expect(index.listed[item]).toBe(rows.filter((row) => row.includes(item)).length);
      },
    ),
  );
});
