import { sorting } from '../sorting.ts';

/** Things in their order, which is made when somebody asks: what has come since then goes into its place among the rest. */
export interface Ordered<T> {
  /** `before`: what it stands for from now on. */
  add(one: T, before?: T): void;
  remove(one: T): void;
  /** In place of all; in their order already. */
  take(order: readonly T[]): void;
  all(): readonly T[];
}

/** Of sorting, between two pauses. */
const mostSteps = 8;
/** So many changes are cheaper to put into their places than to go through everything. */
const mostPatched = 2_000;

/** `compare`: of two things neither of which stands for the other never 0. */
export function createOrdered<T>(compare: (a: T, b: T) => number): Ordered<T> {
  let sorted: readonly T[] = [];
  let fresh = new Set<T>();
  let gone = new Set<T>();

  function remove(one: T): void {
    if (!fresh.delete(one)) gone.add(one);
  }

  return {
    add: (one, before) => {
      if (one === before) return;
      if (before !== undefined) remove(before);
      fresh.add(one);
    },
    remove,
    take: (order) => {
      [sorted, fresh, gone] = [order, new Set(), new Set()];
    },
    all: () => {
      if (fresh.size + gone.size === 0) return sorted;
      const come = [...fresh].sort(compare);
      const isFew = come.length + gone.size <= mostPatched;
      sorted =
        (isFew ? patched(sorted, gone, come, compare) : null) ??
        merged(
          sorted.filter((one) => !gone.has(one)),
          come,
          compare,
        );
      [fresh, gone] = [new Set(), new Set()];
      return sorted;
    },
  };
}

/** A call with one product does not go through a hundred thousand. Null where something that has gone is not in its place. */
function patched<T>(
  sorted: readonly T[],
  gone: ReadonlySet<T>,
  come: readonly T[],
  compare: (a: T, b: T) => number,
): T[] | null {
  const cuts = [...gone].map((one) => ({ at: placeOf(one, sorted, compare), one }));
  if (cuts.some(({ at, one }) => sorted[at] !== one)) return null;
  const edits = [
    ...come.map((one) => ({ at: placeOf(one, sorted, compare), add: [one], skip: 0 })),
    ...cuts.map(({ at }) => ({ at, add: [], skip: 1 })),
  ].sort((a, b) => a.at - b.at || a.skip - b.skip);
  const parts: (readonly T[])[] = [];
  let from = 0;
  for (const { at, add, skip } of edits) {
    parts.push(sorted.slice(from, at), add);
    from = at + skip;
  }
  const none: T[] = [];
  return none.concat(...parts, sorted.slice(from));
}

/** Of the first that does not stand before it. */
function placeOf<T>(one: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let [least, most] = [0, sorted.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, one) < 0) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** In their order, with pauses for others. */
export async function sortedSlowly<T>(all: readonly T[], compare: (a: T, b: T) => number): Promise<readonly T[]> {
  const work = sorting(all, compare);
  let step = work.next();
  for (let steps = 1; step.done !== true; step = work.next())
    if (steps++ % mostSteps === 0) await new Promise((resolve) => setTimeout(resolve));
  return step.value;
}

/** Both sorted, and nothing in both. */
export function merged<T>(old: readonly T[], fresh: readonly T[], compare: (a: T, b: T) => number): T[] {
  const all: T[] = [];
  let next = 0;
  for (const one of fresh) {
    for (let other = old[next]; other !== undefined && compare(other, one) < 0; other = old[++next]) all.push(other);
    all.push(one);
  }
  for (; next < old.length; next++) {
    const rest = old[next];
    if (rest !== undefined) all.push(rest);
  }
  return all;
}
