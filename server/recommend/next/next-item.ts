import { type CandidateSettings, candidatesFrom } from './candidates.ts';
import type { LinearSettings } from './linear-settings.ts';
import type { LinearWeights } from './local-linear.ts';
import { alwaysAmong, popularIn } from './popular-items.ts';
import { type Ranker, scoreCandidates, takeBest } from './ranker.ts';
import type { Recommender } from './recommender.ts';
import { addSession, bytesOfIndex, type SessionIndex } from './session-index.ts';

/** What a shop's model is: plain columns, and the settings that its own log chose. */
export interface NextItemModel extends Fitted {
  index: SessionIndex;
}

/** What a fit leaves behind: sessions come and go beside it. */
export interface Fitted {
  linear: LinearWeights;
  linearSettings: LinearSettings;
  settings: CandidateSettings;
  ranker: Ranker;
}

/** Asks the model: nearest-neighbour sessions and a sparse linear model bring candidates, a small ranker orders them. */
export function askNextItem({ index, linear, settings, ranker }: NextItemModel): Recommender {
  const popular = popularIn(index);
  const candidates = candidatesFrom(index, linear, settings, alwaysAmong(popular));
  const scores = new Float64Array(settings.most);
  return {
    rank: (prefix, length, time, out) => {
      const found = candidates.find(prefix, length, time);
      scoreCandidates(ranker, candidates.features, found, scores);
      const kept = Math.min(found, out.length);
      for (let place = 0; place < kept; place++) out[place] = candidates.items[takeBest(scores, found)] ?? 0;
      return fillUp(out, kept, popular);
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

/** Where nothing more is known, what is popular takes the places that are left. */
function fillUp(out: Int32Array, from: number, popular: Int32Array): number {
  let size = from;
  for (let place = 0; place < popular.length && size < out.length; place++) {
    const item = popular[place] ?? 0;
    if (!out.subarray(0, from).includes(item)) out[size++] = item;
  }
  return size;
}
