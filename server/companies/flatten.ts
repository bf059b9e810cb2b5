import { bitsAt, compareWords, type RangeColumns, words } from './range-columns.ts';
import { sortedPlaces } from './sorted-places.ts';

/** From this address on it is this company, up to the next such place; 0 for none. */
export interface Boundary {
  from: bigint;
  of: number;
}

/**
 * The ranges without overlaps, in the order of addresses: of those that an address is in the narrowest counts, and of several as
 * narrow the last in the file. Sweeps over the beginnings with a heap of what is open; n log n. Pauses at each boundary.
 */
export function* flatten(ranges: RangeColumns): Generator<Boundary | undefined> {
  const { size, from, to, of } = ranges;
  const byStart = yield* sortedPlaces(size, (a, b) => compareWords(from, a, from, b));
  const rank = yield* ranksOf(ranges);
  const open = createHeap((place) => rank[place] ?? 0);
  const at = new Uint32Array(words);
  let [next, before] = [0, 0];
  while (next < size || open.top() !== undefined) {
    const start = byStart[next] ?? 0;
    if (open.top() === undefined) at.set(from.subarray(start * words, (start + 1) * words));
    while (next < size && compareWords(from, byStart[next] ?? 0, at, 0) <= 0) open.push(byStart[next++] ?? 0);
    for (let top = open.top(); top !== undefined && compareWords(to, top, at, 0) < 0; top = open.top()) open.pop();
    const narrowest = open.top();
    const company = narrowest === undefined ? 0 : (of[narrowest] ?? 0);
    // Neighbours of one company are one range.
    yield company === before ? undefined : { from: bitsAt(at, 0), of: company };
    before = company;
    if (narrowest === undefined) continue;
    const following = byStart[next] ?? 0;
    if (next < size && compareWords(from, following, to, narrowest) <= 0)
      at.set(from.subarray(following * words, (following + 1) * words));
    else {
      at.set(to.subarray(narrowest * words, (narrowest + 1) * words));
      // Behind the last of all addresses there is nothing to say.
      if (!addOne(at)) return;
    }
  }
}

/** The address after this one, in place; false where it was the last of all. */
function addOne(at: Uint32Array): boolean {
  for (let word = words - 1; word >= 0; word--) {
    at[word] = (at[word] ?? 0) + 1;
    if (at[word] !== 0) return true;
  }
  return false;
}

/** Of each range its place among all by width, the narrowest first. */
function* ranksOf({ size, from, to }: RangeColumns): Generator<undefined, Uint32Array> {
  const widths = new Uint32Array(size * words);
  for (let place = 0; place < size; place++) {
    let borrow = 0;
    for (let word = words - 1; word >= 0; word--) {
      const difference = (to[place * words + word] ?? 0) - (from[place * words + word] ?? 0) - borrow;
      borrow = difference < 0 ? 1 : 0;
      widths[place * words + word] = difference;
    }
    if (place % 256 === 0) yield;
  }
  const byWidth = yield* sortedPlaces(size, (a, b) => compareWords(widths, a, widths, b) || b - a);
  const rank = new Uint32Array(size);
  byWidth.forEach((place, at) => {
    rank[place] = at;
  });
  return rank;
}

/** A binary heap with the smallest rank on top. */
function createHeap(rankOf: (place: number) => number) {
  const heap: number[] = [];
  const rankAt = (at: number) => rankOf(heap[at] ?? 0);
  const swap = (a: number, b: number) => {
    const [one = 0, other = 0] = [heap[a], heap[b]];
    heap[a] = other;
    heap[b] = one;
  };
  return {
    top: (): number | undefined => heap[0],
    push: (place: number) => {
      heap.push(place);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (rankAt(parent) <= rankAt(at)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop: () => {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < heap.length && rankAt(left) < rankAt(least)) least = left;
        if (right < heap.length && rankAt(right) < rankAt(least)) least = right;
        if (least === at) return;
        swap(at, least);
        at = least;
      }
    },
  };
}
