/**
 * Orders candidates by features: a small network beside a linear part, `u x + v max(0, W x + b)`. What its inputs are is the
 * caller's; it only has to be the same when it is asked as when it was fitted.
 */
export interface Ranker {
  inputs: number;
  hidden: number;
  /** u, then v, then b, then W row by row. */
  weights: Float64Array;
}

export function rankerSize(inputs: number, hidden: number): number {
  return inputs + 2 * hidden + hidden * inputs;
}

/** Scores `count` candidates, whose features stand one after the other. */
export function scoreCandidates(
  { inputs, hidden, weights }: Ranker,
  features: Float64Array,
  count: number,
  scores: Float64Array,
): void {
  const v = inputs;
  const b = inputs + hidden;
  const w = inputs + 2 * hidden;
  for (let candidate = 0; candidate < count; candidate++) {
    const x = candidate * inputs;
    let score = 0;
    for (let input = 0; input < inputs; input++) score += (weights[input] ?? 0) * (features[x + input] ?? 0);
    let unit = 0;
    // Four at a time: each sum waits for its own last step alone.
    for (; unit + 4 <= hidden; unit += 4) {
      const row = w + unit * inputs;
      let one = weights[b + unit] ?? 0;
      let two = weights[b + unit + 1] ?? 0;
      let three = weights[b + unit + 2] ?? 0;
      let four = weights[b + unit + 3] ?? 0;
      for (let input = 0; input < inputs; input++) {
        const feature = features[x + input] ?? 0;
        one += (weights[row + input] ?? 0) * feature;
        two += (weights[row + inputs + input] ?? 0) * feature;
        three += (weights[row + 2 * inputs + input] ?? 0) * feature;
        four += (weights[row + 3 * inputs + input] ?? 0) * feature;
      }
      if (one > 0) score += (weights[v + unit] ?? 0) * one;
      if (two > 0) score += (weights[v + unit + 1] ?? 0) * two;
      if (three > 0) score += (weights[v + unit + 2] ?? 0) * three;
      if (four > 0) score += (weights[v + unit + 3] ?? 0) * four;
    }
    for (; unit < hidden; unit++) {
      const row = w + unit * inputs;
      let sum = weights[b + unit] ?? 0;
      for (let input = 0; input < inputs; input++) sum += (weights[row + input] ?? 0) * (features[x + input] ?? 0);
      if (sum > 0) score += (weights[v + unit] ?? 0) * sum;
    }
    scores[candidate] = score;
  }
}

/** The place of the highest score, the first among equals, which is then the lowest: asked again, it gives the next best. */
export function takeBest(scores: Float64Array, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  scores[best] = Number.NEGATIVE_INFINITY;
  return best;
}
