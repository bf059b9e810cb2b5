import { candidatesFrom } from '../next/candidates.ts';
import type { NextItemModel } from '../next/next-item.ts';
import { scoreCandidates, takeBest } from '../next/ranker.ts';
import type { Allowed } from '../next/scores.ts';
import { type Witness, witnessesIn } from './witnesses.ts';

/** Asks a model for a shelf: only what may be shown, and each with what speaks for it. */
export interface Asking {
  /** `anchors`: items, the newest last; `now`: in the sessions' unit. Best first. */
  best(anchors: readonly number[], now: number, isAllowed: Allowed, limit: number): Found[];
}

export interface Found extends Witness {
  item: number;
}

export function createAsking(model: NextItemModel): Asking {
  const { index, linear, settings, ranker } = model;
  const candidates = candidatesFrom(index, linear, settings);
  const scores = new Float64Array(settings.most);
  const witnesses = witnessesIn(index);
  return {
    best: (anchors, now, isAllowed, limit) => {
      const count = candidates.find(Int32Array.from(anchors), anchors.length, now, isAllowed);
      scoreCandidates(ranker, candidates.features, count, scores);
      witnesses.hear(candidates.anchors, candidates.shared);
      const found: Found[] = [];
      for (let place = 0; place < count && found.length < limit; place++) {
        const item = candidates.items[takeBest(scores, count)] ?? 0;
        const witness = witnesses.of(item);
        // What only the weights speak for was together in sessions that are gone: there is nothing to say of it.
        if (witness.support > 0) found.push({ item, ...witness });
      }
      return found;
    },
  };
}
