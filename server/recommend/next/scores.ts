/**
 * Items in the order in which they are met, each under a place: what is counted of them then lies close together, however large
 * the shop is. `places` is for each item its place above `before`; those of earlier questions are below it, so that nothing has
 * to be cleared (a sparse set; Briggs and Torczon 1993).
 */
export interface Met {
  /** One longer than what fits, so that the next place can be written before it is known whether the item is new. */
  items: Int32Array;
  size: number;
  places: Int32Array;
  before: number;
}

/** One score an item that was met. */
export interface Scores extends Met {
  /** By place, zero from `size` on. */
  of: Float64Array;
}

/** Beyond it places are counted from the beginning again, since numbers of 32 bits are quicker. */
const farthest = 2 ** 30;

export function emptyMet(itemCount: number): Met {
  return { items: new Int32Array(itemCount + 1), size: 0, places: new Int32Array(itemCount), before: 1 };
}

export function emptyScores(itemCount: number): Scores {
  return { ...emptyMet(itemCount), of: new Float64Array(itemCount) };
}

export type Allowed = (item: number) => boolean;

/** The place of an item: the next one where it is met for the first time. Without a branch, which is often guessed wrong. */
export function meet(met: Met, item: number): number {
  const known = (met.places[item] ?? 0) - met.before;
  const isNew = known >> 31;
  const place = (known & ~isNew) | (met.size & isNew);
  met.items[place] = item;
  met.places[item] = met.before + place;
  met.size -= isNew;
  return place;
}

/** Negative for an item that was not met. */
export function placeOf(met: Met, item: number): number {
  return (met.places[item] ?? 0) - met.before;
}

export function forget(met: Met): void {
  met.before += met.size;
  met.size = 0;
  if (met.before < farthest) return;
  met.places.fill(0);
  met.before = 1;
}

export function addScore(scores: Scores, item: number, score: number): void {
  const place = meet(scores, item);
  scores.of[place] = (scores.of[place] ?? 0) + score;
}

export function scoreOf(scores: Scores, item: number): number {
  const place = placeOf(scores, item);
  return place < 0 ? 0 : (scores.of[place] ?? 0);
}

export function clearScores(scores: Scores): void {
  scores.of.fill(0, 0, scores.size);
  forget(scores);
}

/** What `bestOf` sorts: a heap whose root is the least of what is kept, grown to the largest that was asked for. */
let heap = new Float64Array(0);

/** The items with the highest scores into `out`, best first, the lower number first among equals. Returns how many. */
export function bestOf({ items, of, size }: Pick<Scores, 'items' | 'of' | 'size'>, out: Int32Array): number {
  const room = out.length;
  if (heap.length < room) heap = new Float64Array(room);
  const scores = heap;
  let kept = 0;
  for (let place = 0; place < size && room > 0; place++) {
    const item = items[place] ?? 0;
    const score = of[place] ?? 0;
    const least = scores[0] ?? 0;
    if (kept === room && (score < least || (score === least && item > (out[0] ?? 0)))) continue;
    if (kept === room) sink(scores, out, room, score, item);
    else rise(scores, out, kept++, score, item);
  }
  for (let end = kept - 1; end > 0; end--) {
    const score = scores[end] ?? 0;
    const item = out[end] ?? 0;
    scores[end] = scores[0] ?? 0;
    out[end] = out[0] ?? 0;
    sink(scores, out, end, score, item);
  }
  return kept;
}

/** Puts one into the new last place, and up to where it belongs. */
function rise(scores: Float64Array, items: Int32Array, last: number, score: number, item: number): void {
  let at = last;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const its = scores[above] ?? 0;
    const other = items[above] ?? 0;
    if (its < score || (its === score && other > item)) break;
    scores[at] = its;
    items[at] = other;
    at = above;
  }
  scores[at] = score;
  items[at] = item;
}

/** Puts one in the place of the root, and down to where it belongs among the first `size`. */
function sink(scores: Float64Array, items: Int32Array, size: number, score: number, item: number): void {
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    const right = below + 1;
    const left = scores[below] ?? 0;
    const leftItem = items[below] ?? 0;
    const isRight =
      right < size && ((scores[right] ?? 0) < left || (scores[right] === left && (items[right] ?? 0) > leftItem));
    const lower = isRight ? right : below;
    const its = scores[lower] ?? 0;
    const other = items[lower] ?? 0;
    if (its > score || (its === score && other < item)) break;
    scores[at] = its;
    items[at] = other;
    at = lower;
  }
  scores[at] = score;
  items[at] = item;
}
