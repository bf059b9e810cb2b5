import type { Recommender } from '../next/recommender.ts';
import { type Sessions, sessionCount } from '../next/sessions.ts';
import { distinctItems, fitNeighbours, isFirst, itemAt, newestShared, rarity } from './neighbour-sessions.ts';

/** Steps in which a weight falls by e. */
const decayOfPlaces = 2;
const decayOfSteps = 2;
const rarityWeight = 5;
/** Of all the time that the sessions span: how old a neighbour is when it counts 1/e. */
const shareOfSpan = 0.5;

/**
 * V-STAN (Ludewig, Mauro, Latifi and Jannach 2021, after Garg et al. 2019): exponential decays of an item's place in the session
 * under way, of a neighbour's age, and of the steps in the neighbour from the newest common item; and rare items first.
 */
export function fitVStan(train: Sessions): Recommender {
  const count = sessionCount(train);
  const span = train.times ? (train.times[count - 1] ?? 0) - (train.times[0] ?? 0) : count;
  const decayOfAge = Math.max(1, span * shareOfSpan);
  return fitNeighbours(train, {
    sample: 1000,
    nearest: 200,
    similarity: (neighbour, anchors, length, index) => {
      let sum = 0;
      for (let rest = neighbour.shared; rest !== 0; rest &= rest - 1) {
        const anchor = 31 - Math.clz32(rest & -rest);
        sum += Math.exp(-(anchors.back[anchor] ?? 0) / decayOfPlaces);
      }
      const distinct = distinctItems(index, neighbour);
      return (sum / Math.sqrt(distinct * length)) * Math.exp(-neighbour.age / decayOfAge);
    },
    speak: (neighbour, similarity, anchors, _length, index, add) => {
      const common = anchors.items[newestShared(neighbour)] ?? -1;
      let match = neighbour.length - 1;
      while (match > 0 && itemAt(index, neighbour, match) !== common) match--;
      for (let place = 0; place < neighbour.length; place++) {
        const item = itemAt(index, neighbour, place);
        if (!isFirst(index, neighbour, place)) continue;
        const weight = Math.exp(-Math.abs(place - match) / decayOfSteps);
        add(item, similarity * weight * (1 + rarityWeight * rarity(index, item)));
      }
    },
  });
}
