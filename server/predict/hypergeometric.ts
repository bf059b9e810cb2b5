const mostTerms = 100_000;

/**
 * Gauss's 2F1(a, b; c; z) for 0 <= z < 1 by its series, to 1e-12 of the largest term. `c` is no integer below 1. The nearer `z` is
 * to 1, the more terms it takes; who calls brings `a` and `b` down by Euler's transformation first.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    // What is left is at most a geometric series from here on, once the terms fall.
    if (Math.abs(term) * (1 / (1 - z)) < 1e-13 * Math.abs(sum) && n > -c) break;
  }
  return sum;
}
