import type { Recommender } from '../next/recommender.ts';
import type { Sessions } from '../next/sessions.ts';
import { countBits, distinctItems, fitNeighbours, isFirst, itemAt } from './neighbour-sessions.ts';

/** S-KNN (Jannach and Ludewig 2017): the cosine of two sessions' items, and what the nearest of the newest had. */
export function fitSessionKnn(train: Sessions): Recommender {
  return fitNeighbours(train, {
    sample: 500,
    nearest: 100,
    similarity: (neighbour, anchors, _length, index) =>
      countBits(neighbour.shared) / Math.sqrt(anchors.size * distinctItems(index, neighbour)),
    speak: (neighbour, similarity, _anchors, _length, index, add) => {
      for (let place = 0; place < neighbour.length; place++)
        if (isFirst(index, neighbour, place)) add(itemAt(index, neighbour, place), similarity);
    },
  });
}
