import { type BgNbd, chanceAlive, expectedPurchases } from '../predict/bg-nbd.ts';
import type { Clock } from '../predict/clock.ts';
import { expectedSpending, type GammaGamma } from '../predict/gamma-gamma.ts';
import { dueAgain } from './due-again.ts';
import type { GroupName } from './groups.ts';
import type { CustomerOrder } from './load-customers.ts';
import { type Scales, standingOf } from './standing.ts';
import { knownOf } from './value-model.ts';
import { day } from './waits.ts';

/** The shop's models as they stand for one day. */
export interface DayModels {
  /** UTC days since 1970. */
  day: number;
  /** Orders that the shop had when they were fitted. */
  orders: number;
  repeats: BgNbd;
  spending: GammaGamma;
  clock: Clock;
  scales: Scales;
}

/** What is expected of somebody at the end of the models' day. */
export interface Outlook {
  group: GroupName;
  /** Whole percent: that they will ever buy again. The rest is null for someone without an order that was kept. */
  alive: number | null;
  /** In the next 90 days, to hundredths of an order. */
  orders: number | null;
  /** In the next 90 days, minor units of the shop's currency. */
  value: number | null;
  /** Whole days until half of such people have ordered again. */
  nextIn: number | null;
}

const weeks = 90 / 7;

/** `orders`: oldest first. One that is later than the models' day moves the moment of which it is said. */
export function outlookOf(orders: readonly CustomerOrder[], models: DayModels): Outlook {
  const at = Math.max((models.day + 1) * day, orders.at(-1)?.at ?? 0);
  const standing = standingOf({ orders }, at, models.scales);
  if (!standing) return { group: 'prospects', alive: null, orders: null, value: null, nextIn: null };
  const { repeats, spending } = knownOf({ orders }, at);
  const expected = expectedPurchases(models.repeats, repeats, weeks);
  return {
    group: standing.group,
    alive: Math.round(100 * chanceAlive(models.repeats, repeats)),
    orders: Math.round(100 * expected) / 100,
    value: Math.round(expected * expectedSpending(models.spending, spending)),
    nextIn: Math.round(dueAgain(models.clock, orders, at).days),
  };
}
