/**
 * P-values of several comparisons, such that the chance of any false finding among them stays that of one (S. Holm, "A simple
 * sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 1979). In the order in which they came.
 */
export function corrected(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 1) - (values[b] ?? 1));
  const made = values.slice();
  let least = 0;
  for (const [rank, place] of order.entries()) {
    least = Math.max(least, Math.min(1, (values.length - rank) * (values[place] ?? 1)));
    made[place] = least;
  }
  return made;
}
