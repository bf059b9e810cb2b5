import { placeOf } from '../../hash.ts';
import type { Recommender } from '../next/recommender.ts';
import { type Sessions, sessionsOf } from '../next/sessions.ts';
import type { Method } from './methods.ts';

/** A line of an order; `pieces` below 0 came back, in an order of its own. ms since 1970. */
export interface SoldLine {
  order: string;
  product: string;
  pieces: number;
  customer: string;
  at: number;
}

/** Shares of 1. */
export interface ReturnFigures {
  /** The hidden product is among the first ten, and mean of one over its place; of all that were hidden, and of those that were kept. */
  hr: number;
  mrr: number;
  hrKept: number;
  mrrKept: number;
  /** Of what was shown, which part is of the tenth of the products that come back most. */
  shownReturned: number;
}

interface Order {
  id: string;
  at: number;
  /** Item -> pieces that nobody has sent back until the split, and until the end. */
  known: Map<number, number>;
  kept: Map<number, number>;
}

interface Case {
  hidden: number;
  isKept: boolean;
  shown: Int32Array;
}

const k = 10;
/** So many of the first are weighed anew. */
const weighed = 100;
/** Orders that a product is taken to have been in, of which as many came back as of all. */
const prior = 20;
const widest = 150;

/**
 * Whether it helps to leave out what came back, and to count it against a product or a pair of products. Learns orders before `split`
 * (ms) with the returns known by then, and looks for one product of each later order.
 */
export function* evaluateReturns(
  lines: readonly SoldLine[],
  split: number,
  method: Method,
): Generator<
  string | number,
  { orders: number; cases: number; keptCases: number; returned: number; figures: Record<string, ReturnFigures> }
> {
  const numbers = new Map<string, number>();
  const orders = ordersOf(lines, split, numbers);
  const train = orders.filter(({ at }) => at < split);
  const times = train.map(({ at }) => at / 1_000);
  const learned = (pick: (order: Order) => number[]): Sessions => sessionsOf(train.map(pick), numbers.size, times);
  const all = learned(({ known }) => [...known.keys()]);
  const kept = learned(({ known }) => [...known].flatMap(([item, left]) => (left > 0 ? item : [])));
  const cases = orders.filter(({ at }) => at >= split).flatMap(caseOf);
  const rates = ratesOf(train, numbers.size);
  const most = returnedMost(rates, numbers.size);
  const withAll = yield* method(all);
  const withKept = yield* method(kept);
  const time = (split - 1) / 1_000;
  const figures: Record<string, ReturnFigures> = {};
  const ways: [name: string, Recommender, voice: Voice][] = [
    ['counted as sold', withAll, () => 0],
    ['taken out', withKept, () => 0],
    ['taken out, and against the product', withKept, (item) => rates.of(item)],
    ['taken out, and against the pair', withKept, (item, shown) => rates.beside(item, shown)],
  ];
  for (const [name, recommender, voice] of ways) {
    const sums = { hr: 0, mrr: 0, hrKept: 0, mrrKept: 0, shown: 0, returned: 0 };
    for (const [number, { hidden, isKept, shown }] of cases.entries()) {
      const found = ten(recommender, shown, time, voice);
      sums.shown += found.length;
      sums.returned += found.filter((item) => most.has(item)).length;
      const place = found.indexOf(hidden);
      if (place >= 0) {
        sums.hr++;
        sums.mrr += 1 / (place + 1);
        if (isKept) sums.hrKept++;
        if (isKept) sums.mrrKept += 1 / (place + 1);
      }
      if (number % 64 === 63) yield (number + 1) / cases.length;
    }
    const count = Math.max(1, cases.length);
    const keptCount = Math.max(1, cases.filter(({ isKept }) => isKept).length);
    figures[name] = {
      ...{ hr: sums.hr / count, mrr: sums.mrr / count },
      ...{ hrKept: sums.hrKept / keptCount, mrrKept: sums.mrrKept / keptCount },
      shownReturned: sums.returned / Math.max(1, sums.shown),
    };
  }
  return {
    ...{ orders: train.length, cases: cases.length, keptCases: cases.filter(({ isKept }) => isKept).length },
    returned: rates.all,
    figures,
  };
}

/** How likely a product comes back beside what is shown; 0 to 1. */
type Voice = (item: number, shown: Int32Array) => number;

/** What came back is taken off the newest orders of the same customer in which it was. */
function ordersOf(lines: readonly SoldLine[], split: number, numbers: Map<string, number>): Order[] {
  const orders = new Map<string, Order>();
  const bought = new Map<string, Order[]>();
  for (const { order: id, product, pieces, customer, at } of [...lines].sort((a, b) => a.at - b.at)) {
    const item = numbers.get(product) ?? numbers.size;
    numbers.set(product, item);
    const of = `${customer} ${product}`;
    const before = bought.get(of) ?? [];
    if (pieces > 0) {
      const order = orders.get(id) ?? { id, at, known: new Map(), kept: new Map() };
      orders.set(id, order);
      for (const left of [order.known, order.kept]) left.set(item, (left.get(item) ?? 0) + pieces);
      if (customer !== '' && before.at(-1) !== order) bought.set(of, [...before, order]);
      continue;
    }
    let back = -pieces;
    for (const order of before.toReversed()) {
      const left = order.kept.get(item) ?? 0;
      const taken = Math.min(left, back);
      back -= taken;
      order.kept.set(item, left - taken);
      if (at < split) order.known.set(item, left - taken);
    }
  }
  return [...orders.values()];
}

/** Which one is hidden its order's name says. */
function caseOf({ id, kept }: Order): Case[] {
  const items = [...kept.keys()];
  if (items.length < 2 || items.length > widest) return [];
  const hidden = items[Math.floor(placeOf(id) * items.length)] ?? -1;
  const shown = Int32Array.from(items.filter((item) => item !== hidden));
  return [{ hidden, isKept: (kept.get(hidden) ?? 0) > 0, shown }];
}

interface Rates {
  all: number;
  of(item: number): number;
  beside(item: number, shown: Int32Array): number;
}

/** Shares of the orders with a product, and with a pair, from which it came back whole; each leans on the wider one. */
function ratesOf(orders: readonly Order[], items: number): Rates {
  const sold = new Float64Array(items);
  const back = new Float64Array(items);
  const pairs = new Map<number, { sold: number; back: number }>();
  for (const { known } of orders) {
    for (const [item, left] of known) {
      sold[item] = (sold[item] ?? 0) + 1;
      if (left === 0) back[item] = (back[item] ?? 0) + 1;
      if (left > 0 || known.size > widest) continue;
      for (const other of known.keys()) if (other !== item) pairs.set(item * items + other, { sold: 0, back: 0 });
    }
  }
  for (const { known } of orders) {
    if (known.size > widest) continue;
    for (const [item, left] of known) {
      if (back[item] === 0) continue;
      for (const other of known.keys()) {
        const pair = pairs.get(item * items + other);
        if (!pair) continue;
        pair.sold++;
        if (left === 0) pair.back++;
      }
    }
  }
  const all =
    back.reduce((a, b) => a + b, 0) /
    Math.max(
      1,
      sold.reduce((a, b) => a + b, 0),
    );
  const of = (item: number) => ((back[item] ?? 0) + prior * all) / ((sold[item] ?? 0) + prior);
  return {
    all,
    of,
    beside: (item, shown) => {
      const usual = of(item);
      let sum = 0;
      for (const other of shown) {
        const pair = pairs.get(item * items + other) ?? { sold: 0, back: 0 };
        sum += (pair.back + prior * usual) / (pair.sold + prior);
      }
      return sum / Math.max(1, shown.length);
    },
  };
}

function returnedMost({ of }: Rates, items: number): Set<number> {
  const byRate = Array.from({ length: items }, (_, item) => item).sort((a, b) => of(b) - of(a));
  return new Set(byRate.slice(0, Math.ceil(items / 10)));
}

function ten(recommender: Recommender, shown: Int32Array, time: number, voice: Voice): number[] {
  const out = new Int32Array(weighed + shown.length);
  const found = recommender.rank(shown, shown.length, time, out);
  const known = new Set(shown);
  const list = [...out.subarray(0, found)].filter((item) => !known.has(item)).slice(0, weighed);
  // The chance of a place, as lists of a shop's own are weighed; see `rank`.
  const scores = new Map(list.map((item, place) => [item, (1 - voice(item, shown)) / (place + 3)]));
  return list.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)).slice(0, k);
}
