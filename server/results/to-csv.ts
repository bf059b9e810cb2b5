import { decimalOf } from '../money.ts';
import { csvLine } from '../segments/csv.ts';
import type { Against } from './against-base.ts';
import type { AllCampaigns } from './all-campaigns.ts';
import type { CampaignResults } from './campaign-results.ts';
import type { ArmFigures } from './compare-people.ts';

type Delimiter = ',' | ';';

const figuresHead = ['arm', 'people', 'reached', 'rate', 'orders', 'net', 'net a person'];
const beyondHead = ['goal beyond base', 'goal low', 'goal high', 'net beyond base', 'net low', 'net high', 'currency'];

/** The arms of a campaign as CSV: amounts in major units, shares of 1. */
export function armLines({ arms, currency }: CampaignResults, delimiter: Delimiter): string {
  const { figures, beyond, money } = cellsIn(currency);
  const rows = arms.map((arm) => {
    const { views, clicks, dismissals, cost, chance } = arm;
    return [...figures(arm), views, clicks, dismissals, money(cost), chance.toFixed(4), ...beyond(arm)];
  });
  const head = [...figuresHead, 'views', 'clicks', 'dismissals', 'cost', 'chance', ...beyondHead];
  return [head, ...rows].map((cells) => csvLine(cells, delimiter)).join('');
}

/** Those who see no campaign and those who see some, the same way. */
export function allLines({ arms, currency }: AllCampaigns, delimiter: Delimiter): string {
  const { figures, beyond } = cellsIn(currency);
  const rows = arms.map((arm) => [...figures(arm), ...beyond(arm)]);
  return [[...figuresHead, ...beyondHead], ...rows].map((cells) => csvLine(cells, delimiter)).join('');
}

function cellsIn(currency: string) {
  const money = (amount: number) => decimalOf({ amount: Math.round(amount), currency });
  const range = (found: Against | undefined, write: (of: number) => string) =>
    found?.isKnown ? [write(found.mean), write(found.low), write(found.high)] : ['', '', ''];
  return {
    money,
    figures: ({ arm, people, reached, rate, orders, net, perPerson }: ArmFigures) => [
      ...[arm, people, reached, rate.toFixed(6), orders, money(net), money(perPerson)],
    ],
    beyond: ({ against }: ArmFigures) => [
      ...range(against?.goal, (share) => share.toFixed(6)),
      ...range(against?.revenue, money),
      currency,
    ],
  };
}
