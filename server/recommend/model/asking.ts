import { candidatesFrom } from '../next/candidates.ts';
import type { Anchors, Shared } from '../next/newest-sharing.ts';
import type { NextItemModel } from '../next/next-item.ts';
import { scoreCandidates, takeBest } from '../next/ranker.ts';
import type { Allowed } from '../next/scores.ts';
import type { SessionIndex } from '../next/session-index.ts';

/** Asks a model for a shelf: only what may be shown, and each with what speaks for it. */
export interface Asking {
  /** `anchors`: items, the newest last; `now`: in the sessions' unit. Best first. */
  best(anchors: readonly number[], now: number, isAllowed: Allowed, limit: number): Found[];
}

export interface Found {
  item: number;
  /** The anchor that speaks most for it, and in how many of the sessions looked at both were. */
  anchor: number;
  support: number;
}

export function createAsking(model: NextItemModel): Asking {
  const { index, linear, settings, ranker } = model;
  const candidates = candidatesFrom(index, linear, settings);
  const scores = new Float64Array(settings.most);
  const witnesses = createWitnesses(index, settings.most);
  return {
    best: (anchors, now, isAllowed, limit) => {
      const count = candidates.find(Int32Array.from(anchors), anchors.length, now, isAllowed);
      scoreCandidates(ranker, candidates.features, count, scores);
      const { anchors: asked, shared } = candidates;
      const witnessOf = witnesses(candidates.items.subarray(0, count), asked, shared);
      const found: Found[] = [];
      for (let place = 0; place < count && found.length < limit; place++) {
        const best = takeBest(scores, count);
        const witness = witnessOf(best);
        // What only the weights speak for was together in sessions that are gone: there is nothing to say of it.
        if (witness.support > 0) found.push({ item: candidates.items[best] ?? 0, ...witness });
      }
      return found;
    },
  };
}

/** In how many of the sessions that were found each candidate is with each anchor. */
function createWitnesses(index: SessionIndex, most: number) {
  /** For each item its place among the candidates, from 1; zero for all between the calls. */
  let places = new Int32Array(index.itemCount);
  const lastIn = new Int32Array(most);
  return (items: Int32Array, anchors: Anchors, shared: Shared) => {
    if (places.length < index.itemCount) places = new Int32Array(Math.ceil(index.itemCount * 1.5));
    const counts = new Int32Array(items.length * anchors.size);
    for (const [place, item] of items.entries()) places[item] = place + 1;
    lastIn.fill(-1);
    for (let number = 0; number < shared.size; number++) {
      const at = (shared.sessions[number] ?? 0) & (index.starts.length - 1);
      const start = index.starts[at] ?? 0;
      for (let step = 0; step < (index.lengths[at] ?? 0); step++) {
        const place = (places[index.items[(start + step) & (index.items.length - 1)] ?? 0] ?? 0) - 1;
        if (place < 0 || lastIn[place] === number) continue;
        lastIn[place] = number;
        for (let rest = shared.anchors[number] ?? 0; rest !== 0; rest &= rest - 1) {
          const cell = place * anchors.size + 31 - Math.clz32(rest & -rest);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
      }
    }
    for (const item of items) places[item] = 0;
    return (place: number): { anchor: number; support: number } => {
      let best = 0;
      const row = counts.subarray(place * anchors.size, (place + 1) * anchors.size);
      for (let anchor = 1; anchor < row.length; anchor++) if ((row[anchor] ?? 0) > (row[best] ?? 0)) best = anchor;
      return { anchor: anchors.items[best] ?? -1, support: row[best] ?? 0 };
    };
  };
}
