import { chanceAlive, chanceOfPurchase, expectedPurchases } from './bg-nbd.ts';
import { type Customer, futuresOf, type ValueModel } from './futures.ts';
import { expectedSpending } from './gamma-gamma.ts';

/** What is expected, and between what it will lie in eight of ten cases. */
export interface Expected {
  mean: number;
  low: number;
  high: number;
}

export interface Forecast {
  /**
   * That this customer will ever buy again; the range is what the parameters leave open. Null before a second order: in the model
   * nobody leaves without a repeat, so it would say 100 % of everyone who ordered once.
   */
  alive: Expected | null;
  /** `returns`: that at least one order comes. */
  horizons: { weeks: number; returns: Expected; orders: Expected; value: Expected }[];
}

const shareBelow = 0.1;

/**
 * What a customer will do, by the two models. The ranges are of the posterior predictive distribution: chance in what this customer is
 * like, in what people like that do, and in the parameters, by simulation from `seed`. Value in the unit of the amounts.
 */
export function forecast(
  { repeats, spending }: ValueModel,
  customer: Customer,
  weeks: readonly number[],
  seed: number,
): Forecast {
  const futures = futuresOf({ repeats, spending }, customer, weeks, seed);
  const order = expectedSpending(spending.best, customer.spending);
  const alive = () => repeats.draws.map((model) => chanceAlive(model, customer.repeats));
  return {
    alive: customer.repeats.count === 0 ? null : ranged(chanceAlive(repeats.best, customer.repeats), alive()),
    horizons: weeks.map((length, place) => {
      const expected = expectedPurchases(repeats.best, customer.repeats, length);
      const counts = futures.map((future) => future[place]?.orders ?? 0);
      const values = futures.map((future) => future[place]?.value ?? 0);
      const returns = repeats.draws.map((model) => chanceOfPurchase(model, customer.repeats, length));
      return {
        weeks: length,
        returns: ranged(chanceOfPurchase(repeats.best, customer.repeats, length), returns),
        orders: ranged(expected, counts),
        value: ranged(expected * order, values),
      };
    }),
  };
}

function ranged(mean: number, values: readonly number[]): Expected {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? mean;
  return { mean, low: at(shareBelow), high: at(1 - shareBelow) };
}
