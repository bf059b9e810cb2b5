import { and, asc, eq } from 'drizzle-orm';
import { type Channel, channels } from '../acquisition/channel.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { type CostTerms, costBases } from './cost-rule.ts';
import { costRules } from './table.ts';

/** What a rule says, with who said so and when (ms). */
export interface KeptTerms extends CostTerms {
  by: string;
  at: number;
}

const most = 40;
/** Days on which one rule may have been changed. */
const mostTerms = 200;

/** The merchant's rules with all that they ever said, in the order of their days. */
export async function readRules({ db }: Pick<Store, 'db'>): Promise<KeptTerms[]> {
  const rows = await db.select().from(costRules).orderBy(asc(costRules.since), asc(costRules.rule));
  return rows.flatMap((row) => {
    const per = costBases.find((base) => base === row.per);
    return per ? [{ ...row, per, channel: channelIn(row.channel) }] : [];
  });
}

/** What the rule says from that day on; in place of what it said of the same day before. Throws a `Problem` where there are too many. */
export async function keepTerms(terms: KeptTerms, store: Pick<Store, 'db'>): Promise<void> {
  const all = await readRules(store);
  const others = new Set(all.filter(({ rule }) => rule !== terms.rule).map(({ rule }) => rule));
  if (others.size >= most) throw new Problem(409, 'too-many-rules', `A shop has at most ${most} rules of costs.`);
  if (all.filter(({ rule }) => rule === terms.rule).length >= mostTerms)
    throw new Problem(409, 'too-many-terms', `A rule was changed on ${mostTerms} days; add another one.`);
  const { rule, since, ...said } = terms;
  await store.db
    .insert(costRules)
    .values(terms)
    .onConflictDoUpdate({ target: [costRules.rule, costRules.since], set: said });
}

/** Takes back what a rule says from a day on, as if it had never been said; without a day the whole rule. */
export async function dropTerms(rule: string, since: string | null, { db }: Pick<Store, 'db'>): Promise<void> {
  const ofRule = eq(costRules.rule, rule);
  await db.delete(costRules).where(since === null ? ofRule : and(ofRule, eq(costRules.since, since)));
}

function channelIn(text: string | null): Channel | null {
  return channels.find((channel) => channel === text) ?? null;
}
