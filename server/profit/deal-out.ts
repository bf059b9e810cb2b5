/**
 * Deals a whole amount out in whole units by weights, so that the parts add up to it: what the first so many get together is their exact
 * share rounded, so that each part is within one unit of its own (error diffusion; Bresenham, "Algorithm for computer control of a
 * digital plotter", 1965). Weights are not negative, and who has none gets none; where all are 0 each counts alike. `into` gets the
 * parts of the first `count` weights, from `first` on and `stride` apart.
 */
export function dealOut(
  amount: number,
  weights: Weights,
  { into, count, first = 0, stride = 1 }: { into: Parts; count: number; first?: number; stride?: number },
): void {
  let total = 0;
  for (let place = 0; place < count; place++) total += weights[place] ?? 0;
  const isAlike = total <= 0;
  if (isAlike) total = count;
  let [passed, given] = [0, 0];
  for (let place = 0; place < count; place++) {
    passed += isAlike ? 1 : (weights[place] ?? 0);
    const upTo = shareOf(amount, passed, total);
    into[first + place * stride] = upTo - given;
    given = upTo;
  }
}

type Weights = { readonly [place: number]: number };
type Parts = { [place: number]: number };

/** What those with `passed` of `total` weights get together. */
export function shareOf(amount: number, passed: number, total: number): number {
  // Not -0.
  return Math.round(amount * (passed / total)) + 0;
}
