import { dueAgain } from '../../../customers/due-again.ts';
import { fitOrderClock } from '../../../customers/order-clock.ts';
import { fitProductClocks } from '../../../customers/product-clocks.ts';
import type { Purchase } from '../../../customers/purchases.ts';
import { day, waitsOf } from '../../../customers/waits.ts';
import type { Due } from '../../../predict/clock.ts';
import { finish } from '../../../predict/minimise.ts';
import { Failure, type Options, type Terminal, textOf } from '../command.ts';
import { linePurchase } from './line-purchase.ts';
import { readLines } from './read-lines.ts';

const known = 2 / 3;

/** Someone's times of one thing until the split; and the days from the split to the next, null where the data ends before it. */
interface Case {
  before: { at: number }[];
  of: 'order' | string;
  next: number | null;
}

/**
 * Learns the clocks from the first two thirds of the time, and asks each customer, and each product of theirs, when the next time is.
 * What has not come when the data ends is known to be later than that, and nothing more.
 */
export async function evaluateClock(options: Options, { out }: Terminal) {
  const purchases =
    textOf(options, 'lines') === undefined
      ? (await readLines(options, 'transactions')).map(cdnowPurchase)
      : (await readLines(options, 'lines')).slice(1).flatMap(linePurchase);
  const times = purchases.map(({ at }) => at);
  if (times.length === 0) throw new Failure('Nobody bought anything in that file.');
  const first = times.reduce((low, at) => Math.min(low, at));
  const last = times.reduce((high, at) => Math.max(high, at));
  const split = first + Math.floor(((last - first) * known) / day) * day;
  const [past, later] = [purchases.filter(({ at }) => at < split), purchases.filter(({ at }) => at >= split)];
  const orders = byKey(past, ({ person }) => person);
  const customers = [...orders].map(([person, own]) => ({ person, orders: own.map(({ at }) => ({ at, net: null })) }));
  const clock = finish(fitOrderClock(customers, split));
  const products = finish(fitProductClocks(past, { now: split, catalog: { get: () => undefined } }));
  const horizon = (last - split) / day;
  out(
    `${customers.length} customers known at ${new Date(split).toISOString().slice(0, 10)}, ${Math.round(horizon)} days to foretell`,
  );
  const score = (cases: readonly Case[]) => {
    const typical = median(
      cases.flatMap(
        ({ before }) =>
          waitsOf(
            before.map(({ at }) => at),
            split,
          ).ended,
      ),
    );
    const due = ({ before, of }: Case) => dueAgain(of === 'order' ? clock : products.product(of), before, split);
    return scoresOf(cases, due, { split, horizon, typical });
  };
  const again = past.some(({ product }) => product !== '')
    ? score(casesOf(past, later, split, ({ person, product }) => `${person}\t${product}`))
    : null;
  return {
    split: new Date(split).toISOString(),
    horizon,
    nextOrder: score(casesOf(past, later, split, ({ person }) => person)),
    again,
  };
}

function casesOf(past: Purchase[], later: Purchase[], split: number, keyOf: (one: Purchase) => string): Case[] {
  const after = new Map<string, number>();
  for (const one of later) after.set(keyOf(one), Math.min(after.get(keyOf(one)) ?? Number.POSITIVE_INFINITY, one.at));
  return [...byKey(past, keyOf)].map(([key, before]) => {
    const at = after.get(key);
    return { before, of: key.split('\t')[1] ?? 'order', next: at === undefined ? null : (at - split) / day };
  });
}

/** Errors with everything beyond the end of the data taken for its end; and how often a share of waits had ended when it was said to. */
function scoresOf(
  cases: readonly Case[],
  dueOf: (one: Case) => Due,
  { split, horizon, typical }: { split: number; horizon: number; typical: number },
) {
  const within = (days: number) => Math.min(horizon, days);
  const foretold = cases.map((one) => ({ one, due: dueOf(one) }));
  const errorOf = (guess: (one: Case, due: Due) => number) =>
    mean(foretold.map(({ one, due }) => Math.abs(within(guess(one, due)) - within(one.next ?? horizon))));
  const byInterval = (pick: (waits: readonly number[]) => number | undefined) => (one: Case) => {
    const { ended, open } = waitsOf(
      one.before.map(({ at }) => at),
      split,
    );
    return Math.max(0, (pick(ended) ?? typical) - (open[0] ?? 0));
  };
  const endedBy = (of: (due: Due) => number) => {
    const seen = foretold.filter(({ due }) => of(due) <= horizon);
    const ended = seen.filter(({ one, due }) => one.next !== null && one.next <= of(due)).length;
    return { cases: seen.length, share: seen.length === 0 ? null : ended / seen.length };
  };
  return {
    cases: cases.length,
    came: cases.filter(({ next }) => next !== null).length,
    once: cases.filter(({ before }) => before.length === 1).length,
    meanErrorDays: {
      clock: errorOf((_, { days }) => days),
      medianInterval: errorOf(byInterval((waits) => (waits.length === 0 ? undefined : median(waits)))),
      lastInterval: errorOf(byInterval((waits) => waits.at(-1))),
      nobodyComes: errorOf(() => horizon),
    },
    calibration: {
      tenth: endedBy(({ low }) => low),
      half: endedBy(({ days }) => days),
      ninth: endedBy(({ high }) => high),
    },
    finite: foretold.every(({ due }) => [due.days, due.low, due.high].every(Number.isFinite)),
  };
}

function cdnowPurchase(line: string): Purchase {
  const [, person = '', date = ''] = line.trim().split(/\s+/);
  return { person, product: '', quantity: 1, at: Date.parse(date.replace(/(....)(..)(..)/, '$1-$2-$3')) };
}

function byKey(purchases: readonly Purchase[], keyOf: (one: Purchase) => string): Map<string, Purchase[]> {
  const groups = new Map<string, Purchase[]>();
  for (const one of purchases) {
    const group = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), group);
    group.push(one);
  }
  return groups;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 60;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
