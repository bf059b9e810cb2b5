import { at, netOf, profitOf } from './steps.ts';
import type { Row } from './tally.ts';

/** Amounts in minor units of the shop's currency. */
export interface ProfitFigures {
  orders: number;
  pieces: number;
  net: number;
  /** Of the revenue whose cost is known; null where none is. */
  profit: number | null;
  /** What the profit is of that revenue. */
  margin: number | null;
  /** Net revenue whose cost nobody has told: by so much the profit may be higher. */
  uncosted: number;
  /** An amount a step. */
  sums: readonly number[];
}

export function figuresOf({ orders, pieces, sums }: Row): ProfitFigures {
  const net = netOf(sums);
  const uncosted = at(sums, 'uncosted');
  const costed = net + at(sums, 'delivery') - uncosted;
  // Who sold nothing and cost something is known whole.
  const isKnown = net === 0 || uncosted !== net;
  const profit = isKnown ? profitOf(sums) : null;
  return {
    orders,
    pieces,
    net,
    profit,
    uncosted,
    sums,
    margin: profit !== null && costed > 0 ? profit / costed : null,
  };
}
