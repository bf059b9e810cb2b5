import type { OpenShop } from '../collect/open-shop.ts';
import { day } from '../customers/clocks.ts';
import { dueAgain } from '../customers/due-again.ts';
import { forecastOf } from '../customers/forecast-of.ts';
import type { GroupName, Scores } from '../customers/groups.ts';
import { scalesOf, standingOf } from '../customers/standing.ts';
import { latestOrders } from '../orders/read-orders.ts';
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
          next: dueAgain(current.clocks.orders, customer.orders, now),
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

/** Orders that are looked at for what was bought in them. */
const mostOrders = 50;
const mostProducts = 5;
/** Days: what is due later is not soon. */
const soon = 60;

async function productsDue(
  visitors: readonly string[],
  { store, catalog, customers }: OpenShop,
  now: number,
): Promise<DueAgain[]> {
  const bought = new Map<string, { at: number }[]>();
  for (const { at, status, lines } of await latestOrders(visitors, store, mostOrders)) {
    if (status === 'cancelled') continue;
    for (const { id, quantity, returned } of lines)
      if (quantity > returned) bought.set(id, [...(bought.get(id) ?? []), { at }]);
  }
  const { clocks } = customers.models.current;
  return [...bought]
    .map(([id, times]) => ({
      ...{ id, name: catalog.get(id)?.name ?? null, times: times.length },
      due: dueAgain(clocks.product(id), times, now),
    }))
    .filter(({ due }) => due.days <= soon)
    .sort((a, b) => a.due.days - b.due.days)
    .slice(0, mostProducts);
}
