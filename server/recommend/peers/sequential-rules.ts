import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { addRule, eachSession, emptyRules, ruleRecommender } from './rules.ts';

const steps = 10;

/**
 * Sequential rules (Kamehkhosh et al. 2017; Ludewig and Jannach 2018, section 3.1): what came within ten steps after an item,
 * by one over the steps, asked for each of the last ten items by one over how long ago it was.
 */
export function fitSequentialRules(train: Sessions): Recommender {
  const rules = emptyRules(train.itemCount);
  eachSession(train, (session) => {
    for (let at = 1; at < session.length; at++)
      for (let step = 1; step <= Math.min(steps, at); step++)
        addRule(rules, session[at - step] ?? 0, session[at] ?? 0, 1 / step);
  });
  return ruleRecommender(rules, steps, (back) => 1 / (back + 1));
}
