import type { ItemNumbers } from './item-numbers.ts';

/** Products by how often they were ordered lately. */
export interface Popularity {
  /** An order with this item; ms since 1970. */
  add(item: number, at: number): void;
  /** Best first, with a score of which the best of all has 1; of one group, where it is named. */
  best(allowed: (product: string) => boolean, limit: number, group?: string): Popular[];
}

export interface Popular {
  product: string;
  score: number;
}

/** What products are grouped by: their category. */
export interface Groups {
  /** Null for a product of no group. */
  of(product: string): string | null;
  /** Another number says that groups have changed. */
  version(): number;
}

/** Time in which an order comes to count half. */
const halfLife = 30 * 86_400_000;

export function createPopularity({ names }: Pick<ItemNumbers, 'names'>, groups: Groups): Popularity {
  /** Sum of 2 ^ ((time - epoch) / half-life): decayed sums against a fixed time add up in any order. */
  const weights: number[] = [];
  let epoch: number | null = null;
  /** Of all items; sorted when first asked for, and kept so from then on. */
  let all: Ranking | null = null;
  const byGroup = new Map<string, Ranking>();
  let grouped = -1;

  const rankingOf = (group: string): Ranking => {
    const known = byGroup.get(group) ?? { order: [], places: new Map() };
    byGroup.set(group, known);
    return known;
  };

  /** In the order in which all of them are, so that nothing is sorted. */
  const regroup = (ranking: Ranking) => {
    byGroup.clear();
    grouped = groups.version();
    for (const item of ranking.order) {
      const group = groups.of(names[item] ?? '');
      if (group === null) continue;
      const { order, places } = rankingOf(group);
      places.set(item, order.push(item) - 1);
    }
  };

  return {
    add: (item, at) => {
      epoch ??= at;
      weights[item] = (weights[item] ?? 0) + 2 ** ((at - epoch) / halfLife);
      if (!all) return;
      rise(all, item, weights);
      if (grouped !== groups.version()) return;
      const group = groups.of(names[item] ?? '');
      if (group !== null) rise(rankingOf(group), item, weights);
    },
    best: (allowed, limit, group) => {
      all ??= sorted(weights);
      if (group !== undefined && grouped !== groups.version()) regroup(all);
      const most = weights[all.order[0] ?? 0] ?? 1;
      const found: Popular[] = [];
      for (const item of (group === undefined ? all : byGroup.get(group))?.order ?? []) {
        if (found.length >= limit) break;
        const product = names[item] ?? '';
        if (allowed(product)) found.push({ product, score: (weights[item] ?? 0) / most });
      }
      return found;
    },
  };
}

/** Items by weight, heaviest first, and the place of each. */
interface Ranking {
  order: number[];
  places: Map<number, number>;
}

function sorted(weights: readonly number[]): Ranking {
  const order: number[] = [];
  // What was never ordered has no weight, and is not visited.
  weights.forEach((_, item) => {
    order.push(item);
  });
  order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  return { order, places: new Map(order.map((item, place) => [item, place])) };
}

/** Moves an item up to where its grown weight belongs. */
function rise({ order, places }: Ranking, item: number, weights: readonly number[]): void {
  let place = places.get(item) ?? order.push(item) - 1;
  for (; place > 0; place--) {
    const above = order[place - 1] ?? 0;
    if ((weights[above] ?? 0) >= (weights[item] ?? 0)) break;
    order[place] = above;
    places.set(above, place);
  }
  order[place] = item;
  places.set(item, place);
}
