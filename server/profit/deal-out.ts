/**
 * Deals a whole amount out in whole units by weights, so that the parts add up to it: each gets its exact share rounded down, and the
 * units that are left go to the largest remainders (Hamilton's method of the largest remainder, 1792); of equal ones to the first.
 * Weights are not negative; where all are 0 each counts alike. Of no weights comes no part.
 */
export function dealOut(amount: number, weights: readonly number[]): number[] {
  if (weights.length < 2) return weights.map(() => amount);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => amount * (total > 0 ? weight / total : 1 / weights.length));
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  if (left === 0) return parts;
  const remainder = (place: number) => (exact[place] ?? 0) - (parts[place] ?? 0);
  const first = parts.map((_, place) => place).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (let given = 0; given < left; given++) {
    const place = first[given % first.length] ?? 0;
    parts[place] = (parts[place] ?? 0) + 1;
  }
  return parts;
}
