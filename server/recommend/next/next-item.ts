import { type CandidateSettings, candidatesFrom } from './candidates.ts';
import type { LinearSettings } from './linear-settings.ts';
import type { LinearWeights } from './local-linear.ts';
import { type Ranker, scoreCandidates } from './ranker.ts';
import type { Recommender } from './recommender.ts';
import { addSession, bytesOfIndex, type SessionIndex } from './session-index.ts';

/** What a shop's model is: plain columns, and the settings that its own log chose. */
export interface NextItemModel {
  index: SessionIndex;
  linear: LinearWeights;
  linearSettings: LinearSettings;
  settings: CandidateSettings;
  ranker: Ranker;
}

/** Candidates that the ranker orders. */
export const mostCandidates = 100;

/** Asks the model: nearest-neighbour sessions and a sparse linear model bring candidates, a small ranker orders them. */
export function askNextItem({ index, linear, settings, ranker }: NextItemModel): Recommender {
  const candidates = candidatesFrom(index, linear, settings, mostCandidates);
  const scores = new Float64Array(mostCandidates);
  return {
    rank: (prefix, length, time, out) => {
      const found = candidates.find(prefix, length, time);
      scoreCandidates(ranker, candidates.features, found, scores);
      const kept = Math.min(found, out.length);
      for (let place = 0; place < kept; place++) {
        let best = -1;
        for (let at = 0; at < found; at++)
          if ((scores[at] ?? 0) > (best < 0 ? Number.NEGATIVE_INFINITY : (scores[best] ?? 0))) best = at;
        out[place] = candidates.items[best] ?? 0;
        scores[best] = Number.NEGATIVE_INFINITY;
      }
      return kept;
    },
    learn: (session, time) => {
      addSession(index, session, time);
    },
    bytes: () =>
      bytesOfIndex(index) +
      linear.targets.byteLength +
      linear.weights.byteLength +
      linear.sizes.byteLength +
      ranker.weights.byteLength,
  };
}
