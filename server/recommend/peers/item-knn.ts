import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { addRule, eachSession, emptyRules, ruleRecommender, sessionsWith } from './rules.ts';

/** Keeps pairs that were seen once or twice below those that were seen often (session-rec's default). */
const shrinkage = 20;

/** Items whose sessions are most like the last item's: cosine, shrunk (Hidasi et al. 2016, section 4). */
export function fitItemKnn(train: Sessions): Recommender {
  const rules = emptyRules(train.itemCount);
  const counts = sessionsWith(train);
  eachSession(train, (session) => {
    const distinct = [...new Set(session)];
    for (const from of distinct) for (const to of distinct) if (from !== to) addRule(rules, from, to, 1);
  });
  for (const [from, rule] of rules.entries())
    for (const [to, together] of rule)
      rule.set(to, together / (Math.sqrt((counts[from] ?? 0) + shrinkage) * Math.sqrt((counts[to] ?? 0) + shrinkage)));
  return ruleRecommender(rules, 1, () => 1);
}
