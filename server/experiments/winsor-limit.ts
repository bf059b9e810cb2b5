/**
 * What 99 of 100 buyers spent at most, in minor units; null where nobody bought. Whoever spent more counts for as much as this
 * (J. W. Tukey's winsorising): one order of a reseller would else outweigh all that is compared, in whichever arm chance put it. The
 * limit is that of both arms together, so that it favours neither.
 */
export function winsorLimit(spent: readonly number[]): number | null {
  const sorted = spent.filter((amount) => amount > 0).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null;
}
