import { finish } from '../../predict/minimise.ts';
import { compare } from '../../text-order.ts';
import type { ItemNumbers } from './item-numbers.ts';
import { dayLength, type SalesByDay } from './sales-by-day.ts';

/** Products that are ordered more often this week than usual. */
export interface Trend {
  /** An order with this item has come, or gone again, on a day whose sales are kept. */
  changed(item: number, day: number, sign: 1 | -1): void;
  /** What rises most at `now`, in ms, first. */
  rising(now: number, allowed: (product: string) => boolean, limit: number): Rising[];
  /** Makes the sums for `now` a day at a time, before anybody asks; nothing may be added meanwhile. */
  settle(now: number): Generator<void, void>;
}

export interface Rising {
  product: string;
  /** Orders with it today and on the six days before; days as in UTC. */
  orders: number;
  /** Orders with it in a week of the four before, on average. */
  usual: number;
}

const week = 7;
/** Days before this week that say what is usual: of a younger shop as many as there are, a week at least. */
const longest = 4 * week;
/** With fewer orders this week a product is no trend. */
const fewest = 3;
/** Orders of a usual week that are taken as seen of every product, so that one sale of a rare one is no trend. */
const prior = 4;
/** Products that are ranked at once. */
const slice = 2_000;
/** How many times the usual it is at least. */
const least = 1.2;

interface Ranked extends Rising {
  item: number;
  score: number;
}

/**
 * Whole orders by day, so that they add up in any order and what is taken back leaves nothing behind. A product's score is
 * (orders + prior) / (usual + prior): the mean of the ratio of a Poisson rate to the expected one after a gamma prior of mean 1
 * (DuMouchel 1999, Bayesian data mining in large frequency tables, section 2).
 */
export function createTrend({ names }: Pick<ItemNumbers, 'names'>, sales: SalesByDay): Trend {
  /** Of the first order ever. */
  let first = Number.POSITIVE_INFINITY;
  /** The day on which it was asked last, with the sums as seen from it; null where they have to be made anew. */
  let today: number | null = null;
  let thisWeek: number[] = [];
  let before: number[] = [];
  let ranking: Ranked[] = [];
  /** Items of which the ranking does not know the newest. */
  const changed = new Set<number>();

  const count = (item: number, counts: number[], by: number) => {
    counts[item] = (counts[item] ?? 0) + by;
    changed.add(item);
  };

  const countDay = (day: number, counts: number[], sign: 1 | -1) => {
    for (const [item, orders] of sales.on(day)) count(item, counts, sign * orders);
  };

  const change = (item: number, day: number, sign: 1 | -1) => {
    if (day < first) {
      first = day;
      today = null;
    }
    if (today === null || day > today || day <= today - week - longest) return;
    count(item, day > today - week ? thisWeek : before, sign);
  };

  function* turnTo(day: number): Generator<void, void> {
    if (today === day) return;
    const daysBefore = today === null ? null : daysToCompare(today, first);
    if (today === day - 1 && daysBefore === longest) {
      countDay(day, thisWeek, 1);
      countDay(day - week, thisWeek, -1);
      countDay(day - week, before, 1);
      countDay(day - week - longest, before, -1);
    } else {
      thisWeek = [];
      before = [];
      ranking = [];
      changed.clear();
      for (let ago = 0; ago < week + longest; ago++) {
        countDay(day - ago, ago < week ? thisWeek : before, 1);
        yield;
      }
    }
    today = day;
  }

  const rank = (item: number, weeks: number): Ranked | null => {
    const orders = thisWeek[item] ?? 0;
    if (orders < fewest) return null;
    const usual = (before[item] ?? 0) / weeks;
    const score = (orders + prior) / (usual + prior);
    return score < least ? null : { item, product: names[item] ?? '', orders, usual, score };
  };

  /** Brings the ranking up to a day; false for a shop that is too young. */
  function* rankOn(day: number): Generator<void, boolean> {
    const compared = daysToCompare(day, first);
    if (compared < week) return false;
    yield* turnTo(day);
    if (changed.size === 0) return true;
    ranking = ranking.filter(({ item }) => !changed.has(item));
    let looked = 0;
    for (const item of changed) {
      const ranked = rank(item, compared / week);
      if (ranked) ranking.push(ranked);
      if (++looked % slice === 0) yield;
    }
    ranking.sort((a, b) => b.score - a.score || compare(a.product, b.product));
    changed.clear();
    return true;
  }

  return {
    changed: change,
    settle: function* (now) {
      yield* rankOn(Math.floor(now / dayLength));
    },
    rising: (now, allowed, limit) => {
      if (!finish(rankOn(Math.floor(now / dayLength)))) return [];
      const found: Rising[] = [];
      for (const { product, orders, usual } of ranking) {
        if (found.length >= limit) break;
        if (allowed(product)) found.push({ product, orders, usual });
      }
      return found;
    },
  };
}

/** Full days of the shop before this week. */
function daysToCompare(today: number, first: number): number {
  return Math.min(longest, today - week + 1 - first);
}
