import { isKept, listedFor, ringOf, type SessionIndex } from './session-index.ts';

/** Items of the session under way, the last one first, each once, with where it stood from the end (0: last). */
export interface Anchors {
  items: Int32Array;
  /** Steps from the end of the prefix, unknown items counted. */
  back: Int32Array;
  size: number;
}

/** Sessions that share an anchor, newest first, and which anchors: bit n for the n-th. */
export interface Shared {
  sessions: Int32Array;
  anchors: Int32Array;
  size: number;
}

/** As many as there are bits without the sign. */
export const mostAnchors = 31;

export function emptyAnchors(): Anchors {
  return { items: new Int32Array(mostAnchors), back: new Int32Array(mostAnchors), size: 0 };
}

export function emptyShared(most: number): Shared {
  return { sessions: new Int32Array(most), anchors: new Int32Array(most), size: 0 };
}

export function readAnchors(
  anchors: Anchors,
  prefix: Int32Array,
  length: number,
  itemCount: number,
  most: number,
): void {
  let size = 0;
  for (let at = length - 1; at >= 0 && size < most; at--) {
    const item = prefix[at] ?? -1;
    if (item < 0 || item >= itemCount) continue;
    let known = 0;
    while (known < size && anchors.items[known] !== item) known++;
    if (known < size) continue;
    anchors.items[size] = item;
    anchors.back[size] = length - 1 - at;
    size++;
  }
  anchors.size = size;
}

const heads = new Int32Array(mostAnchors);
const places = new Int32Array(mostAnchors);
const ends = new Int32Array(mostAnchors);
const froms = new Int32Array(mostAnchors);
const masks = new Int32Array(mostAnchors);
const rings: Int32Array[] = [];

/**
 * The newest sessions with any of the anchors, exactly: lists that are kept newest first are merged until `shared` is full, so
 * the cost is its size times the number of anchors, however popular they are.
 */
export function newestSharing(index: SessionIndex, anchors: Anchors, shared: Shared): void {
  const count = anchors.size;
  for (let anchor = 0; anchor < count; anchor++) {
    const item = anchors.items[anchor] ?? 0;
    const { ring, from } = ringOf(index, item);
    rings[anchor] = ring;
    froms[anchor] = from;
    masks[anchor] = (index.listRoom[item] ?? 1) - 1;
    places[anchor] = (index.listed[item] ?? 0) - 1;
    ends[anchor] = (index.listed[item] ?? 0) - listedFor(index, item);
    heads[anchor] = headOf(anchor);
  }
  let size = 0;
  // What is no longer kept leaves its places to older ones.
  for (let end = merge(shared, 0, count); size < end; end = merge(shared, size, count))
    size = keep(index, shared, size, end);
  shared.size = size;
}

/** Merges into the places from `size` on, until they are full or nothing is left; returns how many there are then. */
function merge({ sessions, anchors }: Shared, from: number, count: number): number {
  const most = sessions.length;
  let size = from;
  while (size < most) {
    let newest = -1;
    let bits = 0;
    for (let anchor = 0; anchor < count; anchor++) {
      const head = heads[anchor] ?? -1;
      if (head < newest || head < 0) continue;
      bits = head > newest ? 1 << anchor : bits | (1 << anchor);
      newest = head;
    }
    if (newest < 0) break;
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const anchor = 31 - Math.clz32(rest & -rest);
      places[anchor] = (places[anchor] ?? 0) - 1;
      heads[anchor] = headOf(anchor);
    }
    sessions[size] = newest;
    anchors[size++] = bits;
  }
  return size;
}

/**
 * Leaves of those between the two places what is kept; returns how many there are then. A loop of its own: sessions stand far
 * from each other in memory, and here none waits for another.
 */
function keep(index: SessionIndex, { sessions, anchors }: Shared, from: number, to: number): number {
  let size = from;
  for (let place = from; place < to; place++) {
    const session = sessions[place] ?? 0;
    sessions[size] = session;
    anchors[size] = anchors[place] ?? 0;
    size += Number(isKept(index, session));
  }
  return size;
}

function headOf(anchor: number): number {
  const place = places[anchor] ?? 0;
  if (place < (ends[anchor] ?? 0)) return -1;
  return rings[anchor]?.[(froms[anchor] ?? 0) + (place & (masks[anchor] ?? 0))] ?? -1;
}
