import { Problem } from '../problem.ts';
import type { Question } from '../questions/question.ts';
import type { Store } from '../store/store.ts';
import { openVersions, type Said, type Version } from '../store/versions.ts';
import { Campaign } from './campaign.ts';
import { type CommonBook, openCommon } from './common-book.ts';
import { type Plan, planOf, prepare } from './prepare.ts';
import { questionOf } from './survey.ts';

/** The shop's campaigns in memory, with all that they have been. */
export interface CampaignBook {
  readonly current: ReadonlyMap<string, Campaign>;
  /** Of those that run, what does not depend on who looks. */
  readonly plan: Plan;
  readonly common: CommonBook;
  /** A question of a survey, by the trait that its answer becomes. */
  question(trait: string): Question | undefined;
  history(id: string): readonly Version<Campaign>[];
  /** See `Versions.keep`. Throws a `Problem` too where the shop has too many. */
  keep(campaign: Campaign, base: number, said: Said): Promise<Campaign>;
  /** By which shares this version's variants are drawn from a moment on, sum 1. Where another version holds meanwhile nothing is learnt. */
  learn(of: Pick<Campaign, 'id' | 'version'>, shares: readonly number[], at: number): Promise<void>;
  /** All shares that it was drawn by beside its weights, the oldest first. */
  sharesOf(id: string): readonly SharesSince[];
}

/** Shares of the variants in their order, in force from a moment on (ms since 1970) while this version holds. */
export interface SharesSince {
  version: number;
  at: number;
  shares: readonly number[];
}

/** Those that are archived do not count. */
const most = 400;

export async function openCampaigns(store: Pick<Store, 'all' | 'write'>): Promise<CampaignBook> {
  const parse = (body: unknown) => Campaign.parse(body);
  const versions = await openVersions(store, { name: 'campaign', parse, builtIn: [] });
  const { current, history } = versions;
  const learnt = await learntShares(store);
  const sharesNow = ({ id, version }: Campaign) =>
    learnt.get(id)?.findLast((since) => since.version === version)?.shares;
  const planNow = () => planOf([...current.values()].map((campaign) => prepare(campaign, sharesNow(campaign))));
  let plan = planNow();
  let questions = questionsOf(current.values());
  return {
    current,
    history,
    common: await openCommon(store),
    question: (trait) => questions.get(trait),
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
      plan = planNow();
      questions = questionsOf(current.values());
      return current.get(id) ?? campaign;
    },
    learn: async ({ id, version }, shares, at) => {
      if (current.get(id)?.version !== version) return;
      await store.write([
        {
          sql: 'INSERT INTO campaign_shares (campaign, version, at, shares) VALUES (?, ?, ?, ?)',
          params: [id, version, at, JSON.stringify(shares)],
        },
      ]);
      learnt.set(id, [...(learnt.get(id) ?? []), { version, at, shares }]);
      plan = planNow();
    },
    sharesOf: (id) => learnt.get(id) ?? [],
  };
}

function questionsOf(all: Iterable<Campaign>): ReadonlyMap<string, Question> {
  const contents = [...all].flatMap(({ variants }) => variants.map(({ content }) => content));
  const asked = contents.flatMap((content) => (content.widget === 'survey' ? content.questions.map(questionOf) : []));
  return new Map(asked.map((question) => [question.key, question]));
}

async function learntShares(store: Pick<Store, 'all'>): Promise<Map<string, SharesSince[]>> {
  const found = new Map<string, SharesSince[]>();
  const rows = await store.all('SELECT campaign, version, at, shares FROM campaign_shares ORDER BY at', []);
  for (const [id, version, at, shares] of rows) {
    const since = { version: Number(version), at: Number(at), shares: JSON.parse(String(shares)) as number[] };
    found.set(String(id), [...(found.get(String(id)) ?? []), since]);
  }
  return found;
}
