import { forever } from './linear-settings.ts';
import { logOf } from './logarithms.ts';
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

/**
 * Sessions stand far from each other in memory. Here one item of each is read without waiting for another, so that they are near
 * when they are heard one after the other; written somewhere, lest it be left out as useless.
 */
const readAhead = new Int32Array(1);

/** Nearest-neighbour sessions after V-STAN (Ludewig et al. 2021): what they had into `near`, what came right next into `next`. */
export interface NearSessions {
  score(index: SessionIndex, anchors: Anchors, time: number, near: Scores, next: Scores): void;
}

export function nearSessions(settings: NearSettings, shared: Shared): NearSessions {
  const pulls = decay(settings.places);
  const norms = Float64Array.from({ length: farthest }, (_, length) => Math.max(1, length) ** -settings.length);
  const similarities = new Float64Array(shared.sessions.length);
  const sorted = new Float64Array(shared.sessions.length);
  const hear = settings.steps === forever && settings.before === 1 ? hearAlike() : hearByDistance(settings);

  return {
    score: (index, anchors, time, near, next) => {
      newestSharing(index, anchors, shared);
      const { items, starts, lengths, times, listed } = index;
      const size = shared.size;
      let ahead = 0;
      for (let place = 0; place < size; place++) {
        const at = (shared.sessions[place] ?? 0) & (starts.length - 1);
        let sum = 0;
        for (let rest = shared.anchors[place] ?? 0; rest !== 0; rest &= rest - 1)
          sum += pulls[Math.min(farthest - 1, anchors.back[31 - Math.clz32(rest & -rest)] ?? 0)] ?? 0;
        const age = Math.max(0, time - (times[at] ?? 0));
        similarities[place] =
          (sum * (norms[Math.min(farthest - 1, lengths[at] ?? 0)] ?? 0) * settings.halfLife) /
          (settings.halfLife + age);
        ahead ^= items[(starts[at] ?? 0) & (items.length - 1)] ?? 0;
      }
      readAhead[0] = ahead;
      const least = size > settings.nearest ? leastOfGreatest(similarities, size, settings.nearest, sorted) : 0;
      let left = settings.nearest;
      for (let place = 0; place < size && left > 0; place++) {
        const similarity = similarities[place] ?? 0;
        if (similarity < least) continue;
        left--;
        const bits = shared.anchors[place] ?? 0;
        const newest = 31 - Math.clz32(bits & -bits);
        const common = anchors.items[newest] ?? -1;
        const after = hear(index, shared.sessions[place] ?? 0, common, similarity, near);
        if (newest === 0 && after >= 0) addScore(next, after, similarity);
      }
      const logSessions = Math.log(index.sessions + 1);
      for (let place = 0; place < near.size; place++) {
        const item = near.touched[place] ?? 0;
        const rare = 1 + settings.rarity * (logSessions - logOf((listed[item] ?? 0) + 1));
        near.of[item] = (near.of[item] ?? 0) * rare;
      }
    },
  };
}

/** Adds what one session says; returns the item right behind the newest common one, -1 for none. */
type Hear = (index: SessionIndex, session: number, common: number, similarity: number, near: Scores) => number;

/** What is nearer to the common item counts more. */
function hearByDistance(settings: NearSettings): Hear {
  const fades = decay(settings.steps);
  let said = new Int32Array(0);
  let saying = 0;
  return ({ itemCount, items, starts, lengths }, session, common, similarity, near) => {
    if (said.length < itemCount) said = new Int32Array(Math.ceil(itemCount * 1.5));
    saying++;
    const mask = items.length - 1;
    const at = session & (starts.length - 1);
    const start = starts[at] ?? 0;
    const length = lengths[at] ?? 0;
    let match = length - 1;
    while (match > 0 && items[(start + match) & mask] !== common) match--;
    for (let step = 1; match + step < length && step < farthest; step++) {
      const item = items[(start + match + step) & mask] ?? 0;
      if (said[item] === saying) continue;
      said[item] = saying;
      addScore(near, item, similarity * (fades[step - 1] ?? 0));
    }
    for (let step = 0; match - step >= 0 && step < farthest; step++) {
      const item = items[(start + match - step) & mask] ?? 0;
      if (said[item] === saying) continue;
      said[item] = saying;
      addScore(near, item, similarity * settings.before * (fades[step] ?? 0));
    }
    return match + 1 < length ? (items[(start + match + 1) & mask] ?? -1) : -1;
  };
}
/** In a basket nothing comes before anything else: its items are read once, as they stand. */
function hearAlike(): Hear {
  let said = new Int32Array(0);
  let saying = 0;
  return ({ itemCount, items, starts, lengths }, session, common, similarity, near) => {
    if (said.length < itemCount) said = new Int32Array(Math.ceil(itemCount * 1.5));
    saying++;
    const { of, touched } = near;
    let { size } = near;
    const mask = items.length - 1;
    const at = session & (starts.length - 1);
    const start = starts[at] ?? 0;
    const end = start + (lengths[at] ?? 0);
    let match = end;
    for (let place = start; place < end; place++) {
      const item = items[place & mask] ?? 0;
      if (item === common) match = place;
      if (said[item] === saying) continue;
      said[item] = saying;
      const before = of[item] ?? 0;
      // Without a branch, which is guessed wrong once in four times.
      touched[size] = item;
      size += Number(before === 0);
      of[item] = before + similarity;
    }
    near.size = size;
    return match + 1 < end ? (items[(match + 1) & mask] ?? -1) : -1;
  };
}

/** The least of the greatest `count` of the first `size` values, found in `room` without sorting the rest (quickselect; Hoare 1961). */
function leastOfGreatest(values: Float64Array, size: number, count: number, room: Float64Array): number {
  for (let place = 0; place < size; place++) room[place] = values[place] ?? 0;
  const wanted = size - count;
  for (let from = 0, to = size - 1; from < to; ) {
    const pivot = room[(from + to) >> 1] ?? 0;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((room[low] ?? 0) < pivot) low++;
      while ((room[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const one = room[low] ?? 0;
      room[low++] = room[high] ?? 0;
      room[high--] = one;
    }
    if (wanted <= high) to = high;
    else if (wanted >= low) from = low;
    else break;
  }
  return room[wanted] ?? 0;
}

/** Weights by distance, falling by e in so many steps. */
export function decay(steps: number): Float64Array {
  return Float64Array.from({ length: farthest }, (_, step) => Math.exp(-step / steps));
}
