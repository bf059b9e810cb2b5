/** What several count, added up by their names; the most frequent first. */
export function sums<Key extends string>(
  all: readonly Partial<Record<Key, number | undefined>>[],
): [key: Key, count: number][] {
  const counts = new Map<Key, number>();
  for (const one of all) for (const key in one) counts.set(key, (counts.get(key) ?? 0) + (one[key] ?? 0));
  return [...counts].sort(([, a], [, b]) => b - a);
}
