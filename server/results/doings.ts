import { eachOf } from '../earnings/each-of.ts';
import type { Draw } from './people.ts';

/** What one person did within the campaign's time for its goal; and before the draw, as long as `before` says. */
export interface Doing {
  reached: boolean;
  orders: number;
  /** Minor units, less what came back. */
  net: number;
  netBefore: number;
  ordersBefore: number;
}

/** What somebody bought. */
export interface Purchase {
  person: string;
  at: number;
  net: number;
  /** Neither cancelled nor a mere return. */
  counts: boolean;
}

interface Window {
  /** Days from the draw on in which what is done counts; and days before it, by which people are told apart. */
  days: number;
  daysBefore: number;
}

const day = 86_400_000;

/**
 * What the people did who were drawn. `goals`: when which person reached what is no purchase; null where an order is the goal. Yields
 * between some purchases.
 */
export function* doingsOf(
  people: ReadonlyMap<string, Draw>,
  purchases: readonly Purchase[],
  goals: readonly { person: string; at: number }[] | null,
  { days, daysBefore }: Window,
): Generator<void, Map<string, Doing>> {
  const found = new Map<string, Doing>();
  const doingOf = (person: string) => {
    const known = found.get(person) ?? { reached: false, orders: 0, net: 0, netBefore: 0, ordersBefore: 0 };
    found.set(person, known);
    return known;
  };
  const isWithin = (since: number) => since >= 0 && since < days * day;
  yield* eachOf(purchases, ({ person, at, net, counts }) => {
    const draw = people.get(person);
    if (!draw) return;
    const since = at - draw.at;
    if (isWithin(since)) {
      const doing = doingOf(person);
      doing.net += net;
      if (counts) doing.orders++;
      if (counts && goals === null) doing.reached = true;
    } else if (since < 0 && since >= -daysBefore * day) {
      const doing = doingOf(person);
      doing.netBefore += net;
      if (counts) doing.ordersBefore++;
    }
  });
  yield* eachOf(goals ?? [], ({ person, at }) => {
    const draw = people.get(person);
    if (draw && isWithin(at - draw.at)) doingOf(person).reached = true;
  });
  return found;
}
