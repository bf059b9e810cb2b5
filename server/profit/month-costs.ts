import { channelCode, dayCode, dayText } from './code-of.ts';
import { type CostTerms, type MonthShare, monthShareOf } from './cost-rule.ts';
import { shareOf } from './deal-out.ts';
import { type Known, placeOf } from './reckon.ts';

/** What a rule costs per month on some days that follow each other in one month, under the same terms. */
export interface MonthCost {
  /** Days from 1970 on, both within. */
  from: number;
  to: number;
  /** Minor units of the shop's currency, for these days together. */
  cost: number;
  share: MonthShare;
  /** Its orders alone bear it. */
  channel: number | null;
  /** Of the step. */
  place: number;
}

/**
 * What the rules that are per month cost from one day to another. A day costs its part of its month's amount: so the days of a
 * month add up to the amount, and two times one after the other to the time that they are together.
 */
export function monthCosts(
  { from, to }: { from: number; to: number },
  known: Pick<Known, 'rules' | 'termsOn' | 'monthly'>,
): MonthCost[] {
  const done: MonthCost[] = [];
  if (!known.monthly) return done;
  const open = new Map<string, { terms: CostTerms; cost: MonthCost }>();
  const last = Math.min(to, dayCode(known.monthly.to));
  for (let day = Math.max(from, dayCode(known.monthly.from)); day <= last; day++) {
    const [year = 0, month = 1, ofMonth = 1] = dayText(day).split('-').map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (ofMonth === 1) open.clear();
    for (const terms of known.termsOn(dayText(day))) {
      const share = monthShareOf(terms.per);
      if (share === null) continue;
      const amount = terms.amount ?? 0;
      const costs = shareOf(amount, ofMonth, days) - shareOf(amount, ofMonth - 1, days);
      const before = open.get(terms.rule);
      if (before?.terms === terms && before.cost.to === day - 1) {
        before.cost.to = day;
        before.cost.cost += costs;
        continue;
      }
      const channel = terms.channel === null ? null : channelCode(terms.channel);
      const cost = { from: day, to: day, cost: costs, share, channel, place: placeOf(terms.rule, known) };
      open.set(terms.rule, { terms, cost });
      done.push(cost);
    }
  }
  return done;
}
