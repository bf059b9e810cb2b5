/** The numbers below `size` in this order: a merge sort that pauses, since a runtime's own does a million at one stretch. */
export function* sortedPlaces(
  size: number,
  compare: (a: number, b: number) => number,
): Generator<undefined, Uint32Array> {
  let [sorted, other] = [Uint32Array.from({ length: size }, (_, place) => place), new Uint32Array(size)];
  for (let run = 1; run < size; run *= 2) {
    for (let from = 0; from < size; from += 2 * run) {
      merge(sorted, other, { from, middle: Math.min(from + run, size), end: Math.min(from + 2 * run, size) }, compare);
      if (run >= 256 || from % 4096 === 0) yield;
    }
    [sorted, other] = [other, sorted];
  }
  return sorted;
}

function merge(
  sorted: Uint32Array,
  into: Uint32Array,
  { from, middle, end }: { from: number; middle: number; end: number },
  compare: (a: number, b: number) => number,
): void {
  let [left, right] = [from, middle];
  for (let to = from; to < end; to++) {
    const isLeft = left < middle && (right >= end || compare(sorted[left] ?? 0, sorted[right] ?? 0) <= 0);
    into[to] = sorted[isLeft ? left++ : right++] ?? 0;
  }
}
