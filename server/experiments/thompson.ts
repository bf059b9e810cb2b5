/**
 * With which chance the next visitor comes into each arm: as often as it is believed to be the best (W. R. Thompson, "On the likelihood
 * that one unknown probability exceeds another", Biometrika 1933), but at least `floor`, so that no arm is given up for an early
 * misfortune and every propensity can be divided by. `floor` times the number of arms is at most 1.
 */
export function thompsonShares(chances: readonly number[], floor: number): number[] {
  const free = 1 - floor * chances.length;
  if (free < 0) throw new RangeError(`${chances.length} arms of ${floor} each are more than all`);
  return chances.map((chance) => floor + free * chance);
}
