import { type Anchors, mostAnchors, type Shared } from '../next/newest-sharing.ts';
import { listedFor, ringOf, type SessionIndex } from '../next/session-index.ts';

/** The anchor that speaks most for an item, and in how many of the sessions looked at both were. */
export interface Witness {
  anchor: number;
  support: number;
}

export interface Witnesses {
  /** Who speaks is asked of these sessions from now on. */
  hear(anchors: Anchors, shared: Shared): void;
  /** Goes over the item's own sessions, so it costs little to ask of the few that are shown. */
  of(item: number): Witness;
}

export function witnessesIn(index: SessionIndex): Witnesses {
  /** By a session's place in the ring: its place among those that were heard, from 1; zero for all others. */
  let places = new Uint16Array(0);
  let heard = new Int32Array(0);
  let size = 0;
  let anchors: Anchors | null = null;
  let speaking: Int32Array = heard;
  const counts = new Int32Array(mostAnchors);

  const forget = () => {
    const mask = places.length - 1;
    for (let place = 0; place < size; place++) places[(heard[place] ?? 0) & mask] = 0;
  };

  return {
    hear: (asked, shared) => {
      forget();
      if (places.length !== index.starts.length) places = new Uint16Array(index.starts.length);
      anchors = asked;
      if (heard.length < shared.size) heard = new Int32Array(shared.sessions.length);
      heard.set(shared.sessions.subarray(0, shared.size));
      size = shared.size;
      speaking = shared.anchors;
      const mask = places.length - 1;
      for (let place = 0; place < size; place++) places[(heard[place] ?? 0) & mask] = place + 1;
    },
    of: (item) => {
      const oldest = heard[size - 1];
      if (!anchors || size === 0 || oldest === undefined) return { anchor: -1, support: 0 };
      counts.fill(0, 0, anchors.size);
      const { ring, from } = ringOf(index, item);
      const room = (index.listRoom[item] ?? 1) - 1;
      const mask = places.length - 1;
      const end = index.listed[item] ?? 0;
      const begin = end - listedFor(index, item);
      for (let at = end - 1; at >= begin; at--) {
        const session = ring[from + (at & room)] ?? -1;
        // Of those that are not older no two share a place in the ring.
        if (session < oldest) break;
        const place = places[session & mask] ?? 0;
        if (place === 0) continue;
        for (let rest = speaking[place - 1] ?? 0; rest !== 0; rest &= rest - 1) {
          const anchor = 31 - Math.clz32(rest & -rest);
          counts[anchor] = (counts[anchor] ?? 0) + 1;
        }
      }
      let best = 0;
      for (let anchor = 1; anchor < anchors.size; anchor++)
        if ((counts[anchor] ?? 0) > (counts[best] ?? 0)) best = anchor;
      return { anchor: anchors.items[best] ?? -1, support: counts[best] ?? 0 };
    },
  };
}
