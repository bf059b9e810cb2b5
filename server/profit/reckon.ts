import { type Costs, costAt } from '../catalog/costs.ts';
import { exchanged, type Money } from '../money.ts';
import type { CostTerms } from './cost-rule.ts';
import { dealOut } from './deal-out.ts';
import type { Sale, SaleLine } from './sale.ts';
import { directSteps, emptySums, netOf, type Sums, stepPlace } from './steps.ts';

/** What is known beside the orders. */
export interface Known {
  /** The shop's own, in which everything is reckoned. */
  currency: string;
  costs: Costs;
  /** What one unit of a currency was worth in the shop's own on a day; null where nobody has told. */
  rateOn(currency: string, day: string): number | null;
  /** The rules, each at its place behind the direct steps. */
  rules: readonly string[];
  termsOn(day: string): readonly CostTerms[];
}

export interface Reckoned {
  sums: Sums;
  /** What the pieces of each line cost that the customer keeps; null where nobody has told. */
  goods: (number | null)[];
}

/** A sale step by step, by the costs, rates and rules of its day; null where its currency has no rate. */
export function reckon(sale: Sale, known: Known): Reckoned | null {
  const rate = sale.currency === known.currency ? 1 : (sale.rate ?? known.rateOn(sale.currency, sale.day));
  if (rate === null) return null;
  const own = (amount: number): number =>
    sale.currency === known.currency
      ? amount
      : exchanged({ amount, currency: sale.currency }, rate, known.currency).amount;
  const worth = (money: Money): number | null => {
    if (money.currency === known.currency) return money.amount;
    if (money.currency === sale.currency) return own(money.amount);
    const its = known.rateOn(money.currency, sale.day);
    return its === null ? null : exchanged(money, its, known.currency).amount;
  };
  const goods = sale.lines.map((line) => {
    const cost = line.cost ?? (line.product === null ? null : costAt(known.costs, line.product, sale.at));
    const one = cost && worth(cost);
    return one === null ? null : Math.round(one * (line.quantity - line.returned));
  });
  const sums = emptySums(known.rules.length);
  const discount = own(sale.discount);
  sums[stepPlace.sales] = own(sale.gross) + discount;
  sums[stepPlace.discounts] = discount;
  sums[stepPlace.returns] = own(sale.refunded);
  sums[stepPlace.delivery] = own(sale.shipping);
  sums[stepPlace.goods] = goods.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  const { shipping_cost, payment_fee } = sale.fees;
  sums[stepPlace.shipping] = (shipping_cost && worth(shipping_cost)) ?? 0;
  sums[stepPlace.payment] = (payment_fee && worth(payment_fee)) ?? 0;
  sums[stepPlace.uncosted] = goods.includes(null)
    ? netByLine(sale.lines, sums).reduce((sum, net, place) => sum + uncostedOf(net, goods[place]), 0)
    : 0;
  for (const terms of known.termsOn(sale.day))
    sums[placeOf(terms, known)] = Math.round(costOf(terms, sale, netOf(sums)));
  return { sums, goods };
}

/** The same for each line: what belongs to the order as a whole by what the lines are worth. The parts of each step add up to it. */
export function lineSums(sale: Sale, { sums, goods }: Reckoned, known: Known): Sums[] {
  const { lines } = sale;
  const nets = netByLine(lines, sums);
  const weights = worths(lines);
  const parts = lines.map(() => emptySums(known.rules.length));
  const put = (place: number, amounts: readonly number[]) => {
    parts.forEach((part, line) => {
      part[place] = amounts[line] ?? 0;
    });
  };
  const deal = (place: number, by: readonly number[]) => {
    if (sums[place]) put(place, dealOut(sums[place], by));
  };
  deal(stepPlace.sales, weights);
  deal(stepPlace.discounts, weights);
  deal(stepPlace.returns, returnedWorths(lines));
  for (const step of ['delivery', 'shipping', 'payment'] as const) deal(stepPlace[step], weights);
  put(
    stepPlace.uncosted,
    nets.map((net, line) => uncostedOf(net, goods[line])),
  );
  put(
    stepPlace.goods,
    goods.map((cost) => cost ?? 0),
  );
  const perPiece = lines.map(({ quantity }) => quantity);
  for (const terms of known.termsOn(sale.day)) {
    const by = terms.per === 'return' ? returnedWorths(lines) : terms.per === 'piece' ? perPiece : weights;
    deal(placeOf(terms, known), by);
  }
  return parts;
}

export function placeOf({ rule }: CostTerms, { rules }: Pick<Known, 'rules'>): number {
  return directSteps.length + rules.indexOf(rule);
}

function costOf({ per, channel, amount }: CostTerms, sale: Sale, net: number): number {
  if (amount === null || (channel !== null && channel !== sale.came)) return 0;
  switch (per) {
    case 'order':
      return sale.isReturn ? 0 : amount;
    case 'parcel':
      return sale.wasSent ? amount : 0;
    case 'return':
      return sale.refunded > 0 ? amount : 0;
    case 'piece':
      return sale.wasSent ? amount * sale.lines.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
    case 'revenue':
      return (net * amount) / 10_000;
    case 'visit':
    case 'minute':
      // Of people, not of orders.
      return 0;
  }
}

/** What was given back for a piece of unknown cost is lost all the same. */
function uncostedOf(net: number, goods: number | null | undefined): number {
  return goods === null ? Math.max(0, net) : 0;
}

function netByLine(lines: readonly SaleLine[], sums: readonly number[]): number[] {
  const weights = worths(lines);
  const sales = dealOut(sums[stepPlace.sales] ?? 0, weights);
  const discounts = dealOut(sums[stepPlace.discounts] ?? 0, weights);
  const returns = dealOut(sums[stepPlace.returns] ?? 0, returnedWorths(lines));
  return lines.map((_, line) => (sales[line] ?? 0) - (discounts[line] ?? 0) - (returns[line] ?? 0));
}

/** What the lines are worth; where no price is known, their pieces. */
function worths(lines: readonly SaleLine[]): number[] {
  const priced = lines.map(({ price, quantity, returned }) => price * (quantity || returned));
  return priced.some((worth) => worth > 0) ? priced : lines.map(({ quantity, returned }) => quantity || returned);
}

/** What came back of each; where a refund names no piece, it is of all. */
function returnedWorths(lines: readonly SaleLine[]): number[] {
  const priced = lines.map(({ price, returned }) => price * returned);
  if (priced.some((worth) => worth > 0)) return priced;
  return lines.some(({ returned }) => returned > 0) ? lines.map(({ returned }) => returned) : worths(lines);
}
