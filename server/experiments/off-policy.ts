/** A decision that was made, and what another policy would have done in its place. */
export interface Logged {
  /** What came of it. */
  outcome: number;
  /** The chance with which it was made then, and with which the other policy would have made it. */
  propensity: number;
  wouldBe: number;
}

export interface PolicyValue {
  /** Of a decision, on average. */
  mean: number;
  low: number;
  high: number;
  /** How many decisions of the policy's own these are worth (Kish, "Survey Sampling", 1965): few where the two hardly agree. */
  worth: number;
}

/**
 * What another policy would have brought, from what this one has logged: the self-normalised estimator of Swaminathan and Joachims ("The
 * self-normalized estimator for counterfactual learning", NIPS 2015) with the 95 % interval of its linearisation. Null where the
 * other would have made none of these decisions. It is of those decisions alone: where the other would have done what was never done, nobody knows.
 */
export function policyValue(log: Iterable<Logged>): PolicyValue | null {
  let weights = 0;
  let weighted = 0;
  let squares = 0;
  let crossed = 0;
  let outcomes = 0;
  for (const { outcome, propensity, wouldBe } of log) {
    if (!(propensity > 0)) throw new RangeError('a decision that was made had a chance above 0');
    const weight = wouldBe / propensity;
    weights += weight;
    weighted += weight * outcome;
    squares += weight ** 2;
    crossed += weight ** 2 * outcome;
    outcomes += weight ** 2 * outcome ** 2;
  }
  if (weights === 0) return null;
  const mean = weighted / weights;
  const variance = Math.max(0, outcomes - 2 * mean * crossed + mean ** 2 * squares) / weights ** 2;
  const reach = 1.959_963_985 * Math.sqrt(variance);
  return { mean, low: mean - reach, high: mean + reach, worth: weights ** 2 / squares };
}
