import type { Campaign } from '../campaigns/campaign.ts';
import { sharesByWeight } from '../campaigns/prepare.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Store } from '../store/store.ts';
import { type ArmFigures, type Comparison, comparePeople } from './compare-people.ts';
import { goesWithout } from './draw-facts.ts';
import { expectedArms } from './expected-arms.ts';
import type { ShopWithResults } from './load-doings.ts';
import { loadTrial } from './load-trial.ts';

/** What was done with a variant on the page, however often by one person. */
interface Seen {
  views: number;
  clicks: number;
  dismissals: number;
}

export type ArmResults = ArmFigures & Seen & { isVariant: boolean /** Minor units. */; cost: number };

/** What a campaign brings. Money in minor units of `currency`, days of the shop's zone. */
export interface CampaignResults extends Omit<Comparison, 'arms'> {
  campaign: Pick<Campaign, 'id' | 'name' | 'state' | 'version' | 'goal' | 'split'>;
  currency: string;
  /** How much of the log is counted: less than 1 while it is read anew. */
  counted: number;
  /** Since when its arms are what they are; null where nobody was drawn since. */
  since: string | null;
  arms: ArmResults[];
  /** Of each variant in its order, from which moment (ms since 1970) it was drawn with which share, the newest first; of this version alone. */
  shares: { at: number; shares: readonly number[] }[];
  /** The arm that others are compared with. */
  base: string | null;
  /** What it has cost, with what it cost once. */
  cost: number;
  inTwoArms: number;
  earlier: number;
  /** Orders of currencies of which no rate is known for their days; they are not counted. */
  unrated: { currency: string; orders: number }[];
}

const aDay = 86_400_000;

export async function campaignResults(id: string, shop: ShopWithResults, now: number): Promise<CampaignResults> {
  const trial = await loadTrial(id, shop, now);
  const { campaign, people, doings, unrated, first, from, counted, inTwoArms, earlier } = trial;
  const arms = await inSlices(expectedArms(campaign, people, shop.campaigns.sharesOf(id)));
  const base = baseOf(campaign);
  const days = Math.max(1, (now - (first ?? now)) / aDay);
  const compared = await inSlices(comparePeople({ people, inTwoArms, doings, arms, base, days }));
  const seen = await seenOf(id, from, shop.store);
  const told = compared.arms.map((arm): ArmResults => {
    const deeds = seen.get(arm.arm) ?? { views: 0, clicks: 0, dismissals: 0 };
    return { ...arm, ...deeds, isVariant: arm.arm !== goesWithout, cost: costOf(campaign, arm, deeds) };
  });
  const { name, state, version, goal, split } = campaign;
  return {
    ...{ campaign: { id, name, state, version, goal, split }, currency: shop.shop.currency, counted },
    ...{ since: first === null ? null : from, ...compared, arms: told, base, shares: sharesOf(campaign, shop) },
    cost: campaign.cost.once + told.reduce((sum, { cost }) => sum + cost, 0),
    ...{ inTwoArms, earlier },
    unrated: [...unrated].map(([currency, orders]) => ({ currency, orders })),
  };
}

const mostShares = 200;

function sharesOf(campaign: Campaign, { campaigns }: Pick<ShopWithResults, 'campaigns'>): CampaignResults['shares'] {
  const { id, version } = campaign;
  const kept = campaigns.history(id).find((one) => one.version === version);
  const learnt = campaigns.sharesOf(id).filter((since) => since.version === version);
  return [{ at: kept?.said?.at ?? 0, shares: sharesByWeight(campaign) }, ...learnt]
    .slice(-mostShares)
    .reverse()
    .map(({ at, shares }) => ({ at, shares }));
}

/** Whoever goes without; else the variant that stands first. One variant that everyone sees is compared with nothing. */
function baseOf({ holdout, variants }: Campaign): string | null {
  if (holdout > 0) return goesWithout;
  return variants.length > 1 ? (variants.find(({ weight }) => weight > 0)?.id ?? null) : null;
}

function costOf({ cost }: Campaign, { arm, reached }: ArmFigures, { views, clicks }: Seen): number {
  return arm === goesWithout ? 0 : cost.perView * views + cost.perClick * clicks + cost.perGoal * reached;
}

async function seenOf(id: string, from: string, store: Pick<Store, 'all'>): Promise<Map<string, Seen>> {
  const rows = await store.all(
    'SELECT arm, sum(views), sum(clicks), sum(dismissals) FROM campaign_days WHERE campaign = ? AND day >= ? GROUP BY arm',
    [id, from],
  );
  return new Map(
    rows.map(([arm, views, clicks, dismissals]) => [
      String(arm),
      { views: Number(views), clicks: Number(clicks), dismissals: Number(dismissals) },
    ]),
  );
}
