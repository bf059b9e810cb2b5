import { type BgNbd, chanceAlive, type Repeats } from './bg-nbd.ts';
import type { Fitted } from './fit.ts';
import type { GammaGamma, Spending } from './gamma-gamma.ts';
import { chance } from './random.ts';

export interface ValueModel {
  repeats: Fitted<BgNbd>;
  spending: Fitted<GammaGamma>;
}

export interface Customer {
  repeats: Repeats;
  spending: Spending;
}

const runs = 1_000;

/** What one run of chance brings, up to a horizon. */
export interface Future {
  orders: number;
  value: number;
}

/** Futures of one customer, each up to every horizon in turn. */
export function futuresOf(
  { repeats, spending }: ValueModel,
  customer: Customer,
  weeks: readonly number[],
  seed: number,
): Future[][] {
  const random = chance(seed);
  const { count, age } = customer.repeats;
  const odds = repeats.draws.map((model) => chanceAlive(model, customer.repeats));
  return Array.from({ length: runs }, (_, run) => {
    const place = run % repeats.draws.length;
    const { r, alpha, a, b } = repeats.draws[place] ?? repeats.best;
    const { p, q, v } = spending.draws[run % spending.draws.length] ?? spending.best;
    const isHere = random.uniform() < (odds[place] ?? 0);
    const rate = random.gamma(r + count) / (alpha + age);
    // The purchase after which this customer is gone.
    const last = isHere ? random.geometric(random.beta(a, b + count)) : 0;
    const scale =
      (v + customer.spending.count * customer.spending.mean) / random.gamma(q + p * customer.spending.count);
    let wanted = 0;
    let orders = 0;
    let value = 0;
    return weeks.map((length, horizon) => {
      wanted += random.poisson(rate * (length - (weeks[horizon - 1] ?? 0)));
      const more = Math.min(wanted, last) - orders;
      if (more > 0) value += scale * random.gamma(p * more);
      orders += Math.max(0, more);
      return { orders, value };
    });
  });
}
