/** One score an item, kept dense so that adding is an array access, with the list of the items that have one. */
export interface Scores {
  of: Float64Array;
  touched: Int32Array;
  size: number;
}

export function emptyScores(itemCount: number): Scores {
  return { of: new Float64Array(itemCount), touched: new Int32Array(itemCount), size: 0 };
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

/**
 * The items with the highest scores into `out`, best first, the lower number first among equals, of those that may be shown.
 * Returns how many. Only of what would come in it is asked whether it may.
 */
export function bestOf({ of, touched, size }: Scores, out: Int32Array, isAllowed: Allowed | null = null): number {
  let kept = 0;
  for (let place = 0; place < size; place++) {
    const item = touched[place] ?? 0;
    const score = of[item] ?? 0;
    if (kept === out.length && !isBetter(score, item, of, out[kept - 1] ?? 0)) continue;
    if (isAllowed && !isAllowed(item)) continue;
    let at = kept < out.length ? kept++ : kept - 1;
    for (; at > 0 && isBetter(score, item, of, out[at - 1] ?? 0); at--) out[at] = out[at - 1] ?? 0;
    out[at] = item;
  }
  return kept;
}

function isBetter(score: number, item: number, of: Float64Array, other: number): boolean {
  const its = of[other] ?? 0;
  return score > its || (score === its && item < other);
}
