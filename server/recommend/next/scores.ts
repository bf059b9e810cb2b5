/** One score an item, kept dense so that adding is an array access, with the list of the items that have one. */
export interface Scores {
  of: Float64Array;
  /** One longer than what fits, so that the next place can be written before it is known whether it counts. */
  touched: Int32Array;
  size: number;
}

export function emptyScores(itemCount: number): Scores {
  return { of: new Float64Array(itemCount), touched: new Int32Array(itemCount + 1), size: 0 };
}

export type Allowed = (item: number) => boolean;

/** Adds to an item's score. A score that comes back to zero may list its item twice, so add what is positive. */
export function addScore(scores: Scores, item: number, score: number): void {
  const before = scores.of[item] ?? 0;
  if (before === 0) scores.touched[scores.size++] = item;
  scores.of[item] = before + score;
}

export function clearScores(scores: Scores): void {
  for (let place = 0; place < scores.size; place++) scores.of[scores.touched[place] ?? 0] = 0;
  scores.size = 0;
}

/** What `bestOf` sorts: a heap whose root is the least of what is kept, grown to the largest that was asked for. */
let heap = new Float64Array(0);

/**
 * The items with the highest scores into `out`, best first, the lower number first among equals, of those that may be shown.
 * Returns how many. Only of what would come in it is asked whether it may.
 */
export function bestOf({ of, touched, size }: Scores, out: Int32Array, isAllowed: Allowed | null = null): number {
  const room = out.length;
  if (heap.length < room) heap = new Float64Array(room);
  const scores = heap;
  let kept = 0;
  for (let place = 0; place < size && room > 0; place++) {
    const item = touched[place] ?? 0;
    const score = of[item] ?? 0;
    const least = scores[0] ?? 0;
    if (kept === room && (score < least || (score === least && item > (out[0] ?? 0)))) continue;
    if (isAllowed && !isAllowed(item)) continue;
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
