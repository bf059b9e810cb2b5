import { arbitrate, type Visit } from '../campaigns/arbitrate.ts';
import { isHeldOut } from '../campaigns/arms.ts';
import { usualCommon } from '../campaigns/common.ts';
import { localTimeIn } from '../campaigns/local-time.ts';
import { planOf, prepare } from '../campaigns/prepare.ts';
import { decisionOf, drawnIn, shownBy } from '../campaigns/shown.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { placeOf } from '../hash.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import { type OrderLine, orderEvents } from '../orders/orders.ts';
import { type DemoTime, demoExperiments, demoGoalDays, thanks, wording } from './demo-experiments.ts';

const second = 1_000;
const day = 86_400_000;

/** Of those who saw that their next delivery is free, and would have come back after the goal's days alone, so many come within them. */
const sooner = 0.25;
const mayOpen = 0.2;

interface Met {
  at: number;
  sawOffer: boolean;
  cameBack: boolean;
}

/**
 * What the demo shop's books say, as it would have been with two campaigns: whoever orders while they run stands on the page of thanks
 * for the first time, and is drawn into their arms as every visitor is. The first one has an effect, which is put in here and nowhere else: of those who
 * have seen it some, by a hash of their number, have their next order put forward. Nothing is put in for the second one.
 */
export function demoReplay(time: DemoTime) {
  const { campaigns, from, until } = demoExperiments(time);
  const plan = planOf(campaigns.map((campaign) => prepare(campaign)));
  const running = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const localTime = localTimeIn(time.timeZone);
  const everyone = new Map<string, Met>();

  return (lines: readonly OrderLine[], catalog: Catalog): LogEvent[] => {
    const [first] = lines;
    const isOrder = lines.some(({ quantity }) => quantity > 0);
    if (!first?.customer_id || !isOrder) return orderEvents(lines, catalog);
    const { customer_id: customer, time: ordered } = first;
    const met = everyone.get(customer);
    if (met) {
      const since = ordered - met.at;
      const comesSooner = met.sawOffer && !met.cameBack && since >= demoGoalDays * day && isSooner(customer);
      if (since >= 0) met.cameBack = true;
      if (!comesSooner) return orderEvents(lines, catalog);
      const forward = met.at + Math.round((1 + placeOf(`when\n${customer}`) * (demoGoalDays - 2)) * day);
      return orderEvents(
        lines.map((line) => ({ ...line, time: forward })),
        catalog,
      );
    }
    if (ordered < from || ordered >= until) return orderEvents(lines, catalog);
    const visit = visitAfter(first);
    everyone.set(customer, { at: visit.at, sawOffer: visit.sawOffer, cameBack: false });
    return [...orderEvents(lines, catalog), ...visit.events];
  };

  /** The page of thanks, a minute after the order: who they are, what was decided, and what they saw of it. */
  function visitAfter({ customer_id: customer, customer_name, time }: OrderLine) {
    const visitor = `replayed-${customer}`;
    const at = time + 60 * second;
    const page = { id: `thanks-${customer}`, path: '/shop/thanks' };
    const about = { visitor, page, simulated: true as const };
    const { slots } = arbitrate([thanks.slot, wording.slot], plan, visitOf(visitor, at));
    const receipts = [...slots].map(([slot, placed], place): Receipt => {
      const id = decisionOf(`${page.id}.${place}`, placed);
      return {
        ...{ id, slot, widget: placed.chosen ? 'message' : '', rung: 'profile', consent: agreed, recipe: null },
        ...{ inputs: {}, steps: [], shown: [], arm: 'only', propensity: 1, ...drawnIn(placed) },
      };
    });
    const seen = receipts.flatMap(({ id, slot }) => {
      const shown = shownBy(id, running);
      return shown ? [{ shown, params: { decision: id, slot } }] : [];
    });
    const identity = { customer, ...(customer_name && { name: customer_name }), evidence: 'import' as const };
    const events: LogEvent[] = [
      { ...about, id: `${page.id}.1`, at: at - second, name: 'login', consent: agreed, identity },
      { ...about, id: `${page.id}.2`, at, name: 'page_view', consent: agreed },
      { ...about, id: `${page.id}.3`, at, name: 'decision', receipts },
      ...seen.map((of, place) => ({ ...about, ...of, id: `${page.id}.4${place}`, at: at + second, name: 'slot_view' })),
      ...seen
        .filter(({ shown }) => placeOf(`open\n${shown.campaign}\n${customer}`) < mayOpen)
        .map((of, place) => ({
          ...{ ...about, ...of, id: `${page.id}.5${place}`, at: at + 5 * second, name: 'slot_click' },
        })),
    ];
    return { at, events, sawOffer: seen.some(({ shown }) => shown.campaign === thanks.id) };
  }

  function visitOf(name: string, at: number): Visit {
    const { holdout, budget } = usualCommon;
    return {
      ...{ name, now: at, local: localTime(at), since: at, path: '/shop/thanks', product: null, rung: 'profile' },
      ...{
        belongs: () => true,
        exposure: () => null,
        hasCode: () => false,
        canAsk: () => false,
        past: [],
        budget,
        hasTrouble: false,
      },
      ...{ isHeldOut: isHeldOut(name, holdout), heldOut: holdout / 100 },
    };
  }
}

const agreed = { statistics: true, personalisation: true, marketing: true, source: 'api' as const };

const isSooner = (customer: string) => placeOf(`sooner\n${customer}`) < sooner;
