import { type Sessions, sessionCount, timeOf } from './sessions.ts';

/**
 * The newest sessions, and for each item the newest sessions that it is in. Both are rings: a session is added in a few
 * writes, is found at once, and pushes the oldest out, so nothing is ever rebuilt.
 */
export interface SessionIndex {
  itemCount: number;
  /** Ring of items; a session's place in it is counted from the first item ever. */
  items: Int32Array;
  /** Ring of sessions: where each begins; -1 was taken back. */
  starts: Float64Array;
  lengths: Int32Array;
  times: Float64Array;
  /** Numbers given so far; a session's number grows with its time. */
  sessions: number;
  /** Items written so far. */
  written: number;
  /** For each item a ring in `lists`: where it is, its room (a power of two), and how many were ever put there. */
  lists: Int32Array;
  listAt: Int32Array;
  listRoom: Int32Array;
  listed: Int32Array;
  listEnd: number;
  /** Rings that items have grown out of, by the logarithm of their room. */
  freeLists: number[][];
  /** Last session in which an item was counted, so that it is counted once. */
  lastIn: Int32Array;
  limits: IndexLimits;
}

export interface IndexLimits {
  /** Sessions kept, items kept in all, and sessions listed for one item; powers of two. */
  sessions: number;
  items: number;
  listed: number;
}

const defaultLimits: IndexLimits = { sessions: 2 ** 20, items: 2 ** 23, listed: 8192 };

const smallestList = 4;

/** `expected`: what is to come at once, so that no ring has to grow, which copies it whole. */
export function emptyIndex(
  itemCount: number,
  limits = defaultLimits,
  expected = { sessions: 0, items: 0 },
): SessionIndex {
  const sessions = powerOfTwo(Math.max(256, expected.sessions), limits.sessions);
  const items = powerOfTwo(Math.max(1024, expected.items), limits.items);
  return {
    itemCount,
    items: new Int32Array(items),
    starts: new Float64Array(sessions),
    lengths: new Int32Array(sessions),
    times: new Float64Array(sessions),
    sessions: 0,
    written: 0,
    lists: new Int32Array(Math.max(1024, 3 * expected.items)),
    listAt: new Int32Array(itemCount),
    listRoom: new Int32Array(itemCount),
    listed: new Int32Array(itemCount),
    listEnd: 0,
    freeLists: [],
    lastIn: new Int32Array(itemCount).fill(-1),
    limits,
  };
}

export function indexOf(sessions: Sessions, limits = defaultLimits): SessionIndex {
  const building = buildIndex(sessions, limits);
  let step = building.next();
  while (step.done !== true) step = building.next();
  return step.value;
}

/** Yields the share that is done after every few hundred sessions. */
export function* buildIndex(sessions: Sessions, limits = defaultLimits): Generator<number, SessionIndex> {
  const count = sessionCount(sessions);
  const items = (sessions.starts[count] ?? 0) - (sessions.starts[0] ?? 0);
  const index = emptyIndex(sessions.itemCount, limits, { sessions: count, items });
  for (let session = 0; session < count; session++) {
    const [from = 0, to = 0] = [sessions.starts[session], sessions.starts[session + 1]];
    addSession(index, sessions.items.subarray(from, to), timeOf(sessions, session));
    if (session % 512 === 511) yield (session + 1) / count;
  }
  return index;
}

/** Adds a session that is newer than all others; items are numbers, and negative ones are left out. Returns its number. */
export function addSession(index: SessionIndex, items: ArrayLike<number>, time: number): number {
  const session = index.sessions++;
  if (session >= index.starts.length && index.starts.length < index.limits.sessions) growSessions(index);
  const place = session & (index.starts.length - 1);
  index.starts[place] = index.written;
  index.times[place] = time;
  const longest = index.limits.items >> 2;
  for (let at = Math.max(0, items.length - longest); at < items.length; at++) {
    const item = items[at] ?? -1;
    if (item < 0) continue;
    if (item >= index.itemCount) growItems(index, item + 1);
    if (index.written >= index.items.length && index.items.length < index.limits.items) growRing(index);
    index.items[index.written++ & (index.items.length - 1)] = item;
    if (index.lastIn[item] === session) continue;
    index.lastIn[item] = session;
    list(index, item, session);
  }
  index.lengths[place] = index.written - (index.starts[place] ?? 0);
  return session;
}

/** A session that has gone on: what was said under its number is taken back, and it counts among the newest. Returns its new number. */
export function replaceSession(index: SessionIndex, session: number, items: ArrayLike<number>, time: number): number {
  if (isKept(index, session)) {
    const place = session & (index.starts.length - 1);
    const start = index.starts[place] ?? 0;
    for (let at = 0; at < (index.lengths[place] ?? 0); at++)
      unlist(index, index.items[(start + at) & (index.items.length - 1)] ?? 0, session);
    index.starts[place] = -1;
  }
  return addSession(index, items, time);
}

/** False for a session that was taken back, or pushed out by newer ones. */
export function isKept(index: SessionIndex, session: number): boolean {
  if (session < 0 || session < index.sessions - index.starts.length) return false;
  const start = index.starts[session & (index.starts.length - 1)] ?? -1;
  return start >= 0 && start >= index.written - index.items.length;
}

/** How many of an item's newest sessions are listed. */
export function listedFor(index: SessionIndex, item: number): number {
  return Math.min(index.listed[item] ?? 0, index.listRoom[item] ?? 0);
}

export function bytesOfIndex(index: SessionIndex): number {
  return [
    ...[index.items, index.starts, index.lengths, index.times, index.lists],
    ...[index.listAt, index.listRoom, index.listed, index.lastIn],
  ].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function powerOfTwo(wanted: number, most: number): number {
  return Math.min(most, 2 ** Math.ceil(Math.log2(wanted)));
}

function list(index: SessionIndex, item: number, session: number): void {
  const listed = index.listed[item] ?? 0;
  const room = index.listRoom[item] ?? 0;
  if (listed >= room && room < index.limits.listed) growList(index, item);
  const mask = (index.listRoom[item] ?? 0) - 1;
  index.lists[(index.listAt[item] ?? 0) + (listed & mask)] = session;
  index.listed[item] = listed + 1;
}

/** Takes a session out of an item's list; it stands near the new end. */
function unlist(index: SessionIndex, item: number, session: number): void {
  const at = index.listAt[item] ?? 0;
  const mask = (index.listRoom[item] ?? 0) - 1;
  const end = index.listed[item] ?? 0;
  for (let place = end - 1; place >= end - listedFor(index, item); place--) {
    const found = index.lists[at + (place & mask)] ?? 0;
    if (found < session) return;
    if (found > session) continue;
    // A ring that has gone round cannot be shortened, as its oldest is gone: the session stays listed, and is not kept.
    if (end > mask + 1) return;
    for (let next = place; next < end - 1; next++)
      index.lists[at + (next & mask)] = index.lists[at + ((next + 1) & mask)] ?? 0;
    index.listed[item] = end - 1;
    return;
  }
}

function growList(index: SessionIndex, item: number): void {
  const room = index.listRoom[item] ?? 0;
  const wanted = Math.min(Math.max(smallestList, room * 2), index.limits.listed);
  const free = index.freeLists[Math.log2(wanted)]?.pop();
  const at = free ?? index.listEnd;
  if (free === undefined) {
    index.listEnd += wanted;
    if (index.listEnd > index.lists.length) index.lists = larger(index.lists, index.listEnd);
  }
  const from = index.listAt[item] ?? 0;
  index.lists.copyWithin(at, from, from + room);
  if (room > 0) {
    const size = Math.log2(room);
    index.freeLists[size] ??= [];
    index.freeLists[size].push(from);
  }
  index.listAt[item] = at;
  index.listRoom[item] = wanted;
}

function growSessions(index: SessionIndex): void {
  const size = index.starts.length * 2;
  index.starts = larger(index.starts, size);
  index.lengths = larger(index.lengths, size);
  index.times = larger(index.times, size);
}

function growRing(index: SessionIndex): void {
  index.items = larger(index.items, index.items.length * 2);
}

function growItems(index: SessionIndex, count: number): void {
  const size = Math.max(count, Math.ceil(index.listAt.length * 1.5));
  if (count > index.listAt.length) {
    index.listAt = larger(index.listAt, size);
    index.listRoom = larger(index.listRoom, size);
    index.listed = larger(index.listed, size);
    const lastIn = new Int32Array(size).fill(-1);
    lastIn.set(index.lastIn);
    index.lastIn = lastIn;
  }
  index.itemCount = count;
}

function larger<Column extends Int32Array | Float64Array>(column: Column, size: number): Column;
function larger(column: Int32Array | Float64Array, size: number): Int32Array | Float64Array {
  const room = Math.max(size, column.length * 2);
  const grown = column instanceof Int32Array ? new Int32Array(room) : new Float64Array(room);
  grown.set(column);
  return grown;
}
