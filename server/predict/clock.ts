import { minimise } from './minimise.ts';
import { meanAbove, tail } from './normal.ts';

/**
 * How long until the next time: the logarithm of the days is normal. Fitted by maximum likelihood with what has not happened yet counted as
 * longer than it has lasted (right-censored), see Lawless, Statistical Models and Methods for Lifetime Data, chapter 5.
 */
export interface Clock {
  /** Of the logarithm of days. */
  mean: number;
  deviation: number;
}

/** Days. */
export interface Waits {
  /** From one time to the next. */
  ended: readonly number[];
  /** Since the last time, without a next one yet. */
  open: readonly number[];
}

/** Before anything is known: some two months, give or take a factor of three. It counts as so many waits. */
const usual: Clock = { mean: Math.log(60), deviation: 1.1 };
const patience = 3;
const shortest = 0.5;

/** The clock of many, as the waits of a whole shop. */
export function* fitClock({ ended, open }: Waits): Generator<void, Clock> {
  const [seen, lasting] = [ended, open].map((days) => days.map(logDays));
  const misfit = ([mean = 0, logDeviation = 0]: readonly number[]) => {
    const deviation = Math.exp(logDeviation);
    let sum =
      (patience / 2) * (((mean - usual.mean) / usual.deviation) ** 2 + (logDeviation - Math.log(usual.deviation)) ** 2);
    for (const log of seen ?? []) sum += 0.5 * ((log - mean) / deviation) ** 2 + logDeviation;
    for (const log of lasting ?? []) sum -= Math.log(Math.max(1e-300, tail((log - mean) / deviation)));
    return sum;
  };
  const [mean = usual.mean, logDeviation = 0] = yield* minimise(misfit, [usual.mean, Math.log(usual.deviation)]);
  return { mean, deviation: Math.max(0.05, Math.exp(logDeviation)) };
}

/**
 * The clock of one among them (a category in a shop, a product in a category, a customer): its own waits, drawn to the clock of all. `spread` is
 * how far such ones differ from each other, in logarithms. By expectation and maximisation (Dempster, Laird, Rubin, 1977).
 */
export function ownClock(all: Clock, { ended, open }: Waits, spread = 0.6): Clock {
  const weight = (all.deviation / spread) ** 2;
  const seen = ended.reduce((sum, days) => sum + logDays(days), 0);
  let mean = all.mean;
  for (let round = 0; round < rounds; round++) {
    const lasting = open.reduce((sum, days) => {
      return sum + mean + all.deviation * meanAbove((logDays(days) - mean) / all.deviation);
    }, 0);
    const next = (seen + lasting + weight * all.mean) / (ended.length + open.length + weight);
    if (Math.abs(next - mean) < 1e-6) return { ...all, mean: next };
    mean = next;
  }
  return { ...all, mean };
}

const rounds = 200;

export interface Due {
  /** Days from now; half of the cases are earlier. */
  days: number;
  /** In eight of ten cases it is between these. */
  low: number;
  high: number;
}

/** When it is next due, given that so many days have passed since the last time. */
export function dueIn(clock: Clock, elapsed: number): Due {
  const at = (share: number) => Math.max(0, Math.exp(waitOf(clock, elapsed, share)) - elapsed);
  return { days: at(0.5), low: at(0.1), high: at(0.9) };
}

/** The logarithm of days that this share of all waits longer than `elapsed` has ended by. */
function waitOf({ mean, deviation }: Clock, elapsed: number, share: number): number {
  const from = (logDays(elapsed) - mean) / deviation;
  const left = tail(from) * (1 - share);
  let [low, high] = [from, Math.max(from, 0) + 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) > left) low = middle;
    else high = middle;
  }
  return mean + deviation * low;
}

function logDays(days: number): number {
  return Math.log(Math.max(shortest, days));
}
