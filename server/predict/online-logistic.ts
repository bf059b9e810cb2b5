/**
 * Logistic regression that learns one case at a time and knows how sure it is: the posterior of the weights is kept as a normal
 * distribution, updated by Laplace's approximation (Spiegelhalter, Lauritzen, "Sequential Updating of Conditional Probabilities on
 * Directed Graphical Structures", Networks 20, 1990, section 5). It needs no rate of learning, and starts from a prior.
 */
export interface OnlineLogistic {
  weights: Float64Array;
  /** Row by row. */
  covariance: Float64Array;
}

/** It as JSON. */
export interface EncodedLogistic {
  weights: number[];
  covariance: number[];
}

export interface Chances {
  /** 0 to 1. */
  chance: number;
  /** Between what it lies in eight of ten cases, for all that the weights have not learned yet. */
  low: number;
  high: number;
}

/** `prior`: a weight for each feature, and the standard deviation of what it may be instead. */
export function startLogistic(prior: readonly { weight: number; deviation: number }[]): OnlineLogistic {
  const covariance = prior.flatMap((_, row) =>
    prior.map(({ deviation }, column) => (row === column ? deviation * deviation : 0)),
  );
  return decodeLogistic({ weights: prior.map(({ weight }) => weight), covariance });
}

export function encodeLogistic({ weights, covariance }: OnlineLogistic): EncodedLogistic {
  return { weights: [...weights], covariance: [...covariance] };
}

export function decodeLogistic({ weights, covariance }: EncodedLogistic): OnlineLogistic {
  return { weights: Float64Array.from(weights), covariance: Float64Array.from(covariance) };
}

/** Learns one case, in place: `happened` for these features. */
export function learn(model: OnlineLogistic, features: readonly number[], happened: boolean): void {
  const { weights, covariance } = model;
  const size = weights.length;
  const gain = covarianceTimes(model, features);
  const variance = dot(features, gain);
  const expected = sigmoid(moderated(dot(weights, features), variance));
  const information = Math.max(1e-4, expected * (1 - expected));
  const scale = information / (1 + information * variance);
  const step = (Number(happened) - expected) / (1 + information * variance);
  for (let row = 0; row < size; row++) {
    const at = gain[row] ?? 0;
    weights[row] = (weights[row] ?? 0) + step * at;
    for (let column = 0; column < size; column++) {
      const place = row * size + column;
      covariance[place] = (covariance[place] ?? 0) - scale * at * (gain[column] ?? 0);
    }
  }
}

/** The chance that it happens. */
export function chances(model: OnlineLogistic, features: readonly number[]): Chances {
  const variance = dot(features, covarianceTimes(model, features));
  const logit = dot(model.weights, features);
  const reach = 1.2816 * Math.sqrt(Math.max(0, variance));
  return { chance: sigmoid(moderated(logit, variance)), low: sigmoid(logit - reach), high: sigmoid(logit + reach) };
}

/** MacKay's approximation (1992) of the mean of the sigmoid over a normal logit: what is not known pulls towards a half. */
function moderated(logit: number, variance: number): number {
  return logit / Math.sqrt(1 + (Math.PI / 8) * Math.max(0, variance));
}

/** Most features of a case are 0, and cost nothing. */
function covarianceTimes({ covariance }: OnlineLogistic, features: readonly number[]): Float64Array {
  const size = features.length;
  const product = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    const feature = features[column] ?? 0;
    if (feature === 0) continue;
    for (let row = 0; row < size; row++)
      product[row] = (product[row] ?? 0) + (covariance[row * size + column] ?? 0) * feature;
  }
  return product;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
