import type { OpenShop } from '../collect/open-shop.ts';
import { salesWithin, type Unrated } from '../earnings/credits.ts';
import { knownFor } from '../earnings/load-evidence.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Store } from '../store/store.ts';
import { type Doing, doingsOf, type Purchase } from './doings.ts';
import type { Draw } from './people.ts';

export type ShopWithResults = Pick<OpenShop, 'shop' | 'store' | 'save' | 'sales' | 'results' | 'campaigns'>;

interface Asked {
  /** Null for all of them. */
  campaign: string | null;
  /** What is to be reached; an order that stands is `purchase`, and an `answer` is one to this campaign. */
  event: string;
  /** Days after the draw in which it counts. */
  days: number;
  /** Days of the shop's zone: of the first draw, and the last to be looked at. */
  from: string;
  to: string;
}

/** By what people did in so many days before the draw they are told apart. */
const daysBefore = 90;
/** People who are asked for together. */
const chunk = 2_000;

/** What those did who were drawn, and the orders of days without a rate of their currency, which are in none of it. */
export async function loadDoings(
  people: ReadonlyMap<string, Draw>,
  { campaign, event, days, from, to }: Asked,
  shop: ShopWithResults,
): Promise<{ doings: Map<string, Doing>; unrated: Unrated }> {
  const purchases: Purchase[] = [];
  const sold = await shop.sales.read();
  const known = await knownFor(sold, shop);
  const since = dayText(dayCode(from) - daysBefore - 1);
  const unrated = await inSlices(
    salesWithin(sold, { from: since, to, known }, ({ person, at, net, counts }) => {
      if (people.has(person)) purchases.push({ person, at, net, counts });
    }),
  );
  const goals = event === 'purchase' ? null : await goalsOf({ campaign, event }, people, shop.store);
  return { doings: await inSlices(doingsOf(people, purchases, goals, { days, daysBefore })), unrated };
}

/** When these people did this, on any of their devices. */
async function goalsOf(
  { campaign, event }: Pick<Asked, 'campaign' | 'event'>,
  people: ReadonlyMap<string, Draw>,
  store: Pick<Store, 'all'>,
): Promise<{ person: string; at: number }[]> {
  const all = [...people.values()];
  const found: { person: string; at: number }[] = [];
  for (let from = 0; from < all.length; from += chunk) {
    const some = all.slice(from, from + chunk);
    const since = some.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
    const rows = await store.all(goalsSql, [JSON.stringify(some.map(({ person }) => person)), since, event, campaign]);
    for (const [person, at] of rows) found.push({ person: String(person), at: Number(at) });
  }
  return found;
}

const goalsSql =
  'WITH some AS (SELECT value AS person FROM json_each(?1)), ' +
  'devices AS (SELECT person, person AS visitor FROM some ' +
  'UNION SELECT profiles.person, profiles.visitor FROM some JOIN profiles ON profiles.person = some.person) ' +
  'SELECT devices.person, log.at FROM devices JOIN log ON log.visitor = devices.visitor AND log.at >= ?2 WHERE log.name = ?3 ' +
  "AND (?3 <> 'answer' OR log.body ->> '$.shown.campaign' = ?4)";
