import { type Anchors, newestSharing, type Shared } from './newest-sharing.ts';
import { addScore, type Scores } from './scores.ts';
import type { SessionIndex } from './session-index.ts';

/** Who is near, and what counts of what they had: the shop's own log chooses (`fit-next-item.ts`). */
export interface NearSettings {
  /** How many of the newest sessions that share an item are alike enough to speak. */
  nearest: number;
  /** Steps back from the end of the session under way in which an item's weight falls by e. */
  places: number;
  /** Power of a neighbour's length that it is divided by: 0.5 is a cosine. */
  length: number;
  /** In units of the sessions' time: how old a neighbour is when it counts half. */
  halfLife: number;
  /** Steps in a neighbour from the newest common item in which weight falls by e; and what stands before counts this much of it. */
  steps: number;
  before: number;
  /** How much more a rare item counts. */
  rarity: number;
}

/** Steps beyond which nothing is read. */
const farthest = 256;

/** Nearest-neighbour sessions after V-STAN (Ludewig et al. 2021): what they had into `near`, what came right next into `next`. */
export interface NearSessions {
  score(index: SessionIndex, anchors: Anchors, time: number, near: Scores, next: Scores): void;
}

export function nearSessions(settings: NearSettings, shared: Shared): NearSessions {
  const pulls = decay(settings.places);
  const fades = decay(settings.steps);
  const norms = Float64Array.from({ length: farthest }, (_, length) => Math.max(1, length) ** -settings.length);
  const similarities = new Float64Array(shared.sessions.length);
  const sorted = new Float64Array(shared.sessions.length);
  let said = new Int32Array(0);
  let saying = 0;

  return {
    score: (index, anchors, time, near, next) => {
      if (said.length < index.itemCount) said = new Int32Array(index.itemCount);
      newestSharing(index, anchors, shared);
      const { items, starts, lengths, times, listed } = index;
      const mask = items.length - 1;
      const size = shared.size;
      for (let place = 0; place < size; place++) {
        const at = (shared.sessions[place] ?? 0) & (starts.length - 1);
        let sum = 0;
        for (let rest = shared.anchors[place] ?? 0; rest !== 0; rest &= rest - 1)
          sum += pulls[Math.min(farthest - 1, anchors.back[31 - Math.clz32(rest & -rest)] ?? 0)] ?? 0;
        const age = Math.max(0, time - (times[at] ?? 0));
        similarities[place] =
          (sum * (norms[Math.min(farthest - 1, lengths[at] ?? 0)] ?? 0) * settings.halfLife) /
          (settings.halfLife + age);
      }
      let least = 0;
      if (size > settings.nearest) {
        sorted.set(similarities.subarray(0, size));
        least = sorted.subarray(0, size).sort()[size - settings.nearest] ?? 0;
      }
      let left = settings.nearest;
      for (let place = 0; place < size && left > 0; place++) {
        const similarity = similarities[place] ?? 0;
        if (similarity < least) continue;
        left--;
        const at = (shared.sessions[place] ?? 0) & (starts.length - 1);
        const start = starts[at] ?? 0;
        const length = lengths[at] ?? 0;
        const bits = shared.anchors[place] ?? 0;
        const newest = 31 - Math.clz32(bits & -bits);
        const common = anchors.items[newest] ?? -1;
        let match = length - 1;
        while (match > 0 && items[(start + match) & mask] !== common) match--;
        saying++;
        for (let step = 1; match + step < length && step < farthest; step++) {
          const item = items[(start + match + step) & mask] ?? 0;
          if (said[item] === saying) continue;
          said[item] = saying;
          addScore(near, item, similarity * (fades[step - 1] ?? 0));
          if (step === 1 && newest === 0) addScore(next, item, similarity);
        }
        for (let step = 0; match - step >= 0 && step < farthest; step++) {
          const item = items[(start + match - step) & mask] ?? 0;
          if (said[item] === saying) continue;
          said[item] = saying;
          addScore(near, item, similarity * settings.before * (fades[step] ?? 0));
        }
      }
      const logSessions = Math.log(index.sessions + 1);
      for (let place = 0; place < near.size; place++) {
        const item = near.touched[place] ?? 0;
        const rare = 1 + settings.rarity * (logSessions - Math.log((listed[item] ?? 0) + 1));
        near.of[item] = (near.of[item] ?? 0) * rare;
      }
    },
  };
}

/** Weights by distance, falling by e in so many steps. */
export function decay(steps: number): Float64Array {
  return Float64Array.from({ length: farthest }, (_, step) => Math.exp(-step / steps));
}
