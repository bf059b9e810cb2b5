import type { OpenShop } from '../collect/open-shop.ts';
import { type Period, salesWithin } from '../earnings/credits.ts';
import { knownFor } from '../earnings/load-evidence.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Marks } from './mark-book.ts';
import { peopleIn, type TurnPeople } from './turn.ts';

/** What people bought, minor units of the shop's currency, less what came back. */
export interface Bought {
  /** person -> when last, ms since 1970. */
  people: Map<string, number>;
  orders: number;
  net: number;
}

/** Who took part in a period, with whose each mark is. */
export interface PeriodPeople {
  marks: Marks;
  people: TurnPeople;
}

export async function loadPeople(period: Period, { loop }: Pick<OpenShop, 'loop'>): Promise<PeriodPeople> {
  const marks = await loop.read(period);
  return { marks, people: await inSlices(peopleIn(marks)) };
}

/** What was bought in a period, of that what by people for whom something had been chosen before in it, and what is in neither. */
export async function loadBought(
  { from, to }: Period,
  { marks: { persons }, people: { placeOf, first } }: PeriodPeople,
  shop: Pick<OpenShop, 'shop' | 'store' | 'sales'>,
): Promise<{ all: Bought; after: Bought; unrated: number }> {
  const sold = await shop.sales.read();
  const known = await knownFor(sold, shop);
  const [all, after] = [nothing(), nothing()];
  const chosenBefore = (person: string, at: number) => {
    const place = placeOf[persons.known(person)] ?? -1;
    return place >= 0 && (first.chosen[place] ?? at + 1) <= at;
  };
  const unrated = await inSlices(
    salesWithin(sold, { from, to, known }, ({ person, at, net, counts }) => {
      for (const bought of chosenBefore(person, at) ? [all, after] : [all]) {
        bought.net += net;
        if (!counts) continue;
        bought.orders++;
        bought.people.set(person, Math.max(at, bought.people.get(person) ?? 0));
      }
    }),
  );
  return { all, after, unrated: [...unrated.values()].reduce((sum, count) => sum + count, 0) };
}

const nothing = (): Bought => ({ people: new Map(), orders: 0, net: 0 });

/** The same number of days before. */
export function periodBefore({ from, to }: Period): Period {
  const days = dayCode(to) - dayCode(from) + 1;
  return { from: dayText(dayCode(from) - days), to: dayText(dayCode(from) - 1) };
}
