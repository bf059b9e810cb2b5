import { placeOf } from '../../hash.ts';
import type { Span } from '../../occasions/occasions.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';

/** What people give: order before an occasion, or for somebody else, more than otherwise. */
export interface Gifts {
  /** An order with these items, each once. */
  add(order: GiftOrder): void;
  /** It came back, or is another one now. */
  takeBack(order: GiftOrder): void;
  /** What is given more than it is ordered otherwise, the most above it first; of days that are over at `now`, in ms. */
  ranked(spans: readonly Span[], now: number): readonly Gift[];
  /** Orders on these days, and those for somebody else. */
  orders(spans: readonly Span[], now: number): number;
}

export interface GiftOrder {
  id: string;
  items: readonly number[];
  /** ms since 1970. */
  at: number;
  /** It was said of the visit that it is for somebody else. */
  forAnother: boolean;
}

export interface Gift {
  product: string;
  /** Orders beyond what was to be expected. */
  above: number;
}

/** Days that are kept: three years, with the days before an occasion of the first. */
const kept = 3 * 366 + 130;
/** Beyond so many counts (day x level x item; 16 to 32 bytes each) half of the orders are left out, the same ones of each day. */
const mostCounts = 400_000;
const mostLevel = 20;
/** With fewer such orders a product says nothing, and nobody shall learn what a neighbour bought. */
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

/** For oneself, and for somebody else. */
type Both<T> = readonly [own: T, given: T];

/** Sums over days. */
interface Sum {
  orders: number;
  /** By item. */
  items: Int32Array;
}

interface Season {
  key: string;
  orders: number;
  ranked: readonly Gift[];
}

/**
 * Whole orders by day (as `dayAt` numbers them), so that they add up in any order and what is taken back leaves nothing behind. A
 * gift is what was ordered on the days of an occasion, or for somebody else whenever; a product's score is
 * (gifts + prior) / (expected + prior), expected by its share in all other orders: the mean of the ratio of a Poisson rate
 * to the expected one after a gamma prior of mean 1 (DuMouchel 1999, Bayesian data mining in large frequency tables, section 2).
 * All days are summed as they come, so that a question adds up those of its occasion alone.
 * Where there are too many, each order's place by its name says whether it is among those that are left, so that what is left is the
 * same in whatever order they came, and shares stay what they are.
 */
export function createGifts({ names }: Pick<ItemNumbers, 'names'>, dayAt: (at: number) => number): Gifts {
  const days = new Map<number, Both<Counts>[]>();
  const all: Both<Sum> = [emptySum(0), emptySum(0)];
  let newest = Number.NEGATIVE_INFINITY;
  let lowest = 0;
  let counts = 0;
  /** What was asked last; null where an order of a day that is over has changed. */
  let season: Season | null = null;
  let seasonDay = Number.NaN;

  const change = ({ id, items, at, forAnother }: GiftOrder, sign: 1 | -1) => {
    const level = Math.min(mostLevel, Math.floor(-Math.log2(placeOf(id))));
    const day = dayAt(at);
    if (items.length === 0 || level < lowest || day <= newest - kept) return;
    if (day < seasonDay) season = null;
    const levels = days.get(day) ?? [];
    days.set(day, levels);
    levels[level] ??= [emptyCounts(), emptyCounts()];
    const which = forAnother ? 1 : 0;
    counts += count(levels[level][which], items, sign);
    all[which].orders += sign;
    grow(all[which], Math.max(...items) + 1);
    for (const item of items) all[which].items[item] = (all[which].items[item] ?? 0) + sign;
    if (day > newest) dropUpTo(day);
    while (counts > mostCounts && lowest < mostLevel) dropLevel();
  };

  const drop = (both: Both<Counts> | undefined) => {
    if (!both) return;
    for (const which of [0, 1] as const) {
      counts -= both[which].items.size;
      addTo(all[which], both[which], -1);
    }
  };

  const dropUpTo = (day: number) => {
    newest = day;
    for (const [old, levels] of days) {
      if (old > newest - kept) continue;
      levels.forEach(drop);
      days.delete(old);
    }
  };

  const dropLevel = () => {
    for (const levels of days.values()) {
      drop(levels[lowest]);
      delete levels[lowest];
    }
    lowest++;
    season = null;
  };

  const seasonOf = (spans: readonly Span[], now: number): Season => {
    const today = dayAt(now);
    const key = spans.map(({ from, to }) => `${from}-${to}`).join(' ');
    if (season?.key === key && seasonDay === today) return season;
    /** Ordered for oneself on the days of the occasion; and of each kind what is not over. */
    const during = emptySum(names.length);
    const later: Both<Sum> = [emptySum(names.length), emptySum(names.length)];
    for (const [day, levels] of days) {
      const isLater = day >= today;
      if (!isLater && !spans.some(({ from, to }) => day >= from && day < to)) continue;
      for (const both of levels) {
        if (!both) continue;
        addTo(isLater ? later[0] : during, both[0], 1);
        if (isLater) addTo(later[1], both[1], 1);
      }
    }
    seasonDay = today;
    season = { key, ...rank(during, later) };
    return season;
  };

  const rank = (during: Sum, later: Both<Sum>): Pick<Season, 'orders' | 'ranked'> => {
    const [own, given] = all;
    const orders = given.orders - later[1].orders + during.orders;
    const usualOrders = own.orders - later[0].orders - during.orders;
    const ranked: (Gift & { score: number })[] = [];
    // Without other orders there is nothing to be above of.
    for (let item = 0; usualOrders > 0 && item < names.length; item++) {
      const inSeason = during.items[item] ?? 0;
      const gifts = (given.items[item] ?? 0) - (later[1].items[item] ?? 0) + inSeason;
      if (gifts < fewest) continue;
      const usual = (own.items[item] ?? 0) - (later[0].items[item] ?? 0) - inSeason;
      const expected = (orders * usual) / usualOrders;
      const score = (gifts + prior) / (expected + prior);
      if (score >= least) ranked.push({ product: names[item] ?? '', above: gifts - expected, score });
    }
    ranked.sort((a, b) => b.score - a.score || compare(a.product, b.product));
    return { orders, ranked };
  };

  return {
    add: (order) => change(order, 1),
    takeBack: (order) => change(order, -1),
    ranked: (spans, now) => seasonOf(spans, now).ranked,
    orders: (spans, now) => seasonOf(spans, now).orders,
  };
}

function emptyCounts(): Counts {
  return { orders: 0, items: new Map() };
}

function emptySum(items: number): Sum {
  return { orders: 0, items: new Int32Array(items) };
}

function grow(sum: Sum, items: number): void {
  if (items <= sum.items.length) return;
  const larger = new Int32Array(Math.ceil(items * 1.5));
  larger.set(sum.items);
  sum.items = larger;
}

function addTo(sum: Sum, { orders, items }: Counts, sign: 1 | -1): void {
  sum.orders += sign * orders;
  for (const [item, sold] of items) sum.items[item] = (sum.items[item] ?? 0) + sign * sold;
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
