import type { MonthShare } from './cost-rule.ts';
import { dealOut, shareOf } from './deal-out.ts';
import { weigh, weightsFor } from './line-weights.ts';
import { type MonthCost, monthCosts } from './month-costs.ts';
import type { Known } from './reckon.ts';
import type { SaleColumns } from './sale-columns.ts';
import { is, pageSize, piecesOf, type SalePage } from './sale-page.ts';
import { type Keys, nowhere, type Sheet } from './sheet.ts';

/** A cost of some days, and how far it is dealt out. */
interface Dealt extends MonthCost {
  weight: number;
  passed: number;
  given: number;
}

/** Where the parts of a cost belong. */
interface Into {
  columns: Pick<SaleColumns, 'pages'>;
  byLines: boolean;
  /** Sets `keys` to those of a sale; `placeLine` sets `ofLine` to those of its lines. */
  placeSale(page: SalePage, row: number): void;
  placeLine(page: SalePage, line: number): void;
  keys: Keys;
  ofLine: Keys;
  sheet: Sheet;
}

/** Deals what months cost out to the sales that are noted first; what no sale bears is nobody's. Null where no month costs anything. */
export function monthDealing(time: { from: number; to: number }, known: Known) {
  const costs: Dealt[] = monthCosts(time, known).map((cost) => ({ ...cost, weight: 0, passed: 0, given: 0 }));
  if (costs.length === 0) return null;
  const byDay = new Map<number, Dealt[]>();
  for (const cost of costs)
    for (let day = cost.from; day <= cost.to; day++) byDay.set(day, [...(byDay.get(day) ?? []), cost]);
  const nets = new Map<SalePage, Float64Array>();

  const weightOf = (cost: Dealt, page: SalePage, row: number): number =>
    cost.channel === null || cost.channel === page.came[row] ? weightBy(cost.share, page, row) : 0;
  const weightBy = (share: MonthShare, page: SalePage, row: number): number => {
    const flags = page.flags[row] ?? 0;
    switch (share) {
      case 'revenue':
        return nets.get(page)?.[row] ?? 0;
      case 'order':
        return flags & (is.return | is.cancelled) ? 0 : 1;
      case 'piece':
        return flags & is.sent ? piecesOf(page, row) : 0;
    }
  };

  return {
    /** `net`: in the shop's currency, not negative. */
    note: (page: SalePage, row: number, net: number): void => {
      const costsOfDay = byDay.get(page.day[row] ?? 0);
      if (!costsOfDay) return;
      const ofPage = nets.get(page) ?? new Float64Array(pageSize).fill(Number.NaN);
      nets.set(page, ofPage);
      ofPage[row] = net;
      for (const cost of costsOfDay) cost.weight += weightOf(cost, page, row);
    },
    /** Yields between some sales. */
    deal: function* (into: Into): Generator<void> {
      let weights = weightsFor(0);
      let shares = new Float64Array(0);
      for (const page of into.columns.pages) {
        const ofPage = nets.get(page);
        if (!ofPage) continue;
        yield;
        for (let row = 0; row < page.count; row++) {
          if (Number.isNaN(ofPage[row])) continue;
          for (const cost of byDay.get(page.day[row] ?? 0) ?? []) dealTo(cost, page, row);
        }
      }
      for (const { cost, given, place, channel } of costs)
        if (cost !== given) into.sheet.add(channel === null ? nowhere : { ...nowhere, channel }, place, cost - given);

      function dealTo(cost: Dealt, page: SalePage, row: number): void {
        const weight = weightOf(cost, page, row);
        if (weight === 0) return;
        cost.passed += weight;
        const upTo = shareOf(cost.cost, cost.passed, cost.weight);
        const amount = upTo - cost.given;
        cost.given = upTo;
        if (amount === 0) return;
        into.placeSale(page, row);
        if (!into.byLines) {
          into.sheet.add(into.keys, cost.place, amount);
          return;
        }
        const [first, count] = [page.from[row] ?? 0, page.length[row] ?? 0];
        if (count > shares.length) {
          weights = weightsFor(count * 2);
          shares = new Float64Array(count * 2);
        }
        weigh(page, row, weights);
        dealOut(amount, cost.share === 'piece' ? weights.pieces : weights.worths, { into: shares, count });
        for (let line = 0; line < count; line++) {
          into.placeLine(page, first + line);
          into.sheet.add(into.ofLine, cost.place, shares[line] ?? 0);
        }
      }
    },
  };
}
