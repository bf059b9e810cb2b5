import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { fitNeighbours, isFirst, itemAt, newestShared, rarity } from './neighbour-sessions.ts';

const rarityWeight = 5;

/**
 * VS-KNN (Ludewig and Jannach 2018, section 3.2): an item of the session under way counts by its place, what a neighbour had
 * counts by how new the newest common item is, and more when it is rare.
 */
export function fitVsKnn(train: Sessions): Recommender {
  return fitNeighbours(train, {
    sample: 1000,
    nearest: 100,
    similarity: (neighbour, anchors, length) => {
      let sum = 0;
      for (let rest = neighbour.shared; rest !== 0; rest &= rest - 1) {
        const anchor = 31 - Math.clz32(rest & -rest);
        sum += 1 / ((anchors.back[anchor] ?? 0) + 1);
      }
      return sum / length;
    },
    speak: (neighbour, similarity, anchors, _length, index, add) => {
      const back = anchors.back[newestShared(neighbour)] ?? 0;
      const decay = Math.max(0, 1 - 0.1 * (back + 1));
      for (let place = 0; place < neighbour.length; place++) {
        const item = itemAt(index, neighbour, place);
        if (isFirst(index, neighbour, place)) add(item, similarity * decay * (1 + rarityWeight * rarity(index, item)));
      }
    },
  });
}
