import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';

/** Products by how often they were ordered lately. */
export interface Popularity {
  /** An order with this item; ms since 1970. */
  add(item: number, at: number): void;
  /** The item of an order of that time came back. */
  takeBack(item: number, at: number): void;
  /** Best first, with a score of which the best of all has 1; of one group, where it is named. */
  best(allowed: (product: string) => boolean, limit: number, group?: string): Popular[];
  /** Of one product, on the same scale; 0 for one that was never ordered. */
  of(product: string): number;
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

/** Time in which an order comes to count half; and what one counts at first. */
const halfLife = 30 * 86_400_000;
const unit = 2 ** 20;

export function createPopularity({ names, find }: Pick<ItemNumbers, 'names' | 'find'>, groups: Groups): Popularity {
  /** Sum of `unit` * 2 ^ ((time - epoch) / half-life): decayed sums against a fixed time add up in any order. */
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

  /** Of the same weight, by name: the same whatever order they came in. */
  const isBefore = (item: number, other: number) => {
    const difference = (weights[item] ?? 0) - (weights[other] ?? 0);
    return difference === 0 ? compare(names[item] ?? '', names[other] ?? '') < 0 : difference > 0;
  };

  const change = (item: number, at: number, sign: 1 | -1) => {
    epoch ??= at;
    // Whole numbers, so that what is taken back leaves nothing behind.
    weights[item] = (weights[item] ?? 0) + sign * Math.round(unit * 2 ** ((at - epoch) / halfLife));
    if (!all) return;
    moveTo(all, item, isBefore);
    if (grouped !== groups.version()) return;
    const group = groups.of(names[item] ?? '');
    if (group !== null) moveTo(rankingOf(group), item, isBefore);
  };

  return {
    add: (item, at) => change(item, at, 1),
    takeBack: (item, at) => change(item, at, -1),
    best: (allowed, limit, group) => {
      all ??= sorted(weights, isBefore);
      if (group !== undefined && grouped !== groups.version()) regroup(all);
      const most = weights[all.order[0] ?? 0] ?? 1;
      const found: Popular[] = [];
      for (const item of (group === undefined ? all : byGroup.get(group))?.order ?? []) {
        if (found.length >= limit || weights[item] === 0) break;
        const product = names[item] ?? '';
        if (allowed(product)) found.push({ product, score: (weights[item] ?? 0) / most });
      }
      return found;
    },
    of: (product) => {
      all ??= sorted(weights, isBefore);
      return (weights[find(product)] ?? 0) / (weights[all.order[0] ?? 0] || 1);
    },
  };
}

type IsBefore = (item: number, other: number) => boolean;

/** Items by weight, heaviest first, and the place of each. */
interface Ranking {
  order: number[];
  places: Map<number, number>;
}

function sorted(weights: readonly number[], isBefore: IsBefore): Ranking {
  const order: number[] = [];
  // What was never ordered has no weight, and is not visited.
  weights.forEach((_, item) => {
    order.push(item);
  });
  order.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return { order, places: new Map(order.map((item, place) => [item, place])) };
}

/** Moves an item to where its changed weight belongs. */
function moveTo({ order, places }: Ranking, item: number, isBefore: IsBefore): void {
  let place = places.get(item) ?? order.push(item) - 1;
  const swapWith = (other: number) => {
    const moved = order[other] ?? 0;
    order[place] = moved;
    places.set(moved, place);
    place = other;
  };
  while (place > 0 && isBefore(item, order[place - 1] ?? 0)) swapWith(place - 1);
  while (place + 1 < order.length && isBefore(order[place + 1] ?? 0, item)) swapWith(place + 1);
  order[place] = item;
  places.set(item, place);
}
