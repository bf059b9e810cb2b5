import { expectedPurchases } from './bg-nbd.ts';
import { type Expected, forecast } from './forecast.ts';
import type { Customer, ValueModel } from './futures.ts';
import { expectedSpending } from './gamma-gamma.ts';

/** A customer whose later orders are known. Weeks, and the unit of the amounts. */
export interface HeldOut extends Customer {
  later: { orders: number; value: number };
}

const most = 7;

/** How far forecasts for the weeks after a split were from what came. */
export function holdOutErrors(model: ValueModel, customers: readonly HeldOut[], weeks: number) {
  const rows = customers.map(({ repeats, spending, later }, seed) => {
    const orders = expectedPurchases(model.repeats.best, repeats, weeks);
    const [horizon] = forecast(model, { repeats, spending }, [weeks], seed).horizons;
    return {
      ...{ repeats: repeats.count, later, orders, value: orders * expectedSpending(model.spending.best, spending) },
      isInRange: within(horizon?.orders, later.orders),
      isValueInRange: within(horizon?.value, later.value),
    };
  });
  const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const mean = (of: (row: (typeof rows)[number]) => number) => total(of) / rows.length;
  const compared = (expected: number, actual: number) => ({ expected, actual, error: expected / actual - 1 });
  return {
    weeks,
    orders: compared(
      total(({ orders }) => orders),
      total(({ later }) => later.orders),
    ),
    value: compared(
      total(({ value }) => value),
      total(({ later }) => later.value),
    ),
    perCustomer: {
      meanAbsoluteError: mean(({ orders, later }) => Math.abs(orders - later.orders)),
      rootMeanSquareError: Math.sqrt(mean(({ orders, later }) => (orders - later.orders) ** 2)),
      correlation: correlation(rows.map(({ orders, later }) => [orders, later.orders])),
      // Of ranges that should hold in eight of ten cases; counts are whole, so theirs hold more often.
      ordersInRange: mean(({ isInRange }) => Number(isInRange)),
      valueInRange: mean(({ isValueInRange }) => Number(isValueInRange)),
    },
    byRepeats: Array.from({ length: most + 1 }, (_, repeats) => {
      const own = rows.filter((row) => Math.min(row.repeats, most) === repeats);
      const share = (sum: number) => (own.length === 0 ? 0 : sum / own.length);
      return {
        ...{ repeats, customers: own.length },
        expected: share(own.reduce((sum, { orders }) => sum + orders, 0)),
        actual: share(own.reduce((sum, { later }) => sum + later.orders, 0)),
      };
    }),
  };
}

function within(range: Expected | undefined, value: number): boolean {
  return range !== undefined && value >= range.low && value <= range.high;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean(([x]) => x), mean(([, y]) => y)];
  const spread = Math.sqrt(mean(([a]) => (a - x) ** 2) * mean(([, b]) => (b - y) ** 2));
  return spread === 0 ? 0 : mean(([a, b]) => (a - x) * (b - y)) / spread;
}
