import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { openVersions, type Said, type Version } from '../store/versions.ts';
import { Campaign } from './campaign.ts';
import { type CommonBook, openCommon } from './common-book.ts';
import { type Plan, planOf, prepare } from './prepare.ts';

/** The shop's campaigns in memory, with all that they have been. */
export interface CampaignBook {
  readonly current: ReadonlyMap<string, Campaign>;
  /** Of those that run, what does not depend on who looks. */
  readonly plan: Plan;
  readonly common: CommonBook;
  history(id: string): readonly Version<Campaign>[];
  /** See `Versions.keep`. Throws a `Problem` too where the shop has too many. */
  keep(campaign: Campaign, base: number, said: Said): Promise<Campaign>;
  /** By which shares a campaign's variants are drawn from now on, sum 1; until it is kept anew. */
  learn(id: string, shares: readonly number[]): void;
}

/** Those that are archived do not count. */
const most = 400;

export async function openCampaigns(store: Pick<Store, 'all' | 'write'>): Promise<CampaignBook> {
  const parse = (body: unknown) => Campaign.parse(body);
  const versions = await openVersions(store, { name: 'campaign', parse, builtIn: [] });
  const { current, history } = versions;
  const learnt = new Map<string, readonly number[]>();
  const planNow = () => planOf([...current.values()].map((campaign) => prepare(campaign, learnt.get(campaign.id))));
  let plan = planNow();
  return {
    current,
    history,
    common: await openCommon(store),
    get plan() {
      return plan;
    },
    keep: async (campaign, base, said) => {
      const { id } = campaign;
      await versions.keep(id, campaign, base, said, () => {
        const living = [...current.values()].filter((one) => one.state !== 'archived' && one.id !== id);
        if (campaign.state !== 'archived' && living.length >= most)
          throw new Problem(409, 'too-many-campaigns', `A shop has at most ${most} campaigns; archive one first.`);
      });
      learnt.delete(id);
      plan = planNow();
      return current.get(id) ?? campaign;
    },
    learn: (id, shares) => {
      learnt.set(id, shares);
      plan = planNow();
    },
  };
}
