const run = 512;

/** These in order, as `toSorted` has them; yields every few hundred, so that whoever waits for an answer can go first. */
export function* sorted<T>(all: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < all.length; from += run) {
    yield;
    runs.push(all.slice(from, from + run).sort(compare));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let place = 0; place < runs.length; place += 2)
      merged.push(yield* mergedOf(runs[place] ?? [], runs[place + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedOf<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    if (merged.length % run === 0) yield;
    const [first, second] = [a[left], b[right]] as [T, T];
    if (compare(first, second) <= 0) {
      merged.push(first);
      left++;
    } else {
      merged.push(second);
      right++;
    }
  }
  for (; left < a.length; left++) merged.push(a[left] as T);
  for (; right < b.length; right++) merged.push(b[right] as T);
  return merged;
}
