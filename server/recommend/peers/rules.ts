import type { Recommender } from '../next/recommender.ts';
import { addScore, bestOf, clearScores, emptyScores } from '../next/scores.ts';
import type { Sessions } from '../next/sessions.ts';

/** What follows, or goes with, an item, and how strongly. */
export type Rules = Map<number, number>[];

/** Calls `visit` for every session's items. */
export function eachSession({ items, starts }: Sessions, visit: (session: Int32Array) => void): void {
  for (let session = 0; session + 1 < starts.length; session++)
    visit(items.subarray(starts[session], starts[session + 1]));
}

export function emptyRules(itemCount: number): Rules {
  return Array.from({ length: itemCount }, () => new Map());
}

export function addRule(rules: Rules, from: number, to: number, weight: number): void {
  const rule = rules[from];
  rule?.set(to, (rule.get(to) ?? 0) + weight);
}

/** Ranks by the rules of the items at the end of the prefix: `weightOf` the last is asked with 0, the one before it with 1. */
export function ruleRecommender(rules: Rules, window: number, weightOf: (back: number) => number): Recommender {
  const scores = emptyScores(rules.length);
  return {
    rank: (prefix, length, _time, out) => {
      clearScores(scores);
      for (let back = 0; back < Math.min(window, length); back++) {
        const weight = weightOf(back);
        for (const [to, strength] of rules[prefix[length - 1 - back] ?? -1] ?? [])
          addScore(scores, to, strength * weight);
      }
      return bestOf(scores, out);
    },
    // As typed arrays would hold it: an item and a weight.
    bytes: () => rules.reduce((sum, rule) => sum + rule.size * 8, 0),
  };
}

/** In how many sessions each item is. */
export function sessionsWith(train: Sessions): Float64Array {
  const counts = new Float64Array(train.itemCount);
  eachSession(train, (session) => {
    for (const item of new Set(session)) counts[item] = (counts[item] ?? 0) + 1;
  });
  return counts;
}
