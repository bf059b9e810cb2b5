/** Things in their order, which is made when somebody asks: what has come since then goes into its place among the rest. */
export interface Ordered<T> {
  add(one: T): void;
  /** Some of them may not stand any more. */
  changed(): void;
  /** In place of all; in their order already. */
  take(order: readonly T[]): void;
  all(): readonly T[];
}

/** Things that are sorted at once. */
const page = 500;

export function createOrdered<T>(compare: (a: T, b: T) => number, stands: (one: T) => boolean): Ordered<T> {
  let sorted: readonly T[] = [];
  let fresh = new Set<T>();
  let isSorted = true;
  return {
    add: (one) => {
      fresh.add(one);
      isSorted = false;
    },
    changed: () => {
      isSorted = false;
    },
    take: (order) => {
      [sorted, fresh, isSorted] = [order, new Set(), true];
    },
    all: () => {
      if (isSorted) return sorted;
      // A call with one product does not sort a hundred thousand.
      const old = sorted.filter((one) => stands(one) && !fresh.has(one));
      sorted = merged(old, [...fresh].filter(stands).sort(compare), compare);
      [fresh, isSorted] = [new Set(), true];
      return sorted;
    },
  };
}

/** In their order, with a pause for others between two merges (merge sort, bottom up). */
export async function sortedSlowly<T>(all: readonly T[], compare: (a: T, b: T) => number): Promise<readonly T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < all.length; from += page) runs.push(all.slice(from, from + page).sort(compare));
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let place = 0; place < runs.length; place += 2) {
      longer.push(merged(runs[place] ?? [], runs[place + 1] ?? [], compare));
      await new Promise((resolve) => setTimeout(resolve));
    }
    runs = longer;
  }
  return runs[0] ?? [];
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
