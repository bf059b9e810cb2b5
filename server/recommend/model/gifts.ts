import { placeOf } from '../../hash.ts';
import type { Span } from '../../occasions/occasions.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';

/** What people order before an occasion, more than at other times. */
export interface Gifts {
  /** An order with these items, each once; ms since 1970. */
  add(id: string, items: readonly number[], at: number): void;
  /** It came back, or is another one now. */
  takeBack(id: string, items: readonly number[], at: number): void;
  /** What is ordered on these days more than on all others that are over at `now`, in ms; the most above it first. */
  best(spans: readonly Span[], now: number, allowed: (product: string) => boolean, limit: number): string[];
  /** Orders on these days. */
  orders(spans: readonly Span[], now: number): number;
}

const dayLength = 86_400_000;
/** Days that are kept: three years, with the days before an occasion of the first. */
const kept = 3 * 366 + 130;
/** Beyond so many counts (day x level x item; 16 to 32 bytes each) half of the orders are left out, the same ones of each day. */
const mostCounts = 400_000;
const mostLevel = 20;
/** With fewer orders on these days a product says nothing, and nobody shall learn what a neighbour bought. */
const fewest = 3;
/** Orders that are taken as seen and expected of every product. */
const prior = 4;
/** How many times what was to be expected it is at least. */
const least = 1.2;

interface Counts {
  orders: number;
  /** Item -> orders with it. */
  items: Map<number, number>;
}

interface Season {
  key: string;
  orders: number;
  ranked: string[];
}

/**
 * Whole orders by day (as in UTC), so that they add up in any order and what is taken back leaves nothing behind. A product's
 * score is (orders + prior) / (expected + prior), expected by its share on the other days: the mean of the ratio of a Poisson rate
 * to the expected one after a gamma prior of mean 1 (DuMouchel 1999, Bayesian data mining in large frequency tables, section 2).
 * Where there are too many, each order's place by its name says whether it is among those that are left, so that what is left is the
 * same in whatever order they came, and shares stay what they are.
 */
export function createGifts({ names }: Pick<ItemNumbers, 'names'>): Gifts {
  const days = new Map<number, Counts[]>();
  let newest = Number.NEGATIVE_INFINITY;
  let lowest = 0;
  let counts = 0;
  /** What was asked last; null where an order of a day that is over has changed. */
  let season: Season | null = null;
  let seasonDay = Number.NaN;

  const change = (id: string, items: readonly number[], at: number, sign: 1 | -1) => {
    const level = Math.min(mostLevel, Math.floor(-Math.log2(placeOf(id))));
    const day = Math.floor(at / dayLength);
    if (items.length === 0 || level < lowest || day <= newest - kept) return;
    if (day < seasonDay) season = null;
    const levels = days.get(day) ?? [];
    days.set(day, levels);
    levels[level] ??= { orders: 0, items: new Map() };
    counts += count(levels[level], items, sign);
    if (day > newest) dropUpTo(day);
    while (counts > mostCounts && lowest < mostLevel) dropLevel();
  };

  const dropUpTo = (day: number) => {
    newest = day;
    for (const [old, levels] of days) {
      if (old > newest - kept) continue;
      for (const of of levels) counts -= of?.items.size ?? 0;
      days.delete(old);
    }
  };

  const dropLevel = () => {
    for (const levels of days.values()) {
      counts -= levels[lowest]?.items.size ?? 0;
      delete levels[lowest];
    }
    lowest++;
    season = null;
  };

  const seasonOf = (spans: readonly Span[], now: number): Season => {
    const today = Math.floor(now / dayLength);
    const key = spans.map(({ from, to }) => `${from}-${to}`).join(' ');
    if (season?.key === key && seasonDay === today) return season;
    const during: Counts = { orders: 0, items: new Map() };
    const usual: Counts = { orders: 0, items: new Map() };
    for (const [day, levels] of days) {
      if (day >= today) continue;
      const sum = spans.some(({ from, to }) => day >= from && day < to) ? during : usual;
      for (const of of levels) if (of) addAll(sum, of);
    }
    seasonDay = today;
    season = { key, orders: during.orders, ranked: rank(during, usual).map(([item]) => names[item] ?? '') };
    return season;
  };

  /** Without other days there is nothing to be above of. */
  const rank = (during: Counts, usual: Counts): [item: number, score: number][] =>
    usual.orders === 0
      ? []
      : [...during.items]
          .filter(([, orders]) => orders >= fewest)
          .map(([item, orders]): [number, number] => {
            const expected = (during.orders * (usual.items.get(item) ?? 0)) / usual.orders;
            return [item, (orders + prior) / (expected + prior)];
          })
          .filter(([, score]) => score >= least)
          .sort(([a, score], [b, other]) => other - score || compare(names[a] ?? '', names[b] ?? ''));

  return {
    add: (id, items, at) => change(id, items, at, 1),
    takeBack: (id, items, at) => change(id, items, at, -1),
    best: (spans, now, allowed, limit) => {
      const found: string[] = [];
      for (const product of seasonOf(spans, now).ranked) {
        if (found.length >= limit) break;
        if (allowed(product)) found.push(product);
      }
      return found;
    },
    orders: (spans, now) => seasonOf(spans, now).orders,
  };
}

function addAll(sum: Counts, { orders, items }: Counts): void {
  sum.orders += orders;
  for (const [item, sold] of items) sum.items.set(item, (sum.items.get(item) ?? 0) + sold);
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
