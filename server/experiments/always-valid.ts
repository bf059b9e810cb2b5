import type { Estimate } from './estimate.ts';

/** What an arm brings beyond another, a visitor: with an interval that holds however often it is looked at. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
  /** Always-valid p-value: it is at most a with a chance of a, at every look together, where there is no difference. */
  p: number;
}

/** The sample at which the interval is narrowest; before and after that it costs little more. */
const tunedTo = 5_000;

/**
 * The difference of two arms' means with a confidence sequence: the asymptotic one of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas
 * ("Time-uniform central limit theory and asymptotic confidence sequences", Annals of Statistics 2024, theorem 2.2, tuned as in its
 * appendix B.2), for the difference as Maharaj et al. put it ("Anytime-valid confidence sequences in an enterprise A/B testing platform",
 * WWW 2023). `error`: the chance that it ever misses the truth. Asymptotic: whoever asks waits until there is `isEnough`.
 */
export function difference(arm: Estimate, base: Estimate, error: number): Difference {
  const mean = arm.mean - base.mean;
  const { count, spread } = together(arm, base);
  const reach = Math.sqrt(spread) * halfWidth(count, error);
  return {
    mean,
    low: mean - reach,
    high: mean + reach,
    p: spread === 0 ? Number(mean === 0) : pValue(mean, count, spread),
  };
}

/** Half the width of the interval for outcomes of variance 1 in `count` visitors of both arms together. */
export function halfWidth(count: number, error: number): number {
  const growth = count * rate + 1;
  return Math.sqrt(((2 * growth) / (count ** 2 * rate)) * Math.log(Math.sqrt(growth) / error));
}

/** The variance that a mean of `count` visitors of both arms together would need to vary as the difference does. */
export function together(arm: Estimate, base: Estimate): { count: number; spread: number } {
  const count = arm.visitors + base.visitors;
  return { count, spread: count * (arm.variance / arm.visitors + base.variance / base.visitors) };
}

/** rho squared of the paper, for an error of 5 %. */
const rate = tuned(0.05);

function tuned(error: number): number {
  const squares = -2 * Math.log(error);
  return (squares + Math.log(squares + 1)) / tunedTo;
}

/** The error at which the interval just reaches 0. */
function pValue(mean: number, count: number, spread: number): number {
  const growth = count * rate + 1;
  return Math.min(1, Math.sqrt(growth) * Math.exp((-(mean ** 2) * count ** 2 * rate) / (2 * growth * spread)));
}

/** With fewer, a mean of skewed amounts, of which few are not 0, is not yet near enough to a normal one. */
export const fewestVisitors = 100;
export const fewestActive = 25;

export function isEnough({ visitors, active }: { visitors: number; active: number }): boolean {
  return visitors >= fewestVisitors && active >= fewestActive;
}
