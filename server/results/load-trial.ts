import type { Campaign } from '../campaigns/campaign.ts';
import { dayIn } from '../day-in.ts';
import type { Unrated } from '../earnings/credits.ts';
import { Problem } from '../problem.ts';
import type { Doing } from './doings.ts';
import { loadDoings, type ShopWithResults } from './load-doings.ts';
import { drawnFor } from './load-people.ts';
import type { DrawnPeople } from './people.ts';
import { trialSince } from './trial.ts';

/** Who was drawn for a campaign since its arms are what they are, and what they did. */
export interface Trial extends DrawnPeople {
  campaign: Campaign;
  doings: ReadonlyMap<string, Doing>;
  unrated: Unrated;
  /** Of the first draw, ms since 1970; null where nobody was drawn. */
  first: number | null;
  /** The day of the first draw by the shop's zone, today where there is none. */
  from: string;
  /** How much of the log is counted. */
  counted: number;
}

/** Throws a `Problem` where there is no such campaign. */
export async function loadTrial(id: string, shop: ShopWithResults, now: number): Promise<Trial> {
  const campaign = shop.campaigns.current.get(id);
  if (!campaign) throw new Problem(404, 'unknown-campaign', `There is no campaign "${id}".`);
  await shop.save();
  const counted = await shop.results.refreshed();
  const dayOf = dayIn(shop.shop.timeZone);
  const drawn = await drawnFor(id, trialSince(shop.campaigns.history(id)), shop.store);
  const first = firstOf(drawn);
  const from = dayOf(first ?? now);
  const { event, days } = campaign.goal;
  const asked = { campaign: id, event, days, from, to: dayOf(now) };
  return { ...drawn, campaign, first, from, counted, ...(await loadDoings(drawn.people, asked, shop)) };
}

function firstOf({ people }: DrawnPeople): number | null {
  let first: number | null = null;
  for (const { at } of people.values()) if (first === null || at < first) first = at;
  return first;
}
