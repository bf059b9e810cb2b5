import { hypergeometric } from './hypergeometric.ts';
import { logGamma } from './log-gamma.ts';

/**
 * BG/NBD: Fader, Hardie, Lee, "Counting Your Customers" the Easy Way (Marketing Science 24, 2005). A customer buys at a steady rate and
 * after each purchase may be gone for good; rates vary by Gamma(r, alpha), chances of going by Beta(a, b). Time in weeks.
 */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** A customer's purchases after the first one. Weeks since that. */
export interface Repeats {
  count: number;
  /** When the last one was; 0 without any. */
  last: number;
  /** Until now. */
  age: number;
}

/** Equation 6, in logarithms. */
export function logLikelihood({ r, alpha, a, b }: BgNbd, { count, last, age }: Repeats): number {
  const shared = logGamma(r + count) - logGamma(r) + r * Math.log(alpha);
  const stayed = logGamma(a + b) - logGamma(b) + logGamma(b + count) - logGamma(a + b + count);
  const here = -(r + count) * Math.log(alpha + age);
  if (count === 0) return shared + stayed + here;
  const gone = Math.log(a) - Math.log(b + count - 1) - (r + count) * Math.log(alpha + last);
  const greater = Math.max(here, gone);
  return shared + stayed + greater + Math.log(Math.exp(here - greater) + Math.exp(gone - greater));
}

/** The chance that this customer will ever buy again: Fader, Hardie, "Computing P(alive) Using the BG/NBD Model" (2008). */
export function chanceAlive({ r, alpha, a, b }: BgNbd, { count, last, age }: Repeats): number {
  if (count === 0) return 1;
  const odds = Math.log(a) - Math.log(b + count - 1) + (r + count) * Math.log((alpha + age) / (alpha + last));
  return 1 / (1 + Math.exp(odds));
}

/** The chance of at least one purchase in the next so many weeks: nobody goes before it, so the rate alone decides of those who are here. */
export function chanceOfPurchase(model: BgNbd, customer: Repeats, weeks: number): number {
  const reach = model.alpha + customer.age;
  const none = Math.exp((model.r + customer.count) * Math.log(reach / (reach + weeks)));
  return chanceAlive(model, customer) * (1 - none);
}

/**
 * How many purchases to expect in the next so many weeks: equation 10, with Euler's transformation of its 2F1, which leaves no large
 * numbers to cancel. Good to 1e-4, relative: at a = 1 and at a + b + count = 1 the formula has holes, and is taken beside them.
 */
export function expectedPurchases(model: BgNbd, customer: Repeats, weeks: number): number {
  const { r, alpha, a, b } = aside(model, customer.count);
  const reach = alpha + customer.age;
  const z = weeks / (reach + weeks);
  const c = a + b + customer.count - 1;
  const decline = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * (1 - decline) * chanceAlive(model, customer);
}

const hole = 1e-5;

function aside({ a, b, ...rest }: BgNbd, count: number): BgNbd {
  const clear = Math.abs(a - 1) < hole ? 1 + hole : a;
  return { ...rest, a: clear, b: Math.abs(clear + b + count - 1) < hole ? b + 2 * hole : b };
}
