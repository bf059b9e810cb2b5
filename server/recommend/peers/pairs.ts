import type { Recommender } from '../next/recommender.ts';
import { addScore, bestOf, clearScores, emptyScores } from '../next/scores.ts';
import { type Sessions, sessionCount } from '../next/sessions.ts';
import { addRule, eachSession, emptyRules, sessionsWith } from './rules.ts';

/** In how many baskets an item is, another is, both are, and how many baskets there are. */
type PairScore = (one: number, other: number, both: number, all: number) => number;

/** What is known of two items that were in one basket; `one` is asked about, `other` is recommended. */
export const pairScores = {
  confidence: (one, _other, both) => both / one,
  cosine: (one, other, both) => both / Math.sqrt(one * other),
  lift: (one, other, both, all) => (both * all) / (one * other),
  llr: logLikelihoodRatio,
} satisfies Record<string, PairScore>;

/** Sums a score of pairs over what is shown. */
export function fitPairs(train: Sessions, score: PairScore): Recommender {
  const rules = emptyRules(train.itemCount);
  const counts = sessionsWith(train);
  eachSession(train, (basket) => {
    const distinct = [...new Set(basket)];
    for (const one of distinct) for (const other of distinct) if (one !== other) addRule(rules, one, other, 1);
  });
  for (const [one, rule] of rules.entries())
    for (const [other, both] of rule)
      rule.set(other, score(counts[one] ?? 0, counts[other] ?? 0, both, sessionCount(train)));
  const scores = emptyScores(train.itemCount);
  return {
    rank: (shown, length, _time, out) => {
      clearScores(scores);
      for (let at = 0; at < length; at++)
        for (const [other, strength] of rules[shown[at] ?? -1] ?? []) addScore(scores, other, strength);
      return bestOf(scores, out);
    },
    bytes: () => rules.reduce((sum, rule) => sum + rule.size * 8, 0),
  };
}

/** Dunning 1993: G over the two-by-two table, nothing for pairs that meet less often than by chance. */
function logLikelihoodRatio(one: number, other: number, both: number, all: number): number {
  if (both * all <= one * other) return 0;
  const neither = all - one - other + both;
  return (
    2 *
    (term(both, (one * other) / all) +
      term(one - both, (one * (all - other)) / all) +
      term(other - both, ((all - one) * other) / all) +
      term(neither, ((all - one) * (all - other)) / all))
  );
}

function term(seen: number, expected: number): number {
  return seen > 0 && expected > 0 ? seen * Math.log(seen / expected) : 0;
}
