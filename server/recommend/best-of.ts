/** The best `keep` of these, best first, without sorting the rest: a shelf shows a dozen of hundreds. */
export function bestOf<T>(all: ArrayLike<T>, keep: number, isBetter: (a: T, b: T) => boolean): T[] {
  const best: T[] = [];
  for (let next = 0; next < all.length; next++) {
    const one = all[next];
    if (one === undefined) continue;
    const last = best[best.length - 1];
    if (best.length >= keep && last !== undefined && !isBetter(one, last)) continue;
    let from = 0;
    for (let to = best.length; from < to; ) {
      const middle = (from + to) >> 1;
      const other = best[middle];
      if (other !== undefined && isBetter(one, other)) to = middle;
      else from = middle + 1;
    }
    if (best.length < keep) best.push(one);
    for (let place = best.length - 1; place > from; place--) best[place] = best[place - 1] ?? one;
    if (from < keep) best[from] = one;
  }
  return best;
}
