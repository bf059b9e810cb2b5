import { logGamma } from '../predict/log-gamma.ts';
import type { Estimate } from './estimate.ts';
import type { Outcome } from './outcome.ts';

/** What is believed of an arm's true mean. */
export interface Belief {
  mean: number;
  deviation: number;
  /** Where it can be at all. */
  least: number;
  most: number;
  /** Logarithm of the density, up to a constant. */
  logDensity(x: number): number;
}

/** Of a share of visitors: the beta distribution that Bayes and Laplace begin with, every share as likely as any other. */
export function beliefInShare({ visitors, active }: Pick<Outcome, 'visitors' | 'active'>): Belief {
  const a = active + 1;
  const b = visitors - active + 1;
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b);
  return {
    mean: a / (a + b),
    deviation: Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1))),
    least: 0,
    most: 1,
    logDensity: (x) => constant + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x),
  };
}

/** Of a mean of amounts: normal about what was measured, as the central limit theorem has it, with nothing known before. */
export function beliefInMean({ visitors, mean, variance }: Estimate): Belief {
  return normal(mean, Math.sqrt(variance / visitors));
}

const points = 4_000;
/** Deviations; a share of which nothing was seen yet falls off no faster than e to the power of minus this. */
const reach = 20;

export interface Winning {
  /** That this arm is the best of all. */
  chance: number;
  /** How much less than the best this arm brings on average, over all that may be true: what choosing it is expected to cost. */
  loss: number;
}

/**
 * Of each arm, the chance that its true mean is the highest, and the expected loss of choosing it (C. Stucchio, "Bayesian A/B testing at
 * VWO", 2015): integrals over what is believed, by the midpoint rule, right to 1e-6. Beliefs without deviation stand for a point.
 */
export function winning(beliefs: readonly Belief[]): Winning[] {
  const finest = Math.min(...beliefs.map(({ deviation }) => deviation).filter((deviation) => deviation > 0));
  if (!Number.isFinite(finest)) return ofPoints(beliefs.map(({ mean }) => mean));
  const arms = beliefs.map((belief) => (belief.deviation > 0 ? belief : normal(belief.mean, finest / 100)));
  const low = Math.min(...arms.map(({ mean, deviation, least }) => Math.max(least, mean - reach * deviation)));
  const high = Math.max(...arms.map(({ mean, deviation, most }) => Math.min(most, mean + reach * deviation)));
  // Fine enough for the narrowest of them.
  const count = Math.max(points, Math.min(50_000, Math.ceil(((high - low) / finest) * 5)));
  const step = (high - low) / count;
  const densities = arms.map((arm) => normalised(arm, low, step, count));
  const below = densities.map((density) => cumulated(density));
  const best = new Float64Array(count);
  const chances = arms.map(() => 0);
  for (let place = 0; place < count; place++) {
    for (const [arm, density] of densities.entries()) {
      let others = 1;
      for (const [other, share] of below.entries()) if (other !== arm) others *= share[place] ?? 0;
      const isBestHere = (density[place] ?? 0) * others;
      chances[arm] = (chances[arm] ?? 0) + isBestHere;
      best[place] = (best[place] ?? 0) + isBestHere;
    }
  }
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  let expectedBest = 0;
  for (let place = 0; place < count; place++)
    expectedBest += ((best[place] ?? 0) * (low + (place + 0.5) * step)) / total;
  return arms.map(({ mean }, arm) => ({ chance: (chances[arm] ?? 0) / total, loss: Math.max(0, expectedBest - mean) }));
}

function ofPoints(means: readonly number[]): Winning[] {
  const best = Math.max(...means);
  const firsts = means.filter((mean) => mean === best).length;
  return means.map((mean) => ({ chance: mean === best ? 1 / firsts : 0, loss: best - mean }));
}

function normal(mean: number, deviation: number): Belief {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { mean, deviation, least, most, logDensity: (x) => -0.5 * ((x - mean) / deviation) ** 2 };
}

function normalised(belief: Belief, low: number, step: number, count: number): Float64Array {
  const logs = Float64Array.from({ length: count }, (_, place) => {
    const x = low + (place + 0.5) * step;
    return x > belief.least && x < belief.most ? belief.logDensity(x) : Number.NEGATIVE_INFINITY;
  });
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const density = logs.map((log) => Math.exp(log - highest));
  const sum = density.reduce((total, each) => total + each, 0);
  return density.map((each) => each / sum);
}

/** Up to the middle of each step, so that arms that are alike come out alike. */
function cumulated(density: Float64Array): Float64Array {
  let sum = 0;
  return density.map((each) => {
    const middle = sum + each / 2;
    sum += each;
    return middle;
  });
}
