import type { Recommender } from '../next/recommender.ts';

/** One item of a basket is hidden, and the rest is shown. */
export interface BasketCase {
  /** -1 for an item that no training basket has. */
  hidden: number;
  shown: Int32Array;
}

/** Shares of 1 over all cases. */
export interface CartFigures {
  /** The hidden item is among the first ten; mean of one over its place. */
  hr: number;
  mrr: number;
  p50us: number;
  p99us: number;
  predictions: number;
}

export interface PageFigures {
  /** One of the rest of the basket is among the first ten beside the item; share of all items that were shown. */
  hit: number;
  coverage: number;
}

const k = 10;

/** The cart: shows the rest of the basket and looks for the hidden item among all that are not shown. */
export function* evaluateCart(
  recommender: Recommender,
  cases: readonly BasketCase[],
  time: number,
  clock: () => number,
): Generator<number, CartFigures> {
  const took: number[] = [];
  const sums = { hr: 0, mrr: 0 };
  for (const [number, { hidden, shown }] of cases.entries()) {
    const before = clock();
    const found = beside(recommender, shown, time);
    took.push((clock() - before) * 1_000);
    const place = found.indexOf(hidden);
    if (place >= 0) {
      sums.hr++;
      sums.mrr += 1 / (place + 1);
    }
    if (number % 64 === 63) yield (number + 1) / cases.length;
  }
  took.sort((a, b) => a - b);
  const timeBelow = (share: number) => took[Math.max(0, Math.ceil(took.length * share) - 1)] ?? 0;
  const predictions = Math.max(1, took.length);
  return {
    hr: sums.hr / predictions,
    mrr: sums.mrr / predictions,
    p50us: timeBelow(0.5),
    p99us: timeBelow(0.99),
    predictions: took.length,
  };
}

/** The product's page: shows one item and looks for any of the rest of its basket. */
export function* evaluatePage(
  recommender: Recommender,
  cases: readonly BasketCase[],
  itemCount: number,
  time: number,
): Generator<number, PageFigures> {
  const seen = new Set<number>();
  let hits = 0;
  for (const [number, { hidden, shown }] of cases.entries()) {
    const rest = new Set(shown);
    const found = beside(recommender, Int32Array.of(hidden), time);
    if (found.some((item) => rest.has(item))) hits++;
    for (const item of found) seen.add(item);
    if (number % 64 === 63) yield (number + 1) / cases.length;
  }
  return { hit: hits / Math.max(1, cases.length), coverage: seen.size / Math.max(1, itemCount) };
}

/** The ten best that are not shown already. */
function beside(recommender: Recommender, shown: Int32Array, time: number): number[] {
  const out = new Int32Array(k + shown.length);
  const found = recommender.rank(shown, shown.length, time, out);
  const known = new Set(shown);
  return [...out.subarray(0, found)].filter((item) => !known.has(item)).slice(0, k);
}
