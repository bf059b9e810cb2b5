/** The value below which a share of all lies (nearest rank); sorts in place. */
export function percentile(values: Float64Array, share: number): number {
  values.sort();
  return values[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
}
