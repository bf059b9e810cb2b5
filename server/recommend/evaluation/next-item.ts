import type { Recommender } from '../next/recommender.ts';
import { type Sessions, sessionCount, timeOf } from '../next/sessions.ts';

export interface Protocol {
  /** How long the list is. */
  k: number;
  /** Shortest prefix that is asked about. */
  minPrefix: number;
  /** A test session is learned when it is over; otherwise none influences another. */
  streaming: boolean;
}

/** Shares of 1 over all predictions; times in microseconds. */
export interface NextItemFigures {
  hr: number;
  mrr: number;
  ndcg: number;
  /** Share of the training set's items that were shown at least once. */
  coverage: number;
  /** Mean popularity of what was shown, as a share of the most popular item's. */
  popularity: number;
  p50us: number;
  p99us: number;
  predictions: number;
}

/**
 * Asks for the very next item after each prefix of each test session, among all items of the training set. An item that the
 * training set lacks is -1 and a miss. Yields the share that is done, so that who runs it can say so and pause.
 */
export function* evaluateNextItem(
  recommender: Recommender,
  train: Sessions,
  test: Sessions,
  { k, minPrefix, streaming }: Protocol,
  clock: () => number,
): Generator<number, NextItemFigures> {
  const popularity = popularityOf(train);
  const most = popularity.reduce((a, b) => Math.max(a, b), 1);
  const shown = new Uint8Array(train.itemCount);
  const out = new Int32Array(k);
  const took: number[] = [];
  const sums = { hr: 0, mrr: 0, ndcg: 0, popularity: 0, shown: 0 };
  const sessions = sessionCount(test);
  for (let session = 0; session < sessions; session++) {
    const items = test.items.subarray(test.starts[session], test.starts[session + 1]);
    for (let length = Math.max(1, minPrefix); length < items.length; length++) {
      const before = clock();
      const found = recommender.rank(items, length, timeOf(test, session), out);
      took.push((clock() - before) * 1_000);
      const next = items[length] ?? -1;
      for (let place = 0; place < found; place++) {
        const item = out[place] ?? 0;
        shown[item] = 1;
        sums.shown++;
        sums.popularity += (popularity[item] ?? 0) / most;
        if (item !== next) continue;
        sums.hr++;
        sums.mrr += 1 / (place + 1);
        sums.ndcg += 1 / Math.log2(place + 2);
      }
    }
    if (streaming) recommender.learn?.(items, timeOf(test, session));
    if (session % 64 === 63) yield (session + 1) / sessions;
  }
  const predictions = took.length;
  took.sort((a, b) => a - b);
  const timeBelow = (share: number) => took[Math.max(0, Math.ceil(predictions * share) - 1)] ?? 0;
  return {
    hr: sums.hr / Math.max(1, predictions),
    mrr: sums.mrr / Math.max(1, predictions),
    ndcg: sums.ndcg / Math.max(1, predictions),
    coverage: shown.reduce((sum, one) => sum + one, 0) / Math.max(1, train.itemCount),
    popularity: sums.popularity / Math.max(1, sums.shown),
    p50us: timeBelow(0.5),
    p99us: timeBelow(0.99),
    predictions,
  };
}

function popularityOf({ items, starts, itemCount }: Sessions): Float64Array {
  const counts = new Float64Array(itemCount);
  for (const item of items.subarray(starts[0], starts.at(-1))) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
