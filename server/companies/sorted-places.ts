/** The numbers below `size` in this order: a merge sort that pauses, since a runtime's own does a million at one stretch. */
export function* sortedPlaces(
  size: number,
  compare: (a: number, b: number) => number,
): Generator<undefined, Uint32Array> {
  let [sorted, other] = [new Uint32Array(size), new Uint32Array(size)];
  for (let place = 0; place < size; place++) sorted[place] = place;
  for (let run = 1; run < size; run *= 2) {
    for (let from = 0; from < size; from += 2 * run) {
      const [middle, end] = [Math.min(from + run, size), Math.min(from + 2 * run, size)];
      let [left, right] = [from, middle];
      for (let to = from; to < end; to++) {
        const isLeft = left < middle && (right >= end || compare(sorted[left] ?? 0, sorted[right] ?? 0) <= 0);
        other[to] = sorted[isLeft ? left++ : right++] ?? 0;
        if (to % pause === 0) yield;
      }
    }
    [sorted, other] = [other, sorted];
  }
  return sorted;
}

/** Comparisons of some µs together. */
const pause = 256;
