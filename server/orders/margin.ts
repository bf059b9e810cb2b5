import { type Costs, costAt } from '../catalog/costs.ts';
import { exchanged, type Money } from '../money.ts';
import type { OrderLineState, OrderState } from './order-state.ts';
import { type Rates, rateOn } from './rates.ts';

export interface LineCost {
  /** Of one piece, in the order's currency. */
  cost: Money;
  from: 'order' | 'catalogue';
}

export interface Margin {
  /** In the order of the lines; null where nobody has told it, or it cannot be exchanged. */
  lines: (LineCost | null)[];
  /** Of what the customer keeps; null as long as a line's is unknown. */
  cost: Money | null;
  /** What was paid and not given back, less the cost of what the customer keeps. */
  margin: Money | null;
  /** How many lines have no cost. */
  uncosted: number;
  /** What one unit of the order's currency was worth in the shop's own on the order's day; null where nobody has told it. */
  rate: number | null;
}

interface Known {
  costs: Costs;
  rates: Rates;
  shopCurrency: string;
  /** The order's day in the shop's zone, `2026-11-21`. */
  day: string;
}

/** What an order cost and left: by the costs that its reports name, else by the catalogue's at its time. */
export function marginOf(order: OrderState, { costs, rates, shopCurrency, day }: Known): Margin {
  const { currency, gross, refunded, status } = order;
  const worth = (of: string) => (of === shopCurrency ? 1 : rateOn(rates, of, day));
  const rate = currency === shopCurrency ? 1 : (order.rate ?? (currency === null ? null : worth(currency)));
  const inOrders = (money: Money): Money | null => {
    if (currency === null || money.currency === currency) return currency === null ? null : money;
    const its = worth(money.currency);
    return its === null || rate === null ? null : exchanged(money, its / rate, currency);
  };
  const lineCost = (line: OrderLineState): LineCost | null => {
    const from = line.cost ? 'order' : 'catalogue';
    const known = line.cost ?? costAt(costs, line.id, order.at);
    const cost = known && inOrders(known);
    return cost && { cost, from };
  };
  const lines = order.lines.map(lineCost);
  const uncosted = lines.filter((line) => line === null).length;
  if (currency === null || gross === null || uncosted > 0) return { lines, cost: null, margin: null, uncosted, rate };
  // What was cancelled has not left the shop.
  const kept = ({ quantity, returned }: OrderLineState) => (status === 'cancelled' ? 0 : quantity - returned);
  const cost = order.lines.reduce(
    (sum, line, place) => sum + Math.round((lines[place]?.cost.amount ?? 0) * kept(line)),
    0,
  );
  const margin = { amount: gross - refunded - cost, currency };
  return { lines, cost: { amount: cost, currency }, margin, uncosted, rate };
}
