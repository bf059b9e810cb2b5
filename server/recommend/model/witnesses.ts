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

/** Slots for each session that may be heard, so that hardly two of them want the same. */
const spare = 8;

export function witnessesIn(index: SessionIndex): Witnesses {
  /** By hash of a session: its place among those that were heard, from 1; zero for none. So small that it stays close at hand. */
  let places = new Uint16Array(0);
  let heard = new Int32Array(0);
  let size = 0;
  let anchors: Anchors | null = null;
  let speaking: Int32Array = heard;
  const counts = new Int32Array(mostAnchors);

  /** The slot of a session, or the free one where it would be. */
  const slotOf = (session: number): number => {
    const mask = places.length - 1;
    let slot = session & mask;
    for (let place = places[slot] ?? 0; place !== 0 && heard[place - 1] !== session; place = places[slot] ?? 0)
      slot = (slot + 1) & mask;
    return slot;
  };

  return {
    hear: (asked, shared) => {
      const most = shared.sessions.length;
      if (heard.length < most) {
        heard = new Int32Array(most);
        places = new Uint16Array(2 ** Math.ceil(Math.log2(most * spare)));
      }
      places.fill(0);
      anchors = asked;
      heard.set(shared.sessions.subarray(0, shared.size));
      size = shared.size;
      speaking = shared.anchors;
      for (let place = 0; place < size; place++) places[slotOf(heard[place] ?? 0)] = place + 1;
    },
    of: (item) => {
      const oldest = heard[size - 1];
      if (!anchors || size === 0 || oldest === undefined) return { anchor: -1, support: 0 };
      counts.fill(0, 0, anchors.size);
      const { ring, from } = ringOf(index, item);
      const room = (index.listRoom[item] ?? 1) - 1;
      const end = index.listed[item] ?? 0;
      const begin = end - listedFor(index, item);
      for (let at = end - 1; at >= begin; at--) {
        const session = ring[from + (at & room)] ?? -1;
        if (session < oldest) break;
        const place = places[slotOf(session)] ?? 0;
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
