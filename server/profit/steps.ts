/**
 * From what was sold down to profit: amounts in minor units of the shop's currency, of which none is negative but for what came back. `uncosted` is net revenue of pieces whose cost nobody has told: what it leaves is not known, so it
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

export const stepPlace = Object.fromEntries(directSteps.map((step, place) => [step, place])) as Record<
  DirectStep,
  number
>;

/** What was paid for the goods and not given back. */
export function netOf(sums: ArrayLike<number>): number {
  return at(sums, 'sales') - at(sums, 'discounts') - at(sums, 'returns');
}

/** What is left, of the revenue whose cost is known. */
export function profitOf(sums: ArrayLike<number>): number {
  let all = 0;
  for (let place = 0; place < sums.length; place++) all += sums[place] ?? 0;
  return 2 * (at(sums, 'sales') + at(sums, 'delivery')) - all;
}

export function at(sums: ArrayLike<number>, step: DirectStep): number {
  return sums[stepPlace[step]] ?? 0;
}
