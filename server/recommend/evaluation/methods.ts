import { askEdgeForm, edgeFormOf } from '../next/edge-form.ts';
import { fitNextItem } from '../next/fit-next-item.ts';
import { narrow } from '../next/model-room.ts';
import { askNextItem } from '../next/next-item.ts';
import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { fitItemKnn } from '../peers/item-knn.ts';
import { fitMarkov } from '../peers/markov.ts';
import { neverAtOnce } from '../peers/never-at-once.ts';
import { fitPairs, pairScores } from '../peers/pairs.ts';
import { fitPopular } from '../peers/popular.ts';
import { fitSequentialRules } from '../peers/sequential-rules.ts';
import { fitSessionKnn } from '../peers/session-knn.ts';
import { fitBasketSlist, fitSlist } from '../peers/slist.ts';
import { fitVStan } from '../peers/v-stan.ts';
import { fitVmisKnn } from '../peers/vmis-knn.ts';
import { fitVsKnn } from '../peers/vs-knn.ts';

/** Fits to sessions, or baskets; yields what it is doing. */
export type Method = (train: Sessions) => Generator<string | number, Recommender>;

/** Ours, as an isolate at the edge fits it, its linear part in the form for the edge, and the published methods that it is compared with. */
export const nextItemMethods: Readonly<Record<string, Method>> = {
  ours: function* (train) {
    return askNextItem(yield* fitNextItem(train));
  },
  narrow: function* (train) {
    return askNextItem(yield* fitNextItem(train, { memory: narrow }));
  },
  edge: function* (train) {
    return neverAtOnce(train, askEdgeForm(edgeFormOf((yield* fitNextItem(train)).linear)));
  },
  popular: atOnce(fitPopular),
  markov: atOnce(fitMarkov),
  itemknn: atOnce(fitItemKnn),
  sr: atOnce(fitSequentialRules),
  sknn: atOnce(fitSessionKnn),
  vsknn: atOnce(fitVsKnn),
  vmis: atOnce(fitVmisKnn),
  vstan: atOnce(fitVStan),
  slist: function* (train) {
    return neverAtOnce(train, yield* fitSlist(train));
  },
};

export const basketMethods: Readonly<Record<string, Method>> = {
  ours: function* (train) {
    return askNextItem(yield* fitNextItem(train, { kind: 'baskets' }));
  },
  narrow: function* (train) {
    return askNextItem(yield* fitNextItem(train, { kind: 'baskets', memory: narrow }));
  },
  popular: atOnce(fitPopular),
  confidence: atOnce((train) => fitPairs(train, pairScores.confidence)),
  cosine: atOnce((train) => fitPairs(train, pairScores.cosine)),
  lift: atOnce((train) => fitPairs(train, pairScores.lift)),
  llr: atOnce((train) => fitPairs(train, pairScores.llr)),
  sknn: atOnce(fitSessionKnn),
  slist: fitBasketSlist,
};

function atOnce(work: (train: Sessions) => Recommender): Method {
  return function* (train) {
    yield 'fitting';
    return neverAtOnce(train, work(train));
  };
}
