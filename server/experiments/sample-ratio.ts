import { logGamma } from '../predict/log-gamma.ts';

/**
 * The chance that visitors who are drawn into arms by these weights come to be as unevenly dealt as they are, or more so: Pearson's
 * chi-squared test. A very small one says that the assignment or the counting is broken (Fabijan et al., "Diagnosing sample ratio
 * mismatch in online controlled experiments", KDD 2019). Arms without weight are left out: 0 where one has visitors all the same.
 */
export function sampleRatio(arms: readonly { visitors: number; weight: number }[]): number {
  if (arms.some(({ visitors, weight }) => weight <= 0 && visitors > 0)) return 0;
  const drawn = arms.filter(({ weight }) => weight > 0);
  const visitors = drawn.reduce((sum, arm) => sum + arm.visitors, 0);
  const weights = drawn.reduce((sum, arm) => sum + arm.weight, 0);
  if (drawn.length < 2 || visitors === 0) return 1;
  let squares = 0;
  for (const arm of drawn) {
    const expected = (visitors * arm.weight) / weights;
    squares += (arm.visitors - expected) ** 2 / expected;
  }
  return gammaAbove((drawn.length - 1) / 2, squares / 2);
}

/** At a look a day this cries wolf in hardly one experiment of a hundred. */
export const brokenBelow = 0.0005;

/** The regularised upper incomplete gamma function Q(a, x): its series below a + 1 (Abramowitz and Stegun, 6.5.29), else its fraction by Lentz. */
function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - scale * sum);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return scale * fraction;
}
