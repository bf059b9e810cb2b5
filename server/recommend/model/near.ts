import type { Place } from '../../acquisition/region.ts';
import { hashOf } from '../../hash.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';

/** What sells where a visitor is. */
export interface Near {
  add(order: PlacedOrder): void;
  /** The order came back, or is another one now. */
  takeBack(order: PlacedOrder): void;
  /** What sells best there lately, first; `now` in ms. */
  best(place: Place, now: number, allowed: (product: string) => boolean, limit: number): NearProduct[];
  /** How many regions have too few buyers, so that their country's list stands for theirs; `now` in ms. */
  borrowing(now: number): number;
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
  /** Who placed it; of an order of nobody's, a name of its own. */
  buyer: string;
}

export interface NearProduct {
  product: string;
  /** The region, or its country where the region says too little. */
  place: string;
  /** Who bought it there, this week and in the ones before that count. */
  buyers: number;
}

const weekLength = 7 * 86_400_000;
/** Weeks that count, the running one among them; and how many are kept, since clocks differ. */
const weeksCounted = 12;
const mostWeeks = 16;
/** Beyond so many counts (week x place x item x buyer; some 40 bytes each, and twice that where they are asked) the oldest week is dropped. */
const mostCounts = 100_000;
/** Nobody shall learn what a neighbour bought: with fewer buyers a place says nothing, and with fewer nothing is said of a product. */
const fewestOfPlace = 20;
const fewestOfProduct = 3;
/** How many buyers of the wider place a place is taken to have seen beside its own. */
const prior = 50;
/** So many of what sells most are weighed against each other at a time. */
const weighed = 200;

/** An item and who bought it, as one number -> how many of their orders have it. */
type Lines = Map<number, number>;

/** In the place of an item: any of them. */
const any = -1;

interface Sum {
  lines: Lines;
  /** Item -> who bought it. */
  buyers: Map<number, number>;
  /** Of all items, those of each. */
  sales: number;
  /** Items with enough buyers, by these; null where that has changed. */
  ranked: number[] | null;
}

/**
 * Whole orders by week and place, so that they add up in any order and what is taken back leaves nothing behind. A product's
 * share of what a region buys is (buyers + prior x its share in the country) / (sales + prior), and the country's leans on the
 * shop's in the same way: the mean of a multinomial after a Dirichlet prior around the wider share (MacKay & Peto 1995, A
 * hierarchical Dirichlet language model, section 3). It is a share and not the ratio to the usual one: what is said to be popular
 * shall be what most there buy. Who buys it again counts once: one wholesaler makes no list.
 */
export function createNear({ names }: Pick<ItemNumbers, 'names'>): Near {
  const weeks = new Map<number, Map<string, { orders: number; lines: Lines }>>();
  /** The newest week that was dropped: nothing counts any more of it, nor of what was before. */
  let dropped = Number.NEGATIVE_INFINITY;
  let counts = 0;
  let placed = 0;
  /** Of places that were asked about, as seen from this week; the country's with its regions, the empty text for everywhere. */
  let today = Number.NaN;
  const sums = new Map<string, Sum>();

  const countsIn = (week: number, place: string) => {
    const places = weeks.get(week) ?? new Map<string, { orders: number; lines: Lines }>();
    weeks.set(week, places);
    const known = places.get(place) ?? { orders: 0, lines: new Map() };
    places.set(place, known);
    return known;
  };

  const change = ({ items, at, place, buyer }: PlacedOrder, sign: 1 | -1) => {
    const week = Math.floor(at / weekLength);
    if (items.length === 0 || week <= dropped) return;
    if (place !== '') placed += sign;
    const name = hashOf(buyer);
    const lines = [any, ...items].map((item) => lineOf(item, name));
    const there = countsIn(week, place);
    there.orders += sign;
    for (const line of lines) counts += count(there.lines, line, sign);
    for (const wider of isCounted(week) ? new Set([place, place.slice(0, 2), '']) : []) {
      const sum = sums.get(wider);
      if (sum) for (const line of lines) addLine(sum, line, sign);
    }
    while (weeks.size > mostWeeks || (counts > mostCounts && weeks.size > 1)) dropOldest();
  };

  const isCounted = (week: number) => week <= today && week > today - weeksCounted;

  const dropOldest = () => {
    dropped = Math.min(...weeks.keys());
    for (const [place, { orders, lines }] of weeks.get(dropped) ?? []) {
      counts -= lines.size;
      if (place !== '') placed -= orders;
    }
    weeks.delete(dropped);
    sums.clear();
  };

  const sumOf = (place: string): Sum => {
    const known = sums.get(place);
    if (known) return known;
    const sum: Sum = { lines: new Map(), buyers: new Map(), sales: 0, ranked: null };
    for (const [week, places] of weeks) {
      if (!isCounted(week)) continue;
      for (const [where, { lines }] of places) {
        if (where !== place && place !== '' && !where.startsWith(`${place}-`)) continue;
        for (const [line, orders] of lines) addLine(sum, line, orders);
      }
    }
    sums.set(place, sum);
    return sum;
  };

  /** Items that enough have bought, the most first; of the same number, by name. */
  const rankedOf = (sum: Sum): number[] => {
    sum.ranked ??= [...sum.buyers]
      .filter(([item, buyers]) => item !== any && buyers >= fewestOfProduct)
      .sort(([a, buyers], [b, others]) => others - buyers || compare(names[a] ?? '', names[b] ?? ''))
      .map(([item]) => item);
    return sum.ranked;
  };

  const shareIn = (places: readonly string[], item: number): number => {
    const [place, ...wider] = places;
    if (place === undefined) return 0;
    const { buyers, sales } = sumOf(place);
    const count = buyers.get(item) ?? 0;
    if (wider.length === 0) return sales === 0 ? 0 : count / sales;
    return (count + prior * shareIn(wider, item)) / (sales + prior);
  };

  function* bestIn(places: readonly string[]): Generator<NearProduct> {
    const [place = ''] = places;
    const sum = sumOf(place);
    if ((sum.buyers.get(any) ?? 0) < fewestOfPlace) return;
    const ranked = rankedOf(sum);
    for (let from = 0; from < ranked.length; from += weighed) {
      const some = ranked
        .slice(from, from + weighed)
        .map((item) => ({ item, product: names[item] ?? '', share: shareIn(places, item) }));
      some.sort((a, b) => b.share - a.share || compare(a.product, b.product));
      for (const { item, product } of some) yield { product, place, buyers: sum.buyers.get(item) ?? 0 };
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
    borrowing: (now) => {
      const week = Math.floor(now / weekLength);
      const buyers = new Map<string, Set<number>>();
      for (const [of, places] of weeks) {
        if (of > week || of <= week - weeksCounted) continue;
        for (const [place, { lines }] of places)
          for (const line of lines.keys())
            if (itemOf(line) === any)
              for (const wider of new Set([place, place.slice(0, 2)]))
                buyers.set(wider, (buyers.get(wider) ?? new Set()).add(line));
      }
      const speaks = (place: string) => (buyers.get(place)?.size ?? 0) >= fewestOfPlace;
      return [...buyers.keys()].filter((place) => place.length > 2 && !speaks(place) && speaks(place.slice(0, 2)))
        .length;
    },
    get placed() {
      return placed;
    },
  };
}

function lineOf(item: number, buyer: number): number {
  return item * 2 ** 32 + buyer;
}

function itemOf(line: number): number {
  return Math.floor(line / 2 ** 32);
}

/** Returns whether this is the first of them, or the last that was taken back: by how much there are more lines. */
function count(lines: Lines, line: number, by: number): number {
  const before = lines.get(line) ?? 0;
  if (before + by === 0) lines.delete(line);
  else lines.set(line, before + by);
  return Number(before + by !== 0) - Number(before !== 0);
}

/** Adds so many orders to a sum. */
function addLine(sum: Sum, line: number, by: number): void {
  const more = count(sum.lines, line, by);
  if (more === 0) return;
  const item = itemOf(line);
  sum.buyers.set(item, (sum.buyers.get(item) ?? 0) + more);
  if (item !== any) sum.sales += more;
  sum.ranked = null;
}
