import type { LinearWeights } from './local-linear.ts';
import { logOf } from './logarithms.ts';
import { decay, type NearSettings, nearSessions } from './near-sessions.ts';
import { type Anchors, emptyAnchors, emptyShared, readAnchors, type Shared } from './newest-sharing.ts';
import { type Allowed, addScore, bestOf, clearScores, emptyScores } from './scores.ts';
import type { SessionIndex } from './session-index.ts';

/** How candidates are found; the shop's own log chooses. */
export interface CandidateSettings {
  near: NearSettings;
  /** Newest sessions looked at. */
  sample: number;
  /** Distinct items at the end of the session under way that are looked at. */
  anchors: number;
  /** Steps back in which an item's say in the linear model falls by e. */
  places: number;
  /** Whether what is there already may come again: in a session it often does, in a basket never. */
  again: boolean;
  /** Candidates that are ranked. */
  most: number;
}

/** What is known of each candidate, in this order. */
export const featureNames = [
  ...['near', 'logNear', 'nearShare', 'linear', 'logLinear', 'linearValue', 'next', 'logNext'],
  ...['isLast', 'inSession', 'recency', 'times', 'popularity', 'freshness', 'length', 'neighbours'],
] as const;

/** What orders candidates before anything is learned: neighbours and the linear model alike. */
export const firstWeights = featureNames.map((name) => (name === 'near' || name === 'linear' ? 3 : 0));

export interface Candidates {
  /** The most promising items for what follows, and their features one after the other. */
  items: Int32Array;
  features: Float64Array;
  /** What may not be shown is no candidate, so that it takes nobody's place. */
  find(prefix: Int32Array, length: number, time: number, isAllowed?: Allowed | null): number;
  /** Of the last `find`: what it looked at, and the sessions that it found. */
  anchors: Anchors;
  shared: Shared;
}

/** What nothing counts as where a logarithm is taken of a share of the greatest. */
const floor = 0.002;
const ofNothing = Math.log(floor) / 3;

const none = new Int32Array(0);
/** What is everywhere is a candidate as promising as what shares half of the best one's sessions. */
const atLeast = 0.5;

/** `popular`: always candidates, since where few sessions share anything they are what most often follows. */
export function candidatesFrom(
  index: SessionIndex,
  linear: LinearWeights,
  settings: CandidateSettings,
  popular = none,
): Candidates {
  const { most } = settings;
  const inputs = featureNames.length;
  const items = new Int32Array(most);
  const features = new Float64Array(most * inputs);
  const anchors = emptyAnchors();
  const shared = emptyShared(settings.sample);
  const neighbours = nearSessions(settings.near, shared);
  const pulls = decay(settings.places);
  let near = emptyScores(index.itemCount);
  let next = emptyScores(index.itemCount);
  let said = emptyScores(index.itemCount);
  let pool = emptyScores(index.itemCount);

  const askLinear = (source: number, pull: number) => {
    const { room, targets, weights, sizes } = linear;
    // An item that came after the last fit has no row yet.
    if (source >= sizes.length) return;
    const from = source * room;
    for (let at = from; at < from + (sizes[source] ?? 0); at++)
      addScore(said, targets[at] ?? 0, pull * (weights[at] ?? 0));
  };

  return {
    items,
    features,
    anchors,
    shared,
    find: (prefix, length, time, isAllowed = null) => {
      if (near.of.length < index.itemCount) {
        const size = Math.ceil(index.itemCount * 1.5);
        [near, next, said, pool] = [emptyScores(size), emptyScores(size), emptyScores(size), emptyScores(size)];
      }
      readAnchors(anchors, prefix, length, index.itemCount, settings.anchors);
      clearScores(near);
      clearScores(next);
      clearScores(said);
      clearScores(pool);
      neighbours.score(index, anchors, time, near, next);
      if (settings.again)
        for (let anchor = 0; anchor < anchors.size; anchor++)
          askLinear(anchors.items[anchor] ?? 0, pulls[Math.min(pulls.length - 1, anchors.back[anchor] ?? 0)] ?? 0);
      else
        for (let at = 0; at < length; at++) {
          const item = prefix[at] ?? -1;
          if (item >= 0 && item < index.itemCount) askLinear(item, 1);
        }
      if (!settings.again)
        for (let at = 0; at < length; at++) {
          const item = prefix[at] ?? -1;
          if (item < 0 || item >= index.itemCount) continue;
          near.of[item] = 0;
          said.of[item] = 0;
        }
      const perNear = 1 / (greatest(near) || 1);
      const perSaid = 1 / (greatest(said) || 1);
      const perNext = 1 / (greatest(next) || 1);
      let allNear = 0;
      for (let place = 0; place < near.size; place++) {
        const item = near.touched[place] ?? 0;
        const score = near.of[item] ?? 0;
        allNear += score;
        if (score > 0) addScore(pool, item, score * perNear);
      }
      for (let place = 0; place < said.size; place++) {
        const item = said.touched[place] ?? 0;
        const score = said.of[item] ?? 0;
        if (score > 0) addScore(pool, item, score * perSaid);
      }
      // People go back: what is in the session is always a candidate.
      if (settings.again)
        for (let anchor = 0; anchor < anchors.size; anchor++) addScore(pool, anchors.items[anchor] ?? 0, atLeast);
      for (let place = 0; place < popular.length; place++) {
        const item = popular[place] ?? 0;
        // The more popular first, where nothing is learned yet.
        const missing = atLeast - place / 1_000 - (pool.of[item] ?? 0);
        if (missing > 0 && (settings.again || prefix.lastIndexOf(item, length - 1) < 0)) addScore(pool, item, missing);
      }
      const found = bestOf(pool, items, isAllowed);
      const logLength = Math.log(length);
      const logNeighbours = Math.log(shared.size + 1);
      const logSessions = Math.log(index.sessions + 2);
      features.fill(0, 0, found * inputs);
      for (let place = 0; place < found; place++) {
        const item = items[place] ?? 0;
        const at = place * inputs;
        const byNear = (near.of[item] ?? 0) * perNear;
        const bySaid = Math.max(0, said.of[item] ?? 0) * perSaid;
        const byNext = (next.of[item] ?? 0) * perNext;
        features[at] = byNear;
        features[at + 1] = logShare(byNear);
        features[at + 2] = allNear > 0 ? (near.of[item] ?? 0) / allNear : 0;
        features[at + 3] = bySaid;
        features[at + 4] = logShare(bySaid);
        features[at + 5] = said.of[item] ?? 0;
        features[at + 6] = byNext;
        features[at + 7] = logShare(byNext);
        for (let anchor = 0; anchor < anchors.size; anchor++) {
          if (anchors.items[anchor] !== item) continue;
          features[at + 8] = anchors.back[anchor] === 0 ? 1 : 0;
          features[at + 9] = 1;
          features[at + 10] = 1 / (1 + (anchors.back[anchor] ?? 0));
          let times = 0;
          for (let step = Math.max(0, length - 50); step < length; step++) if (prefix[step] === item) times++;
          features[at + 11] = Math.log(times);
        }
        features[at + 12] = logOf((index.listed[item] ?? 0) + 1) / logSessions;
        features[at + 13] = logOf(index.sessions - (index.lastIn[item] ?? -1) + 1) / logSessions;
        features[at + 14] = logLength / 3;
        features[at + 15] = logNeighbours / 7;
      }
      return found;
    },
  };
}

/** Of most candidates most shares are nothing. */
function logShare(share: number): number {
  return share === 0 ? ofNothing : Math.log(share + floor) / 3;
}

function greatest({ of, touched, size }: { of: Float64Array; touched: Int32Array; size: number }): number {
  let most = 0;
  for (let place = 0; place < size; place++) most = Math.max(most, of[touched[place] ?? 0] ?? 0);
  return most;
}
