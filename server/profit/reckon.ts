import { exchanged } from '../money.ts';
import { channelCode, dayText } from './code-of.ts';
import type { CostTerms } from './cost-rule.ts';
import { dealOut } from './deal-out.ts';
import { weigh, weightsFor } from './line-weights.ts';
import type { SaleColumns } from './sale-columns.ts';
import { is, piecesOf, type SalePage } from './sale-page.ts';
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
  /** Of line after line of the sale whose `lines` were reckoned last, as many amounts as there are steps. */
  readonly parts: Float64Array;
  readonly steps: number;
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
  /** Of line after line, an amount a step. */
  let parts = new Float64Array(0);
  let weights = weightsFor(0);
  /** What the pieces of each line cost that the customer keeps; NaN where nobody has told. */
  let goods = new Float64Array(0);
  /** Of the sale reckoned last. */
  let [currency, rate, day] = [0, 1, 0];
  let isWeighed = false;
  let isDealt = false;
  const rateOn = ratesBy(known, currencies.text);
  const termsOn = termsBy(known);

  function makeRoom(lines: number): void {
    if (lines <= goods.length) return;
    const room = Math.max(64, lines * 2);
    weights = weightsFor(room);
    goods = new Float64Array(room);
    parts = new Float64Array(room * places);
  }

  /** In the shop's currency, by the rate of the sale and its day; NaN where that is not known. */
  function worth(amount: number, of: number): number {
    if (of === own) return amount;
    const its = of === currency ? rate : rateOn(of, day);
    return exchanged({ amount, currency: currencies.text(of) ?? known.currency }, its, known.currency).amount;
  }

  /** Sets `goods`, and adds them up; true where the cost of some is not known. */
  function reckonGoods({ lines, from, length }: SalePage, row: number, at: number): boolean {
    const first = from[row] ?? 0;
    const count = length[row] ?? 0;
    let isUnknown = false;
    let all = 0;
    for (let line = 0; line < count; line++) {
      const place = first + line;
      let amount = lines.cost[place] ?? 0;
      let its = lines.costCurrency[place] ?? 0;
      if (its === 0) {
        const told = costAt(known.costs[lines.product[place] ?? 0], at);
        amount = told ? told.amount : Number.NaN;
        its = told ? told.currency : own;
      }
      const kept = Math.round(worth(amount, its) * ((lines.quantity[place] ?? 0) - (lines.returned[place] ?? 0)));
      goods[line] = kept;
      if (Number.isNaN(kept)) isUnknown = true;
      else all += kept;
    }
    sums[stepPlace.goods] = all;
    return isUnknown;
  }

  function weighOnce(page: SalePage, row: number): void {
    if (!isWeighed) weigh(page, row, weights);
    isWeighed = true;
  }

  function deal(step: number, by: Float64Array): void {
    const amount = sums[step] ?? 0;
    if (amount !== 0) dealOut(amount, by, { into: parts, count: weights.count, first: step, stride: places });
  }

  /** What each line has of net revenue, and of that what nobody knows the cost of. */
  function dealNet(): void {
    if (isDealt) return;
    isDealt = true;
    parts.fill(0, 0, weights.count * places);
    deal(stepPlace.sales, weights.worths);
    deal(stepPlace.discounts, weights.worths);
    deal(stepPlace.returns, weights.returned);
    for (let line = 0, first = 0; line < weights.count; line++, first += places) {
      if (!Number.isNaN(goods[line])) continue;
      const given = (parts[first + stepPlace.discounts] ?? 0) + (parts[first + stepPlace.returns] ?? 0);
      // What was given back for a piece of unknown cost is lost all the same.
      parts[first + stepPlace.uncosted] = Math.max(0, (parts[first + stepPlace.sales] ?? 0) - given);
    }
  }

  return {
    sums,
    sale: (page, row) => {
      currency = page.currency[row] ?? 0;
      day = page.day[row] ?? 0;
      const said = page.rate[row] ?? Number.NaN;
      rate = currency === own ? 1 : Number.isNaN(said) ? rateOn(currency, day) : said;
      if (Number.isNaN(rate)) return false;
      makeRoom(page.length[row] ?? 0);
      isWeighed = false;
      isDealt = false;
      const discount = worth(page.discount[row] ?? 0, currency);
      sums.fill(0);
      sums[stepPlace.sales] = worth(page.gross[row] ?? 0, currency) + discount;
      sums[stepPlace.discounts] = discount;
      sums[stepPlace.returns] = worth(page.refunded[row] ?? 0, currency);
      sums[stepPlace.delivery] = worth(page.shipping[row] ?? 0, currency);
      sums[stepPlace.shipping] = worth(page.carrier[row] ?? 0, page.carrierCurrency[row] ?? 0) || 0;
      sums[stepPlace.payment] = worth(page.payment[row] ?? 0, page.paymentCurrency[row] ?? 0) || 0;
      if (reckonGoods(page, row, page.at[row] ?? 0)) {
        weighOnce(page, row);
        dealNet();
        let all = 0;
        for (let line = 0; line < weights.count; line++) all += parts[line * places + stepPlace.uncosted] ?? 0;
        sums[stepPlace.uncosted] = all;
      }
      for (const terms of termsOn(day)) sums[terms.place] = Math.round(costOf(terms, page, row));
      return true;
    },
    lines: (page, row) => {
      weighOnce(page, row);
      dealNet();
      deal(stepPlace.delivery, weights.worths);
      deal(stepPlace.shipping, weights.worths);
      deal(stepPlace.payment, weights.worths);
      for (let line = 0; line < weights.count; line++) parts[line * places + stepPlace.goods] = goods[line] || 0;
      for (const { per, place } of termsOn(day))
        deal(place, per === 'return' ? weights.returned : per === 'piece' ? weights.pieces : weights.worths);
    },
    get parts() {
      return parts;
    },
    steps: places,
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
        return flags & is.sent ? amount * piecesOf(page, row) : 0;
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

function costAt(costs: readonly ProductCost[] | undefined, at: number): ProductCost | undefined {
  return costs?.find(({ since }) => since <= at);
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
  // Sales come in the order of their days.
  let last: { day: number; terms: readonly DayTerms[] } = { day: Number.NaN, terms: [] };
  return (day) => {
    if (day === last.day) return last.terms;
    const terms =
      byDay.get(day) ??
      known.termsOn(dayText(day)).map(({ rule, per, channel, amount }) => ({
        ...{ per, amount: amount ?? 0, channel: channel === null ? null : channelCode(channel) },
        place: placeOf(rule, known),
      }));
    byDay.set(day, terms);
    last = { day, terms };
    return terms;
  };
}
