const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
const halfLogTwoPi = 0.9189385332046727;
const enough = 10;

/**
 * The logarithm of the gamma function for x > 0, to 1e-13 of max(1, |value|): Stirling's series (Abramowitz and Stegun, 6.1.41)
 * from 10 on, below that by the recurrence.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  for (; shifted < enough; shifted++) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  let series = 0;
  for (let term = stirling.length - 1; term >= 0; term--) series = series * square + (stirling[term] ?? 0);
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series * inverse - Math.log(product);
}
