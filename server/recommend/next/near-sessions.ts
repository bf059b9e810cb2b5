import { forever } from './linear-settings.ts';
import { logOf } from './logarithms.ts';
import { type Anchors, newestSharing, type Shared } from './newest-sharing.ts';
import { type Met, meet } from './scores.ts';
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

/** By place of the items that are met. */
export interface NearScores {
  near: Float64Array;
  next: Float64Array;
}

/** Nearest-neighbour sessions after V-STAN (Ludewig et al. 2021): what they had into `near`, what came right next into `next`. */
export interface NearSessions {
  score(index: SessionIndex, anchors: Anchors, time: number, met: Met, scores: NearScores): void;
}

export function nearSessions(settings: NearSettings, shared: Shared): NearSessions {
  const pulls = decay(settings.places);
  const norms = Float64Array.from({ length: farthest }, (_, length) => Math.max(1, length) ** -settings.length);
  const similarities = new Float64Array(shared.sessions.length);
  const sorted = new Float64Array(shared.sessions.length);
  const norm = new Float64Array(shared.sessions.length);
  /** Places among the shared of those that are near, and where their items begin. */
  const chosen = new Int32Array(settings.nearest);
  const begins = new Int32Array(settings.nearest);
  const hear = settings.steps === forever && settings.before === 1 ? hearAlike() : hearByDistance(settings);

  return {
    score: (index, anchors, time, met, { near, next }) => {
      newestSharing(index, anchors, shared);
      const { items, starts, lengths, times, listed } = index;
      const { sessions, anchors: common } = shared;
      const size = shared.size;
      const mask = starts.length - 1;
      for (let place = 0; place < size; place++) {
        const at = (sessions[place] ?? 0) & mask;
        similarities[place] = times[at] ?? 0;
        norm[place] = norms[Math.min(farthest - 1, lengths[at] ?? 0)] ?? 0;
      }
      for (let place = 0; place < size; place++) {
        let sum = 0;
        for (let rest = common[place] ?? 0; rest !== 0; rest &= rest - 1)
          sum += pulls[Math.min(farthest - 1, anchors.back[31 - Math.clz32(rest & -rest)] ?? 0)] ?? 0;
        const age = Math.max(0, time - (similarities[place] ?? 0));
        similarities[place] = (sum * (norm[place] ?? 0) * settings.halfLife) / (settings.halfLife + age);
      }
      const least = size > settings.nearest ? leastOfGreatest(similarities, size, settings.nearest, sorted) : 0;
      let count = 0;
      for (let place = 0; place < size && count < settings.nearest; place++) {
        chosen[count] = place;
        count += Number((similarities[place] ?? 0) >= least);
      }
      let ahead = 0;
      for (let one = 0; one < count; one++) {
        const begin = (starts[(sessions[chosen[one] ?? 0] ?? 0) & mask] ?? 0) & (items.length - 1);
        begins[one] = begin;
        ahead ^= items[begin] ?? 0;
      }
      readAhead[0] = ahead;
      for (let one = 0; one < count; one++) {
        const place = chosen[one] ?? 0;
        const bits = common[place] ?? 0;
        const newest = 31 - Math.clz32(bits & -bits);
        const length = lengths[(sessions[place] ?? 0) & mask] ?? 0;
        const similarity = similarities[place] ?? 0;
        const after = hear(items, begins[one] ?? 0, length, anchors.items[newest] ?? -1, similarity, met, near);
        if (newest !== 0 || after < 0) continue;
        const following = meet(met, after);
        next[following] = (next[following] ?? 0) + similarity;
      }
      const logSessions = Math.log(index.sessions + 1);
      for (let place = 0; place < met.size; place++) {
        const item = met.items[place] ?? 0;
        const rare = 1 + settings.rarity * (logSessions - logOf((listed[item] ?? 0) + 1));
        near[place] = (near[place] ?? 0) * rare;
      }
    },
  };
}

/** Adds what one session says, `length` items of the ring from `begin` on; returns the item right behind the newest common one, -1 for none. */
type Hear = (
  items: Int32Array,
  begin: number,
  length: number,
  common: number,
  similarity: number,
  met: Met,
  near: Float64Array,
) => number;

/** What is nearer to the common item counts more. */
function hearByDistance(settings: NearSettings): Hear {
  const fades = decay(settings.steps);
  /** By place: in which session it was heard last. */
  let heard = new Int32Array(0);
  let hearing = 0;
  return (items, begin, length, common, similarity, met, near) => {
    if (heard.length < near.length) heard = new Int32Array(near.length);
    hearing++;
    const mask = items.length - 1;
    let match = length - 1;
    while (match > 0 && items[(begin + match) & mask] !== common) match--;
    for (let step = 1; match + step < length && step < farthest; step++) {
      const place = meet(met, items[(begin + match + step) & mask] ?? 0);
      if (heard[place] === hearing) continue;
      heard[place] = hearing;
      near[place] = (near[place] ?? 0) + similarity * (fades[step - 1] ?? 0);
    }
    for (let step = 0; match - step >= 0 && step < farthest; step++) {
      const place = meet(met, items[(begin + match - step) & mask] ?? 0);
      if (heard[place] === hearing) continue;
      heard[place] = hearing;
      near[place] = (near[place] ?? 0) + similarity * settings.before * (fades[step] ?? 0);
    }
    return match + 1 < length ? (items[(begin + match + 1) & mask] ?? -1) : -1;
  };
}

/** In a basket nothing comes before anything else: its items are read once, as they stand. */
function hearAlike(): Hear {
  let heard = new Int32Array(0);
  let hearing = 0;
  return (items, begin, length, common, similarity, met, near) => {
    if (heard.length < near.length) heard = new Int32Array(near.length);
    hearing++;
    const mask = items.length - 1;
    let match = length;
    for (let step = 0; step < length; step++) {
      const item = items[(begin + step) & mask] ?? 0;
      if (item === common) match = step;
      const place = meet(met, item);
      if (heard[place] === hearing) continue;
      heard[place] = hearing;
      near[place] = (near[place] ?? 0) + similarity;
    }
    return match + 1 < length ? (items[(begin + match + 1) & mask] ?? -1) : -1;
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
