import {
  type Anchors,
  emptyAnchors,
  emptyShared,
  mostAnchors,
  newestSharing,
  readAnchors,
} from '../next/newest-sharing.ts';
import type { Recommender } from '../next/recommender.ts';
import { addScore, bestOf, clearScores, emptyScores, type Scores } from '../next/scores.ts';
import { addSession, bytesOfIndex, indexOf, type SessionIndex } from '../next/session-index.ts';
import type { Sessions } from '../next/sessions.ts';

/** A session of the past beside the one under way. */
export interface Neighbour {
  session: number;
  /** Its items are `index.items[(start + n) & mask]` for n below `length`. */
  start: number;
  length: number;
  /** Which anchors it has: bit n for the n-th. */
  shared: number;
  /** Seconds, or sessions where times are not known, that it is older. */
  age: number;
}

/** What a nearest-neighbour method is, beside the common search. */
export interface NeighbourMethod {
  /** Sessions looked at, the newest ones; and how many of those most alike speak. */
  sample: number;
  nearest: number;
  /** How alike a neighbour is; `length` is that of the session under way. */
  similarity(neighbour: Neighbour, anchors: Anchors, length: number, index: SessionIndex): number;
  /** Adds what a neighbour says. */
  speak(
    neighbour: Neighbour,
    similarity: number,
    anchors: Anchors,
    length: number,
    index: SessionIndex,
    add: Add,
  ): void;
}

export type Add = (item: number, score: number) => void;

/** Nearest-neighbour sessions; the methods differ in who is near and what counts. */
export function fitNeighbours(train: Sessions, method: NeighbourMethod): Recommender {
  const index = indexOf(train);
  const anchors = emptyAnchors();
  const shared = emptyShared(method.sample);
  const similarities = new Float64Array(method.sample);
  const scores: Scores = emptyScores(train.itemCount);
  const add: Add = (item, score) => {
    if (score > 0) addScore(scores, item, score);
  };
  const neighbourAt = (place: number, time: number): Neighbour => {
    const session = shared.sessions[place] ?? 0;
    const at = session & (index.starts.length - 1);
    return {
      session,
      start: index.starts[at] ?? 0,
      length: index.lengths[at] ?? 0,
      shared: shared.anchors[place] ?? 0,
      age: Math.max(0, time - (index.times[at] ?? 0)),
    };
  };
  return {
    rank: (prefix, length, time, out) => {
      readAnchors(anchors, prefix, length, train.itemCount, mostAnchors);
      newestSharing(index, anchors, shared);
      for (let place = 0; place < shared.size; place++)
        similarities[place] = method.similarity(neighbourAt(place, time), anchors, length, index);
      const sorted = similarities.slice(0, shared.size).sort();
      const least = sorted[Math.max(0, shared.size - method.nearest)] ?? 0;
      clearScores(scores);
      let left = method.nearest;
      for (let place = 0; place < shared.size && left > 0; place++) {
        const similarity = similarities[place] ?? 0;
        if (similarity < least || similarity <= 0) continue;
        left--;
        method.speak(neighbourAt(place, time), similarity, anchors, length, index, add);
      }
      return bestOf(scores, out);
    },
    learn: (session, time) => {
      addSession(index, session, time);
    },
    bytes: () => bytesOfIndex(index),
  };
}

export function itemAt({ items }: SessionIndex, { start }: Neighbour, place: number): number {
  return items[(start + place) & (items.length - 1)] ?? 0;
}

/** Place among the anchors of the newest one that both sessions have. */
export function newestShared({ shared }: Neighbour): number {
  return 31 - Math.clz32(shared & -shared);
}

/** Whether a neighbour's item stands at no earlier place. Sessions are short: looking back is quicker than a set. */
export function isFirst(index: SessionIndex, neighbour: Neighbour, place: number): boolean {
  const item = itemAt(index, neighbour, place);
  for (let earlier = 0; earlier < place; earlier++) if (itemAt(index, neighbour, earlier) === item) return false;
  return true;
}

export function distinctItems(index: SessionIndex, neighbour: Neighbour): number {
  let count = 0;
  for (let place = 0; place < neighbour.length; place++) if (isFirst(index, neighbour, place)) count++;
  return count;
}

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How rare an item is: the logarithm of all sessions over those with it. */
export function rarity(index: SessionIndex, item: number): number {
  return Math.log(index.sessions / Math.max(1, index.listed[item] ?? 0));
}
