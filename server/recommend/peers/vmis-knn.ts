import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { fitNeighbours, isFirst, itemAt, newestShared, rarity } from './neighbour-sessions.ts';

/**
 * VMIS-kNN (Kersbergen, Sprangers and Schelter 2022, section 3; in production at bol.com as Serenade): sums of the places of
 * the common items, a linear decay by the newest common item, and rare items first. Default k 500, m 1000.
 */
export function fitVmisKnn(train: Sessions): Recommender {
  return fitNeighbours(train, {
    sample: 1000,
    nearest: 500,
    similarity: (neighbour, anchors, length) => {
      let sum = 0;
      for (let rest = neighbour.shared; rest !== 0; rest &= rest - 1) {
        const anchor = 31 - Math.clz32(rest & -rest);
        sum += (length - (anchors.back[anchor] ?? 0)) / length;
      }
      return sum;
    },
    speak: (neighbour, similarity, anchors, _length, index, add) => {
      const back = anchors.back[newestShared(neighbour)] ?? 0;
      const decay = back < 9 ? 1 - 0.1 * (back + 1) : 0;
      for (let place = 0; place < neighbour.length; place++) {
        const item = itemAt(index, neighbour, place);
        if (isFirst(index, neighbour, place)) add(item, similarity * decay * rarity(index, item));
      }
    },
  });
}
