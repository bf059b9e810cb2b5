import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { addRule, eachSession, emptyRules, ruleRecommender } from './rules.ts';

/** First-order Markov chain: what came right after the last item. */
export function fitMarkov(train: Sessions): Recommender {
  const rules = emptyRules(train.itemCount);
  eachSession(train, (session) => {
    for (let at = 1; at < session.length; at++) addRule(rules, session[at - 1] ?? 0, session[at] ?? 0, 1);
  });
  return ruleRecommender(rules, 1, () => 1);
}
