import type { OpenShop } from '../collect/open-shop.ts';
import { forecastOf } from '../customers/forecast-of.ts';
import type { GroupName, Scores } from '../customers/groups.ts';
import { scalesOf, standingOf } from '../customers/standing.ts';
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
  } | null;
  /** That an order follows in the visit that is under way; null where there is none. */
  session: Chances | null;
  model: { at: number | null; customers: number };
}

const day = 86_400_000;
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
