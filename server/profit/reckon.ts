import { exchanged } from '../money.ts';
import { channelCode, dayText } from './code-of.ts';
import type { CostTerms } from './cost-rule.ts';
import { dealOut } from './deal-out.ts';
import { type LineWeights, weigh, weightsFor } from './line-weights.ts';
import type { SaleColumns } from './sale-columns.ts';
import { is, type SalePage } from './sale-page.ts';
import { directSteps, netOf, stepPlace } from './steps.ts';

/** What is known beside the orders. */
export interface Known {
  /** The shop's own, in which everything is reckoned. */
  currency: string;
  /** What a product cost, by its code; newest first. */
  costs: readonly (readonly ProductCost[] | undefined)[];
  /** What one unit of a currency was worth in the shop's own on a day; null where nobody has told. */
  rateOn(currency: string, day: string): number | null;
  /** The rules, each at its place behind the direct steps. */
  rules: readonly string[];
  termsOn(day: string): readonly CostTerms[];
  /** Only on these days a rule that is per month costs something; null where there is none. What is not yet costs nothing. */
  monthly: { from: string; to: string } | null;
}

export interface ProductCost {
  /** ms since 1970. */
  since: number;
  amount: number;
  /** Its code. */
  currency: number;
}

/** Reckons one sale after the other, always into the same places. */
export interface Reckoner {
  /** An amount a step of the sale reckoned last: first the direct steps, then the rules. */
  readonly sums: Float64Array;
  /** Step by step, by the costs, rates and rules of its day; false where its currency has no rate. */
  sale(page: SalePage, row: number): boolean;
  /** Deals out to its lines what `sale` has reckoned. The parts of each step add up to it. */
  lines(page: SalePage, row: number): void;
  /** Amounts a step of a line, by its place, of the sale whose `lines` were reckoned last; until the next one is asked for. */
  partsOf(line: number): Float64Array;
}

/** Terms as sales are reckoned with them. */
interface DayTerms {
  per: CostTerms['per'];
  /** Of this channel alone. */
  channel: number | null;
  amount: number;
  place: number;
}

export function createReckoner({ currencies }: Pick<SaleColumns, 'currencies'>, known: Known): Reckoner {
  const own = currencies.of(known.currency);
  const places = directSteps.length + known.rules.length;
  const sums = new Float64Array(places);
  /** By step, what each line has of it. */
  const parts = Array.from({ length: places }, () => new Float64Array(0));
  const ofLine = new Float64Array(places);
  let weights = weightsFor(0);
  /** What the pieces of each line cost that the customer keeps; NaN where nobody has told. */
  let goods = new Float64Array(0);
  let isDealt = false;
  const rateOn = ratesBy(known, currencies.text);
  const termsOn = termsBy(known);

  function makeRoom(lines: number): void {
    if (lines <= goods.length) return;
    const room = Math.max(64, lines * 2);
    weights = weightsFor(room);
    goods = new Float64Array(room);
    for (let place = 0; place < places; place++) parts[place] = new Float64Array(room);
  }

  /** What an amount of another currency was worth; NaN where that is not known. */
  function worth(amount: number, currency: number, rate: number): number {
    if (currency === own) return amount;
    return exchanged({ amount, currency: currencies.text(currency) ?? known.currency }, rate, known.currency).amount;
  }

  /** Sets `goods`, and adds them up; true where the cost of some is not known. */
  function reckonGoods(page: SalePage, row: number, rate: number): boolean {
    const { product, quantity, returned, cost, costCurrency } = page.lines;
    const [from, count] = [page.from[row] ?? 0, page.length[row] ?? 0];
    const [currency, day, at] = [page.currency[row] ?? 0, page.day[row] ?? 0, page.at[row] ?? 0];
    const rateOf = (other: number) => (other === own ? 1 : other === currency ? rate : rateOn(other, day));
    let isUnknown = false;
    let all = 0;
    for (let line = 0; line < count; line++) {
      const place = from + line;
      let [each, its] = [cost[place] ?? 0, costCurrency[place] ?? 0];
      if (its === 0) {
        const told = costAt(known.costs[product[place] ?? 0], at);
        if (told) [each, its] = [told.amount, told.currency];
      }
      const one = its === 0 ? Number.NaN : worth(each, its, rateOf(its));
      const kept = Math.round(one * ((quantity[place] ?? 0) - (returned[place] ?? 0)));
      goods[line] = kept;
      if (Number.isNaN(kept)) isUnknown = true;
      else all += kept;
    }
    sums[stepPlace.goods] = all;
    return isUnknown;
  }

  function deal(place: number, by: Float64Array): void {
    const into = parts[place];
    if (!into) return;
    if (sums[place]) dealOut(sums[place], by, { into, count: weights.count });
    else into.fill(0, 0, weights.count);
  }

  /** What each line has of net revenue, and of that what nobody knows the cost of. */
  function dealNet(): void {
    if (isDealt) return;
    isDealt = true;
    deal(stepPlace.sales, weights.worths);
    deal(stepPlace.discounts, weights.worths);
    deal(stepPlace.returns, weights.returned);
    const [sales, discounts, returns, uncosted] = [
      parts[stepPlace.sales],
      parts[stepPlace.discounts],
      parts[stepPlace.returns],
      parts[stepPlace.uncosted],
    ];
    if (!sales || !discounts || !returns || !uncosted) return;
    for (let line = 0; line < weights.count; line++)
      // What was given back for a piece of unknown cost is lost all the same.
      uncosted[line] = Number.isNaN(goods[line])
        ? Math.max(0, (sales[line] ?? 0) - (discounts[line] ?? 0) - (returns[line] ?? 0))
        : 0;
  }

  return {
    sums,
    sale: (page, row) => {
      const [currency, day] = [page.currency[row] ?? 0, page.day[row] ?? 0];
      const said = page.rate[row] ?? Number.NaN;
      const rate = currency === own ? 1 : Number.isNaN(said) ? rateOn(currency, day) : said;
      if (Number.isNaN(rate)) return false;
      makeRoom(page.length[row] ?? 0);
      weigh(page, row, weights);
      isDealt = false;
      const amountOf = (column: Float64Array) => worth(column[row] ?? 0, currency, rate);
      const paid = (column: Float64Array, its: number) =>
        worth(column[row] ?? 0, its, its === own ? 1 : its === currency ? rate : rateOn(its, day)) || 0;
      const discount = amountOf(page.discount);
      sums.fill(0);
      sums[stepPlace.sales] = amountOf(page.gross) + discount;
      sums[stepPlace.discounts] = discount;
      sums[stepPlace.returns] = amountOf(page.refunded);
      sums[stepPlace.delivery] = amountOf(page.shipping);
      sums[stepPlace.shipping] = paid(page.carrier, page.carrierCurrency[row] ?? 0);
      sums[stepPlace.payment] = paid(page.payment, page.paymentCurrency[row] ?? 0);
      if (reckonGoods(page, row, rate)) {
        dealNet();
        const uncosted = parts[stepPlace.uncosted];
        let all = 0;
        for (let line = 0; line < weights.count; line++) all += uncosted?.[line] ?? 0;
        sums[stepPlace.uncosted] = all;
      }
      for (const terms of termsOn(day)) sums[terms.place] = Math.round(costOf(terms, page, row));
      return true;
    },
    lines: (page, row) => {
      dealNet();
      for (const step of ['delivery', 'shipping', 'payment'] as const) deal(stepPlace[step], weights.worths);
      const costs = parts[stepPlace.goods];
      if (costs) for (let line = 0; line < weights.count; line++) costs[line] = goods[line] || 0;
      for (let place: number = directSteps.length; place < places; place++) parts[place]?.fill(0, 0, weights.count);
      for (const { per, place } of termsOn(page.day[row] ?? 0))
        deal(place, per === 'return' ? weights.returned : per === 'piece' ? weights.pieces : weights.worths);
    },
    partsOf: (line) => {
      for (let step = 0; step < places; step++) ofLine[step] = parts[step]?.[line] ?? 0;
      return ofLine;
    },
  };

  function costOf({ per, channel, amount }: DayTerms, page: SalePage, row: number): number {
    if (channel !== null && channel !== page.came[row]) return 0;
    const flags = page.flags[row] ?? 0;
    switch (per) {
      case 'order':
        return flags & is.return ? 0 : amount;
      case 'parcel':
        return flags & is.sent ? amount : 0;
      case 'return':
        return (page.refunded[row] ?? 0) > 0 ? amount : 0;
      case 'piece':
        return flags & is.sent ? amount * piecesOf(weights) : 0;
      case 'revenue':
        return (netOf(sums) * amount) / 10_000;
      default:
        // Of people or months, not of orders.
        return 0;
    }
  }
}

export function placeOf(rule: string, { rules }: Pick<Known, 'rules'>): number {
  return directSteps.length + rules.indexOf(rule);
}

function piecesOf({ pieces, count }: LineWeights): number {
  let all = 0;
  for (let line = 0; line < count; line++) all += pieces[line] ?? 0;
  return all;
}

function costAt(costs: readonly ProductCost[] | undefined, at: number): ProductCost | undefined {
  if (costs) for (const cost of costs) if (cost.since <= at) return cost;
  return undefined;
}

/** Rates by the code of a currency and the day; NaN where nobody has told one. */
function ratesBy(known: Known, text: (code: number) => string | null): (currency: number, day: number) => number {
  const rates = new Map<number, number>();
  return (currency, day) => {
    const key = day * 65_536 + currency;
    const found = rates.get(key);
    if (found !== undefined) return found;
    const rate = known.rateOn(text(currency) ?? '', dayText(day)) ?? Number.NaN;
    rates.set(key, rate);
    return rate;
  };
}

function termsBy(known: Known): (day: number) => readonly DayTerms[] {
  const byDay = new Map<number, readonly DayTerms[]>();
  return (day) => {
    const found = byDay.get(day);
    if (found) return found;
    const terms = known.termsOn(dayText(day)).map(({ rule, per, channel, amount }) => ({
      ...{ per, amount: amount ?? 0, channel: channel === null ? null : channelCode(channel) },
      place: placeOf(rule, known),
    }));
    byDay.set(day, terms);
    return terms;
  };
}
