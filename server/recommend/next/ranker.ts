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
export function scoreCandidates(ranker: Ranker, features: Float64Array, count: number, scores: Float64Array): void {
  // Two at a time: each weight is read once for both. The last of an odd number is its own other.
  for (let candidate = 0; candidate < count; candidate += 2)
    scoreBoth(ranker, features, candidate, Math.min(candidate + 1, count - 1), scores);
}

function scoreBoth(
  { inputs, hidden, weights }: Ranker,
  features: Float64Array,
  first: number,
  second: number,
  scores: Float64Array,
): void {
  const v = inputs;
  const b = inputs + hidden;
  const w = inputs + 2 * hidden;
  const x = first * inputs;
  const y = second * inputs;
  let score = 0;
  let other = 0;
  for (let input = 0; input < inputs; input++) {
    const weight = weights[input] ?? 0;
    score += weight * (features[x + input] ?? 0);
    other += weight * (features[y + input] ?? 0);
  }
  let unit = 0;
  // Four at a time: each sum waits for its own last step alone.
  for (; unit + 4 <= hidden; unit += 4) {
    const row = w + unit * inputs;
    let one = weights[b + unit] ?? 0;
    let two = weights[b + unit + 1] ?? 0;
    let three = weights[b + unit + 2] ?? 0;
    let four = weights[b + unit + 3] ?? 0;
    let [otherOne, otherTwo, otherThree, otherFour] = [one, two, three, four];
    for (let input = 0; input < inputs; input++) {
      const feature = features[x + input] ?? 0;
      const its = features[y + input] ?? 0;
      // Most candidates were not in the session: what says so is nothing.
      if (feature === 0 && its === 0) continue;
      const toOne = weights[row + input] ?? 0;
      const toTwo = weights[row + inputs + input] ?? 0;
      const toThree = weights[row + 2 * inputs + input] ?? 0;
      const toFour = weights[row + 3 * inputs + input] ?? 0;
      one += toOne * feature;
      two += toTwo * feature;
      three += toThree * feature;
      four += toFour * feature;
      otherOne += toOne * its;
      otherTwo += toTwo * its;
      otherThree += toThree * its;
      otherFour += toFour * its;
    }
    const ofOne = weights[v + unit] ?? 0;
    const ofTwo = weights[v + unit + 1] ?? 0;
    const ofThree = weights[v + unit + 2] ?? 0;
    const ofFour = weights[v + unit + 3] ?? 0;
    if (one > 0) score += ofOne * one;
    if (two > 0) score += ofTwo * two;
    if (three > 0) score += ofThree * three;
    if (four > 0) score += ofFour * four;
    if (otherOne > 0) other += ofOne * otherOne;
    if (otherTwo > 0) other += ofTwo * otherTwo;
    if (otherThree > 0) other += ofThree * otherThree;
    if (otherFour > 0) other += ofFour * otherFour;
  }
  for (; unit < hidden; unit++) {
    const row = w + unit * inputs;
    let sum = weights[b + unit] ?? 0;
    let otherSum = sum;
    for (let input = 0; input < inputs; input++) {
      const weight = weights[row + input] ?? 0;
      sum += weight * (features[x + input] ?? 0);
      otherSum += weight * (features[y + input] ?? 0);
    }
    const said = weights[v + unit] ?? 0;
    if (sum > 0) score += said * sum;
    if (otherSum > 0) other += said * otherSum;
  }
  scores[second] = other;
  scores[first] = score;
}

/** The place of the highest score, the first among equals, which is then the lowest: asked again, it gives the next best. */
export function takeBest(scores: Float64Array, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  scores[best] = Number.NEGATIVE_INFINITY;
  return best;
}
