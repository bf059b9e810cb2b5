/**
 * Of Student's distribution with `freedom` degrees (10 or more), the value that is exceeded with a chance of 2.5 %: Cornish and Fisher's
 * expansion about the normal one (Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.7.5), right to three digits.
 */
export function studentQuantile(freedom: number): number {
  const z = 1.959_963_985;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3;
}
