import type { Row } from './sheet.ts';
import { at, netOf, profitOf } from './steps.ts';

/** Amounts in minor units of the shop's currency. */
export interface ProfitFigures {
  orders: number;
  pieces: number;
  net: number;
  /** At least so much: of the revenue whose cost is known, less all that was given back; null where no cost is known. */
  profit: number | null;
  /** What the profit is of that revenue. */
  margin: number | null;
  /** Net revenue whose cost nobody has told: by so much the profit may be higher. */
  uncosted: number;
  /** An amount a step. */
  sums: readonly number[];
}

export type Measures = Omit<ProfitFigures, 'sums'>;

export function figuresOf(row: Row): ProfitFigures {
  return { ...measuresOf(row), sums: Array.from(row.sums) };
}

export function measuresOf({ orders, pieces, sums }: Row): Measures {
  const net = netOf(sums);
  const uncosted = at(sums, 'uncosted');
  const costed = net + at(sums, 'delivery') - uncosted;
  const isUnknown = uncosted > 0 && uncosted >= net && at(sums, 'goods') === 0;
  const profit = isUnknown ? null : profitOf(sums);
  return { orders, pieces, net, profit, uncosted, margin: profit !== null && costed > 0 ? profit / costed : null };
}
