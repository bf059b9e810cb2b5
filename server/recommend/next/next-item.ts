import { type CandidateSettings, candidatesFrom } from './candidates.ts';
import type { LinearSettings } from './linear-settings.ts';
import type { LinearWeights } from './local-linear.ts';
import { type Ranker, scoreCandidates, takeBest } from './ranker.ts';
import type { Recommender } from './recommender.ts';
import { addScore, bestOf, emptyScores } from './scores.ts';
import { addSession, bytesOfIndex, isInRing, isKept, type SessionIndex } from './session-index.ts';

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

/** What is popular is known so far. */
const mostPopular = 200;

/** Asks the model: nearest-neighbour sessions and a sparse linear model bring candidates, a small ranker orders them. */
export function askNextItem({ index, linear, settings, ranker }: NextItemModel): Recommender {
  const candidates = candidatesFrom(index, linear, settings);
  const scores = new Float64Array(settings.most);
  const popular = popularIn(index);
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

/** What most of the newest sessions had: a twentieth of all, so that it is what is wanted now. */
function popularIn(index: SessionIndex): Int32Array {
  const counts = emptyScores(index.itemCount);
  const { items, starts, lengths } = index;
  let left = Math.max(10_000, index.written / 20);
  for (let session = index.sessions - 1; left > 0 && isInRing(index, session); session--) {
    if (!isKept(index, session)) continue;
    const at = session & (starts.length - 1);
    const start = starts[at] ?? 0;
    for (let step = 0; step < (lengths[at] ?? 0); step++)
      addScore(counts, items[(start + step) & (items.length - 1)] ?? 0, 1);
    left -= lengths[at] ?? 0;
  }
  const best = new Int32Array(mostPopular);
  return best.subarray(0, bestOf(counts, best));
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
