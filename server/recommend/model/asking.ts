import { candidatesFrom } from '../next/candidates.ts';
import type { NextItemModel } from '../next/next-item.ts';
import { scoreCandidates, takeBest } from '../next/ranker.ts';
import type { Allowed } from '../next/scores.ts';
import { type Witness, witnessesIn } from './witnesses.ts';

/** Asks a model for a shelf: only what may be shown, and each with what speaks for it. */
export interface Asking {
  /** `anchors`: items, the newest last; `now`: in the sessions' unit; `isAllowed`: null where all may be shown. Best first. */
  best(anchors: readonly number[], now: number, isAllowed: Allowed | null, limit: number): Found[];
}

export interface Found extends Witness {
  item: number;
}

export function createAsking(model: NextItemModel): Asking {
  const { index, linear, settings, ranker } = model;
  const candidates = candidatesFrom(index, linear, settings);
  const scores = new Float64Array(settings.most);
  const witnesses = witnessesIn(index);

  const rank = (count: number): number => {
    scoreCandidates(ranker, candidates.features, count, scores);
    return count;
  };

  /** Of those that may be shown, as many as there are places; and how many may not. */
  const choose = (count: number, isAllowed: Allowed | null, limit: number) => {
    const found: Found[] = [];
    let refused = 0;
    for (let place = 0; place < count && found.length < limit; place++) {
      const item = candidates.items[takeBest(scores, count)] ?? 0;
      if (isAllowed && !isAllowed(item)) {
        refused++;
        continue;
      }
      const witness = witnesses.of(item);
      // What only the weights speak for was together in sessions that are gone: there is nothing to say of it.
      if (witness.support > 0) found.push({ item, ...witness });
    }
    return { found, refused };
  };

  return {
    best: (anchors, now, isAllowed, limit) => {
      // To ask of every candidate whether it may be shown takes longer than to find it, and most are far from the best.
      const count = candidates.find(Int32Array.from(anchors), anchors.length, now);
      witnesses.hear(candidates.anchors, candidates.shared);
      const { found, refused } = choose(rank(count), isAllowed, limit);
      if (found.length === limit || refused === 0 || !isAllowed) return found;
      return choose(rank(candidates.findAllowed(isAllowed)), null, limit).found;
    },
  };
}
