/**
 * The amount above which no visitor counts more: that which 99 of 100 buyers of all arms together do not exceed, so that one wholesale
 * order does not decide an experiment. One bound for all arms; Infinity for fewer than 100 buyers, of whom each may be usual.
 */
export function boundOf(amounts: readonly number[]): number {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  if (sorted.length < 100) return Number.POSITIVE_INFINITY;
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
}
