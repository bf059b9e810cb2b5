import { note, nothing, type Outcome } from './outcome.ts';

/** An arm's people, each with a weight: sums by the weights, and by their squares. */
export interface Weighted {
  once: Outcome;
  squared: Outcome;
}

export function unweighted(): Weighted {
  return { once: { ...nothing }, squared: { ...nothing } };
}

/** Adds one visitor, in place. */
export function noteWeighted({ once, squared }: Weighted, y: number, x: number, weight: number): void {
  note(once, y, x, weight);
  note(squared, y, x, weight * weight);
}

/**
 * The outcomes of so many people of one weight whose means and whose variances of means are those of the weighted ones. Weights are one
 * over the chance with which each was drawn: where shares move, as Thompson sampling moves them, an arm has more of its people from one time
 * than from another, and the times differ; weighted so, all arms are of all times alike. It is the self-normalised estimator with the variance of
 * its linearisation (Swaminathan and Joachims, "The self-normalized estimator for counterfactual learning", NIPS 2015), the number of
 * people that of Kish ("Survey Sampling", 1965). Chances that have a floor keep the confidence sequence of `difference` (Waudby-Smith et
 * al. 2024, proposition 2.5, for what depends on what came before). Weights that are all 1 change nothing.
 */
export function worthOf({ once, squared }: Weighted): Outcome {
  if (once.visitors === squared.visitors) return once;
  const weights = squared.visitors;
  const [y, x] = [once.y / once.visitors, once.x / once.visitors];
  const spread = (products: number, a: number, b: number, ofA: number, ofB: number) =>
    Math.max(0, (products - a * ofB - b * ofA) / weights + a * b);
  const visitors = once.visitors ** 2 / weights;
  return {
    visitors,
    y: visitors * y,
    x: visitors * x,
    yy: visitors * (spread(squared.yy, y, y, squared.y, squared.y) + y * y),
    xx: visitors * (spread(squared.xx, x, x, squared.x, squared.x) + x * x),
    xy: visitors * ((squared.xy - x * squared.y - y * squared.x) / weights + 2 * x * y),
    active: (visitors * once.active) / once.visitors,
  };
}
