import type { OpenShop } from '../collect/open-shop.ts';
import { type Period, salesWithin } from '../earnings/credits.ts';
import { knownFor } from '../earnings/load-evidence.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import { readMarks } from './read-marks.ts';
import { countTurn, type TurnCount } from './turn.ts';

/** What people bought, minor units of the shop's currency, less what came back. */
export interface Bought {
  /** person -> when last, ms since 1970. */
  people: Map<string, number>;
  orders: number;
  net: number;
}

/** Who took part in a period. */
export async function loadTurn(period: Period, { store }: Pick<OpenShop, 'store'>): Promise<TurnCount> {
  const count = countTurn();
  await readMarks(period, store, count.add);
  return count;
}

/** What was bought in a period, of that what by people for whom something had been chosen before in it, and what is in neither. */
export async function loadBought(
  { from, to }: Period,
  people: TurnCount['people'],
  shop: Pick<OpenShop, 'shop' | 'store' | 'sales' | 'catalog'>,
): Promise<{ all: Bought; after: Bought; unrated: number }> {
  const sold = await shop.sales.read();
  const known = await knownFor(sold, shop);
  const [all, after] = [nothing(), nothing()];
  const unrated = await inSlices(
    salesWithin(sold, { from, to, known }, ({ person, at, net, counts }) => {
      const chosen = people.get(person)?.chosen;
      for (const bought of chosen && chosen[0] <= at ? [all, after] : [all]) {
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
