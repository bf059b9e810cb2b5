/** Things that are sorted, or merged, between two pauses. */
const together = 500;

/** Puts things in their order (merge sort, bottom up; what is equal stays as it stood). Yields after every few hundred. */
export function* sorting<T>(all: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < all.length; from += together) {
    runs.push(all.slice(from, from + together).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let place = 0; place < runs.length; place += 2)
      longer.push(yield* merging(runs[place] ?? [], runs[place + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merging<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const all: T[] = [];
  let next = 0;
  for (const one of b) {
    for (let other = a[next]; other !== undefined && compare(other, one) <= 0; other = a[++next]) {
      all.push(other);
      if (all.length % together === 0) yield;
    }
    all.push(one);
    if (all.length % together === 0) yield;
  }
  for (; next < a.length; next++) {
    const rest = a[next];
    if (rest !== undefined) all.push(rest);
  }
  return all;
}
