/**
 * From what was sold down to profit. `uncosted` is net revenue of pieces whose cost nobody has told: what it leaves is not known, so it
 * is not taken for profit. The merchant's own rules follow these, as costs.
 */
export const directSteps = [
  'sales',
  'discounts',
  'returns',
  'delivery',
  'uncosted',
  'goods',
  'shipping',
  'payment',
] as const;

export type DirectStep = (typeof directSteps)[number];

/** An amount a step, minor units of the shop's currency: first the direct ones, then the rules. None is negative but for what came back. */
export type Sums = number[];

export const stepPlace = Object.fromEntries(directSteps.map((step, place) => [step, place])) as Record<
  DirectStep,
  number
>;

export function emptySums(rules: number): Sums {
  return new Array<number>(directSteps.length + rules).fill(0);
}

export function addSums(into: Sums, sums: readonly number[]): void {
  for (let place = 0; place < into.length; place++) into[place] = (into[place] ?? 0) + (sums[place] ?? 0);
}

/** What was paid for the goods and not given back. */
export function netOf(sums: readonly number[]): number {
  return at(sums, 'sales') - at(sums, 'discounts') - at(sums, 'returns');
}

/** What is left, of the revenue whose cost is known. */
export function profitOf(sums: readonly number[]): number {
  const all = sums.reduce((sum, amount) => sum + amount, 0);
  return 2 * (at(sums, 'sales') + at(sums, 'delivery')) - all;
}

export function at(sums: readonly number[], step: DirectStep): number {
  return sums[stepPlace[step]] ?? 0;
}
