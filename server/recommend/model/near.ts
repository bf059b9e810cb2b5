import type { Place } from '../../acquisition/region.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';

/** What sells where a visitor is. */
export interface Near {
  add(order: PlacedOrder): void;
  /** The order came back, or is another one now. */
  takeBack(order: PlacedOrder): void;
  /** What sells best there lately, first; `now` in ms. */
  best(place: Place, now: number, allowed: (product: string) => boolean, limit: number): NearProduct[];
  /** Orders of which it is known where they were placed. */
  readonly placed: number;
}

export interface PlacedOrder {
  /** Each once. */
  items: readonly number[];
  /** ms since 1970. */
  at: number;
  /** ISO 3166-2, or 3166-1 where no more is known; the empty text where nothing is. */
  place: string;
}

export interface NearProduct {
  product: string;
  /** The region, or its country where the region says too little. */
  place: string;
  /** With it, from there, this week and in the ones before that are kept. */
  orders: number;
}

const weekLength = 7 * 86_400_000;
/** Weeks that count, the running one among them; and how many are kept, since clocks differ. */
const weeksCounted = 12;
const mostWeeks = 16;
/** Beyond so many counts (week x place x item; 16 to 32 bytes each) the oldest week is dropped. */
const mostCounts = 200_000;
/** Nobody shall learn what a neighbour bought: with fewer orders a place says nothing, and with fewer nothing is said of a product. */
const fewestOfPlace = 20;
const fewestOfProduct = 3;
/** How many sales of the wider place a place is taken to have seen beside its own. */
const prior = 50;
/** So many of what sells most are weighed against each other at a time. */
const weighed = 200;

interface Counts {
  orders: number;
  /** Item -> orders with it. */
  items: Map<number, number>;
}

interface Sum extends Counts {
  /** Products sold, each order's once. */
  sales: number;
  /** Items with enough orders, by these; null where that has changed. */
  ranked: number[] | null;
}

/**
 * Whole orders by week and place, so that they add up in any order and what is taken back leaves nothing behind. A product's
 * share of what a region buys is (orders + prior x its share in the country) / (sales + prior), and the country's leans on the
 * shop's in the same way: the mean of a multinomial after a Dirichlet prior around the wider share (MacKay & Peto 1995, A
 * hierarchical Dirichlet language model, section 3). It is a share and not the ratio to the usual one: what is said to be popular
 * shall be what sells there most.
 */
export function createNear({ names }: Pick<ItemNumbers, 'names'>): Near {
  const weeks = new Map<number, Map<string, Counts>>();
  /** The newest week that was dropped: nothing counts any more of it, nor of what was before. */
  let dropped = Number.NEGATIVE_INFINITY;
  let counts = 0;
  let placed = 0;
  /** Of places that were asked about, as seen from this week; the country's with its regions, the empty text for everywhere. */
  let today = Number.NaN;
  const sums = new Map<string, Sum>();

  const countsIn = (week: number, place: string): Counts => {
    const places = weeks.get(week) ?? new Map<string, Counts>();
    weeks.set(week, places);
    const known = places.get(place) ?? { orders: 0, items: new Map() };
    places.set(place, known);
    return known;
  };

  const change = ({ items, at, place }: PlacedOrder, sign: 1 | -1) => {
    const week = Math.floor(at / weekLength);
    if (items.length === 0 || week <= dropped) return;
    if (place !== '') placed += sign;
    counts += count(countsIn(week, place), items, sign);
    for (const wider of isCounted(week) ? new Set([place, place.slice(0, 2), '']) : []) {
      const sum = sums.get(wider);
      if (!sum) continue;
      count(sum, items, sign);
      sum.sales += sign * items.length;
      sum.ranked = null;
    }
    while (weeks.size > mostWeeks || (counts > mostCounts && weeks.size > 1)) dropOldest();
  };

  const isCounted = (week: number) => week <= today && week > today - weeksCounted;

  const dropOldest = () => {
    dropped = Math.min(...weeks.keys());
    for (const [place, { orders, items }] of weeks.get(dropped) ?? []) {
      counts -= items.size;
      if (place !== '') placed -= orders;
    }
    weeks.delete(dropped);
    sums.clear();
  };

  const sumOf = (place: string): Sum => {
    const known = sums.get(place);
    if (known) return known;
    const sum: Sum = { orders: 0, sales: 0, items: new Map(), ranked: null };
    for (const [week, places] of weeks) {
      if (!isCounted(week)) continue;
      for (const [where, { orders, items }] of places) {
        if (where !== place && place !== '' && !where.startsWith(`${place}-`)) continue;
        sum.orders += orders;
        for (const [item, sold] of items) {
          sum.items.set(item, (sum.items.get(item) ?? 0) + sold);
          sum.sales += sold;
        }
      }
    }
    sums.set(place, sum);
    return sum;
  };

  /** Items of which enough were sold, the most first; of the same number, by name. */
  const rankedOf = (sum: Sum): number[] => {
    const { items } = sum;
    sum.ranked ??= [...items]
      .filter(([, sold]) => sold >= fewestOfProduct)
      .sort(([a, sold], [b, others]) => others - sold || compare(names[a] ?? '', names[b] ?? ''))
      .map(([item]) => item);
    return sum.ranked;
  };

  const shareIn = (places: readonly string[], item: number): number => {
    const [place, ...wider] = places;
    if (place === undefined) return 0;
    const { items, sales } = sumOf(place);
    const sold = items.get(item) ?? 0;
    if (wider.length === 0) return sales === 0 ? 0 : sold / sales;
    return (sold + prior * shareIn(wider, item)) / (sales + prior);
  };

  function* bestIn(places: readonly string[]): Generator<NearProduct> {
    const [place = ''] = places;
    const sum = sumOf(place);
    if (sum.orders < fewestOfPlace) return;
    const ranked = rankedOf(sum);
    for (let from = 0; from < ranked.length; from += weighed) {
      const some = ranked
        .slice(from, from + weighed)
        .map((item) => ({ item, product: names[item] ?? '', share: shareIn(places, item) }));
      some.sort((a, b) => b.share - a.share || compare(a.product, b.product));
      for (const { item, product } of some) yield { product, place, orders: sum.items.get(item) ?? 0 };
    }
  }

  return {
    add: (order) => change(order, 1),
    takeBack: (order) => change(order, -1),
    best: ({ country, region }, now, allowed, limit) => {
      const week = Math.floor(now / weekLength);
      if (week !== today) sums.clear();
      today = week;
      const found = new Map<string, NearProduct>();
      const places = [region, country].filter((place) => place !== undefined);
      for (const [nth] of places.entries()) {
        for (const near of bestIn([...places.slice(nth), ''])) {
          if (found.size >= limit) break;
          if (!found.has(near.product) && allowed(near.product)) found.set(near.product, near);
        }
      }
      return [...found.values()];
    },
    get placed() {
      return placed;
    },
  };
}

/** Returns how many counts there are more. */
function count(of: Counts, items: readonly number[], sign: 1 | -1): number {
  const before = of.items.size;
  of.orders += sign;
  for (const item of items) {
    const left = (of.items.get(item) ?? 0) + sign;
    if (left === 0) of.items.delete(item);
    else of.items.set(item, left);
  }
  return of.items.size - before;
}
