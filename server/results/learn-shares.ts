import type { Campaign } from '../campaigns/campaign.ts';
import { sharesByWeight } from '../campaigns/prepare.ts';
import { beliefInShare, winning } from '../experiments/chance-to-win.ts';
import { thompsonShares } from '../experiments/thompson.ts';
import { campaignResults } from './campaign-results.ts';
import type { ArmFigures } from './compare-people.ts';
import type { ShopWithResults } from './load-doings.ts';

/** What has moved by less is not worth a line of history. */
const hardly = 0.01;

/** True where its variants are drawn as they are believed to be the best. */
export function isLearning({ state, split, variants }: Campaign): boolean {
  return state === 'running' && split.by === 'thompson' && variants.filter(({ weight }) => weight > 0).length > 1;
}

/** Draws the variants of a campaign from now on by what is known of them. */
export async function learnShares(id: string, shop: ShopWithResults, now: number): Promise<void> {
  const { campaigns } = shop;
  const campaign = campaigns.current.get(id);
  if (!campaign || !isLearning(campaign)) return;
  const { arms, counted } = await campaignResults(id, shop, now);
  // A part of the log would tell of some arms later than of others.
  if (counted < 1) return;
  const shares = sharesFor(campaign, arms);
  const before = campaigns.sharesOf(id).findLast(({ version }) => version === campaign.version)?.shares;
  const [was, is] = [before ?? sharesByWeight(campaign), shares];
  if (is.some((share, place) => Math.abs(share - (was[place] ?? 0)) >= hardly))
    await campaigns.learn(campaign, shares, now);
}

/** Of each variant in its order, sum 1. What has no weight gets none. */
export function sharesFor(
  { split, variants }: Pick<Campaign, 'split' | 'variants'>,
  arms: readonly Pick<ArmFigures, 'arm' | 'worth' | 'rate'>[],
): number[] {
  const floor = split.by === 'thompson' ? split.floor / 100 : 0;
  const drawn = variants.filter(({ weight }) => weight > 0);
  const beliefs = drawn.map(({ id }) => {
    const { worth = 0, rate = 0 } = arms.find(({ arm }) => arm === id) ?? {};
    return beliefInShare({ visitors: worth, active: worth * rate });
  });
  const shares = thompsonShares(
    winning(beliefs).map(({ chance }) => chance),
    floor,
  );
  return variants.map(({ id }) => round(shares[drawn.findIndex((one) => one.id === id)] ?? 0));
}

const round = (share: number) => Math.round(share * 1e4) / 1e4;
