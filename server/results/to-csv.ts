import { decimalOf } from '../money.ts';
import { csvLine } from '../segments/csv.ts';
import type { Against } from './against-base.ts';
import type { CampaignResults } from './campaign-results.ts';

const head = [
  ...['arm', 'people', 'reached', 'orders', 'net', 'net a person', 'views', 'clicks', 'dismissals', 'cost', 'chance'],
  ...['goal beyond base', 'goal low', 'goal high', 'net beyond base', 'net low', 'net high', 'currency'],
];

/** The arms of a campaign as CSV: amounts in major units, shares of 1. */
export function armLines({ arms, currency }: CampaignResults, delimiter: ',' | ';'): string {
  const money = (amount: number) => decimalOf({ amount: Math.round(amount), currency });
  const range = (found: Against | undefined, write: (of: number) => string) =>
    found?.isKnown ? [write(found.mean), write(found.low), write(found.high)] : ['', '', ''];
  const rows = arms.map(({ arm, people, reached, orders, net, perPerson, views, clicks, dismissals, ...of }) => [
    ...[arm, people, reached, orders, money(net), money(perPerson), views, clicks, dismissals, money(of.cost)],
    of.chance.toFixed(4),
    ...range(of.against?.goal, (share) => share.toFixed(6)),
    ...range(of.against?.revenue, money),
    currency,
  ]);
  return [head, ...rows].map((cells) => csvLine(cells, delimiter)).join('');
}
