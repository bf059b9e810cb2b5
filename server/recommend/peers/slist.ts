import type { LinearSettings } from '../next/linear-settings.ts';
import { fitLinear, type LinearWeights } from '../next/local-linear.ts';
import type { Recommender } from '../next/recommender.ts';
import { addScore, bestOf, clearScores, emptyScores } from '../next/scores.ts';
import { indexOf } from '../next/session-index.ts';
import type { Sessions } from '../next/sessions.ts';

const room = 256;
const always = Number.POSITIVE_INFINITY;

/** SLIST (Choi et al. 2021), solved per item on its 64 strongest sources instead of on all of them. */
export function* fitSlist(train: Sessions): Generator<number, Recommender> {
  const settings = { ridge: 10, together: 0.5, earlier: 1, later: 1, halfLife: always, sources: 64, self: true };
  return yield* recommend(train, settings, 4);
}

/** Its part without order, which is EASE (Steck 2019) when it is solved on all items: here on the 128 strongest. */
export function* fitBasketSlist(train: Sessions): Generator<number, Recommender> {
  const settings = { ridge: 30, together: 1, earlier: 1, later: 1, halfLife: always, sources: 128, self: false };
  return yield* recommend(train, settings, always);
}

function* recommend(train: Sessions, settings: LinearSettings, places: number): Generator<number, Recommender> {
  const weights = yield* fitLinear(indexOf(train), settings, room);
  return linearRecommender(weights, train.itemCount, places);
}

function linearRecommender(
  { room, targets, weights, sizes }: LinearWeights,
  itemCount: number,
  places: number,
): Recommender {
  const scores = emptyScores(itemCount);
  return {
    rank: (prefix, length, _time, out) => {
      clearScores(scores);
      for (let back = 0; back < length; back++) {
        const source = prefix[length - 1 - back] ?? -1;
        if (source < 0 || prefix.subarray(length - back, length).includes(source)) continue;
        const pull = Math.exp(-back / places);
        for (let at = source * room; at < source * room + (sizes[source] ?? 0); at++)
          addScore(scores, targets[at] ?? 0, pull * (weights[at] ?? 0));
      }
      return bestOf(scores, out);
    },
    bytes: () => targets.byteLength + weights.byteLength + sizes.byteLength,
  };
}
