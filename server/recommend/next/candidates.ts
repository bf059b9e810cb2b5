import type { LinearWeights } from './local-linear.ts';
import { logOf } from './logarithms.ts';
import { decay, type NearSettings, nearSessions } from './near-sessions.ts';
import { type Anchors, emptyAnchors, emptyShared, readAnchors, type Shared } from './newest-sharing.ts';
import { type Allowed, bestOf, emptyMet, forget, type Met, meet, placeOf } from './scores.ts';
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
  find(prefix: Int32Array, length: number, time: number): number;
  /** In place of what the last `find` found, those of all that it met that may be shown: what may not be takes nobody's place. */
  findAllowed(isAllowed: Allowed): number;
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

/** What is counted of the items that a question meets, by place. */
interface Counted extends Met {
  near: Float64Array;
  next: Float64Array;
  said: Float64Array;
  promise: Float64Array;
}

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
  let counted = emptyCounted(index.itemCount);
  let pool = emptyPool(index.itemCount);
  let ordered = new Int32Array(0);
  let asked: { prefix: Int32Array; length: number } = { prefix: none, length: 0 };

  const askLinear = (source: number, pull: number) => {
    const { room, targets, weights, sizes } = linear;
    // An item that came after the last fit has no row yet.
    if (source >= sizes.length) return;
    const { said } = counted;
    const from = source * room;
    for (let at = from; at < from + (sizes[source] ?? 0); at++) {
      const place = meet(counted, targets[at] ?? 0);
      said[place] = (said[place] ?? 0) + pull * (weights[at] ?? 0);
    }
  };

  const isInPrefix = (item: number) => asked.prefix.lastIndexOf(item, asked.length - 1) >= 0;

  /** Counts what the neighbours had and what the linear model says; what is there already does not come again in a basket. */
  const count = (time: number) => {
    const { prefix, length } = asked;
    readAnchors(anchors, prefix, length, index.itemCount, settings.anchors);
    neighbours.score(index, anchors, time, counted, counted);
    if (settings.again) {
      for (let anchor = 0; anchor < anchors.size; anchor++)
        askLinear(anchors.items[anchor] ?? 0, pulls[Math.min(pulls.length - 1, anchors.back[anchor] ?? 0)] ?? 0);
      return;
    }
    const isKnown = (item: number) => item >= 0 && item < index.itemCount;
    for (let at = 0; at < length; at++) {
      const item = prefix[at] ?? -1;
      if (isKnown(item)) askLinear(item, 1);
    }
    for (let at = 0; at < length; at++) {
      const item = prefix[at] ?? -1;
      if (!isKnown(item)) continue;
      const place = meet(counted, item);
      counted.near[place] = 0;
      counted.said[place] = 0;
    }
  };

  /** How promising each of them is, to say which of them are ranked. */
  const promiseOf = ({ perNear, perSaid }: Scale) => {
    const { near, said, promise } = counted;
    for (let place = 0; place < counted.size; place++)
      promise[place] = (near[place] ?? 0) * perNear + Math.max(0, said[place] ?? 0) * perSaid;
    // People go back: what is in the session is always a candidate.
    if (settings.again)
      for (let anchor = 0; anchor < anchors.size; anchor++) {
        const place = meet(counted, anchors.items[anchor] ?? 0);
        promise[place] = (promise[place] ?? 0) + atLeast;
      }
    for (let nth = 0; nth < popular.length; nth++) {
      const item = popular[nth] ?? 0;
      if (!settings.again && isInPrefix(item)) continue;
      const place = meet(counted, item);
      // The more popular first, where nothing is learned yet.
      promise[place] = Math.max(promise[place] ?? 0, atLeast - nth / 1_000);
    }
    pool.size = 0;
    for (let place = 0; place < counted.size; place++) {
      pool.items[pool.size] = counted.items[place] ?? 0;
      pool.of[pool.size] = promise[place] ?? 0;
      pool.size += Number((promise[place] ?? 0) > 0);
    }
  };

  const scaleOf = (): Scale => {
    const { near, said, next, size } = counted;
    let allNear = 0;
    for (let place = 0; place < size; place++) allNear += near[place] ?? 0;
    return {
      perNear: 1 / (greatest(near, size) || 1),
      perSaid: 1 / (greatest(said, size) || 1),
      perNext: 1 / (greatest(next, size) || 1),
      allNear,
    };
  };

  const describe = (found: number, { perNear, perSaid, perNext, allNear }: Scale) => {
    const { near, said, next } = counted;
    const { prefix, length } = asked;
    const logLength = Math.log(length);
    const logNeighbours = Math.log(shared.size + 1);
    const logSessions = Math.log(index.sessions + 2);
    features.fill(0, 0, found * inputs);
    // Read ahead of the logarithms, so that none of what stands far from the others in memory is waited for alone.
    for (let candidate = 0; candidate < found; candidate++) {
      const item = items[candidate] ?? 0;
      const at = candidate * inputs;
      features[at + 12] = (index.listed[item] ?? 0) + 1;
      features[at + 13] = index.sessions - (index.lastIn[item] ?? -1) + 1;
    }
    for (let candidate = 0; candidate < found; candidate++) {
      const item = items[candidate] ?? 0;
      const place = placeOf(counted, item);
      const at = candidate * inputs;
      const byNear = (near[place] ?? 0) * perNear;
      const bySaid = Math.max(0, said[place] ?? 0) * perSaid;
      const byNext = (next[place] ?? 0) * perNext;
      features[at] = byNear;
      features[at + 1] = logShare(byNear);
      features[at + 2] = allNear > 0 ? (near[place] ?? 0) / allNear : 0;
      features[at + 3] = bySaid;
      features[at + 4] = logShare(bySaid);
      features[at + 5] = said[place] ?? 0;
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
      features[at + 12] = logOf(features[at + 12] ?? 0) / logSessions;
      features[at + 13] = logOf(features[at + 13] ?? 0) / logSessions;
      features[at + 14] = logLength / 3;
      features[at + 15] = logNeighbours / 7;
    }
    return found;
  };

  let scale = scaleOf();
  return {
    items,
    features,
    anchors,
    shared,
    find: (prefix, length, time) => {
      if (counted.places.length < index.itemCount) {
        const size = Math.ceil(index.itemCount * 1.5);
        [counted, pool] = [emptyCounted(size), emptyPool(size)];
      }
      clear(counted);
      asked = { prefix, length };
      count(time);
      scale = scaleOf();
      promiseOf(scale);
      return describe(bestOf(pool, items), scale);
    },
    findAllowed: (isAllowed) => {
      let [found, judged] = [0, 0];
      // To ask whether one may be shown takes longer than to order ten: they are asked about from the best on.
      for (let wanted = 2 * most; found < most && judged < pool.size; wanted *= 2) {
        if (ordered.length < wanted) ordered = new Int32Array(wanted);
        for (const size = bestOf(pool, ordered); judged < size && found < most; judged++) {
          const item = ordered[judged] ?? 0;
          if (isAllowed(item)) items[found++] = item;
        }
      }
      return describe(found, scale);
    },
  };
}

/** What makes shares of what was counted. */
interface Scale {
  perNear: number;
  perSaid: number;
  perNext: number;
  allNear: number;
}

function emptyCounted(itemCount: number): Counted {
  const column = () => new Float64Array(itemCount);
  return { ...emptyMet(itemCount), near: column(), next: column(), said: column(), promise: column() };
}

function emptyPool(itemCount: number) {
  return { items: new Int32Array(itemCount + 1), of: new Float64Array(itemCount + 1), size: 0 };
}

function clear(counted: Counted): void {
  const { near, next, said, promise, size } = counted;
  for (const column of [near, next, said, promise]) column.fill(0, 0, size);
  forget(counted);
}

/** Of most candidates most shares are nothing. */
function logShare(share: number): number {
  return share === 0 ? ofNothing : Math.log(share + floor) / 3;
}

function greatest(of: Float64Array, size: number): number {
  let most = 0;
  for (let place = 0; place < size; place++) most = Math.max(most, of[place] ?? 0);
  return most;
}
