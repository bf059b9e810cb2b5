import type { OpenShop } from '../collect/open-shop.ts';
import { dueAgain } from '../customers/due-again.ts';
import { forecastOf } from '../customers/forecast-of.ts';
import type { GroupName, Scores } from '../customers/groups.ts';
import { scalesOf, standingOf } from '../customers/standing.ts';
import { day } from '../customers/waits.ts';
import type { Due } from '../predict/clock.ts';
import type { Forecast } from '../predict/forecast.ts';
import type { Chances } from '../predict/online-logistic.ts';

/** Where a person stands among the shop's customers, and what is expected of them. Amounts in minor units of its currency. */
export interface Worth {
  group: GroupName;
  /** Null for someone without an order that was kept. */
  customer: {
    scores: Scores;
    /** Since the last order. */
    days: number;
    orders: number;
    net: number;
    forecast: Forecast;
    /** Where they stood so many days before; the nearest first. */
    before: { days: number; group: GroupName }[];
    /** When the next order is due. */
    next: Due;
    /** What they may need again soon, the soonest first. */
    again: DueAgain[];
  } | null;
  /** That an order follows in the visit that is under way; null where there is none. */
  session: Chances | null;
  model: { at: number | null; customers: number };
}

export interface DueAgain {
  id: string;
  name: string | null;
  /** How often this person bought it. */
  times: number;
  due: Due;
}

const looksBack = [30, 90, 365];

/** `now` in ms. */
export async function worthOf(id: string, shop: OpenShop, now: number): Promise<Worth> {
  const { people, customers, sessions, save } = shop;
  await save();
  const { id: person, visitors } = await people.of(id);
  const all = await customers.all();
  const customer = all.find((one) => one.person === person);
  const { current } = customers.models;
  const standing = customer && standingOf(customer, now, scalesOf(all, now));
  const session = [...visitors.keys()].map((visitor) => sessions.of(visitor, now)).find((chance) => chance !== null);
  return {
    group: standing?.group ?? 'prospects',
    customer: standing
      ? {
          ...standing,
          next: dueAgain(current.clock, customer.orders, now),
          again: await productsDue([...visitors.keys()], shop, now),
          forecast: forecastOf(customer, current, now),
          before: looksBack.map((days) => {
            const at = now - days * day;
            return { days, group: standingOf(customer, at, scalesOf(all, at))?.group ?? 'prospects' };
          }),
        }
      : null,
    session: session ?? null,
    model: { at: current.at, customers: current.customers },
  };
}

const mostProducts = 5;
/** Days: what is due later is not soon. */
const soon = 60;

async function productsDue(
  visitors: readonly string[],
  { catalog, customers }: OpenShop,
  now: number,
): Promise<DueAgain[]> {
  const bought = await customers.bought.of(visitors);
  const clocks = customers.productClocks.current;
  return [...bought]
    .map(([id, times]) => ({
      ...{ id, name: catalog.get(id)?.name ?? null, times: times.length },
      due: dueAgain(clocks.product(id), times, now),
    }))
    .filter(({ due }) => due.days <= soon)
    .sort((a, b) => a.due.days - b.due.days)
    .slice(0, mostProducts);
}
