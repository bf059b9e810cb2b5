import { usualCommon } from '../campaigns/common.ts';
import { dayIn } from '../day-in.ts';
import { inSlices } from '../profit/in-slices.ts';
import { type Comparison, comparePeople } from './compare-people.ts';
import { loadDoings, type ShopWithResults } from './load-doings.ts';
import { drawnForAny } from './load-people.ts';

/** What all campaigns bring together, by those who see none: arms `held` and `met`. Money in minor units of `currency`. */
export interface AllCampaigns extends Comparison {
  currency: string;
  counted: number;
  /** Percent of all people who see no campaign. */
  share: number;
  /** A day of the shop's zone: of the first draw; null where nobody was drawn. */
  since: string | null;
  inTwoArms: number;
}

const aDay = 86_400_000;
/** People count who met their first campaign within so many days; and what they buy within so many days of that. */
const reach = 90;
const days = 30;

export async function allCampaigns(shop: ShopWithResults, now: number): Promise<AllCampaigns> {
  await shop.save();
  const counted = await shop.results.refreshed();
  const dayOf = dayIn(shop.shop.timeZone);
  const drawn = await drawnForAny(Math.max(now - reach * aDay, await sharedSince(shop)), shop.store);
  const first = [...drawn.people.values()].reduce((least, { at }) => Math.min(least, at), now);
  const asked = { campaign: null, event: 'purchase', days, from: dayOf(first), to: dayOf(now) };
  const { doings } = await loadDoings(drawn.people, asked, shop);
  const share = shop.campaigns.common.current.holdout;
  const arms = [
    { arm: 'held', expected: share },
    { arm: 'met', expected: 100 - share },
  ];
  const time = Math.max(1, (now - first) / aDay);
  return {
    ...{ currency: shop.shop.currency, counted, share, inTwoArms: drawn.inTwoArms },
    since: drawn.people.size === 0 ? null : dayOf(first),
    ...(await inSlices(comparePeople({ ...drawn, doings, arms, base: 'held', days: time }))),
  };
}

/** Since when the share of those who see no campaign is what it is. */
async function sharedSince({ campaigns: { common } }: ShopWithResults): Promise<number> {
  const history = await common.history();
  const before = history.findIndex(({ chosen }) => chosen.holdout !== common.current.holdout);
  const isUsual = before < 0 && common.current.holdout === usualCommon.holdout;
  const first = before < 0 ? history.at(-1) : history[before - 1];
  return isUsual ? 0 : (first?.at ?? 0);
}
