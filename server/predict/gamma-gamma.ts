import { logGamma } from './log-gamma.ts';

/**
 * Gamma-Gamma: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013). A customer's orders are worth Gamma(p, nu), and nu varies
 * over customers by Gamma(q, v). `v` is in the unit of the amounts.
 */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** A customer's orders: how many, and what they were worth on average. */
export interface Spending {
  count: number;
  mean: number;
}

/** Equation 1a, in logarithms; of a customer with an order that was worth something. */
export function logLikelihood({ p, q, v }: GammaGamma, { count, mean }: Spending): number {
  const shape = p * count;
  return (
    logGamma(shape + q) -
    logGamma(shape) -
    logGamma(q) +
    q * Math.log(v) +
    (shape - 1) * Math.log(mean) +
    shape * Math.log(count) -
    (shape + q) * Math.log(count * mean + v)
  );
}

/** What an order of this customer is worth on average: equation 5, between what they spent and what the others do. `q` is above 1. */
export function expectedSpending({ p, q, v }: GammaGamma, { count, mean }: Spending): number {
  return (p * (v + count * mean)) / (p * count + q - 1);
}
