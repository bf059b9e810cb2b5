import { itemsIn, type Sessions, sessionCount, timeOf } from './sessions.ts';

/**
 * The newest sessions, and for each item the newest sessions that it is in. Both are rings: a session is added in a few
 * writes, is found at once, and pushes the oldest out, so nothing is ever rebuilt.
 */
export interface SessionIndex {
  itemCount: number;
  /** Ring of items; a session's place in it is counted from the first item ever. */
  items: Int32Array;
  /** Ring of sessions: where each begins. */
  starts: Float64Array;
  lengths: Int32Array;
  times: Float64Array;
  /** Numbers given so far; a session's number grows with the time at which it began. */
  sessions: number;
  /** Items written so far. */
  written: number;
  /**
   * For each item a ring in `lists`: where it is, its room (a power of two), and how many were ever put there. In pieces, since
   * what has to grow is copied whole; no ring is in two of them.
   */
  lists: Int32Array[];
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

export const defaultLimits: IndexLimits = { sessions: 2 ** 20, items: 2 ** 23, listed: 4096 };

const smallestList = 4;
/** Logarithm of a piece of `lists`: it holds the greatest ring four times. */
const pieceBits = 14;

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
    lists: [],
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
  const expected = { sessions: sessionCount(sessions), items: itemsIn(sessions) };
  const index = emptyIndex(sessions.itemCount, limits, expected);
  const adding = addSessions(index, sessions);
  while (adding.next().done !== true);
  return index;
}

/** Adds sessions that are newer than all others; yields the share that is done after every few hundred. */
export function* addSessions(index: SessionIndex, sessions: Sessions): Generator<number, void> {
  const count = sessionCount(sessions);
  for (let session = 0; session < count; session++) {
    const [from = 0, to = 0] = [sessions.starts[session], sessions.starts[session + 1]];
    addSession(index, sessions.items.subarray(from, to), timeOf(sessions, session));
    if (session % 512 === 511) yield (session + 1) / count;
  }
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

/** A session that may go on: its number, and how many items fit where it stands. */
export interface OpenSession {
  session: number;
  room: number;
}

/** Begins a session with its first item. */
export function openSession(index: SessionIndex, item: number, time: number): OpenSession {
  return { session: addSession(index, [item], time), room: 1 };
}

/**
 * A session goes on, under the number that it has. When it has outgrown its place it moves to the new end of the ring, where it
 * has twice the room. False for one that is no longer kept.
 */
export function extendSession(index: SessionIndex, open: OpenSession, item: number, time: number): boolean {
  const { session } = open;
  if (!isKept(index, session)) return false;
  if (item >= index.itemCount) growItems(index, item + 1);
  const place = session & (index.starts.length - 1);
  const length = index.lengths[place] ?? 0;
  const isNew = !hasItem(index, place, item);
  if (length === open.room) {
    open.room = move(index, place, length);
    if (!isKept(index, session)) return false;
  }
  index.items[((index.starts[place] ?? 0) + length) & (index.items.length - 1)] = item;
  index.lengths[place] = length + 1;
  index.times[place] = time;
  if (!isNew) return true;
  index.lastIn[item] = Math.max(index.lastIn[item] ?? -1, session);
  list(index, item, session);
  return true;
}

/** Takes an item out of a session, as if it had never been in it. */
export function takeOut(index: SessionIndex, session: number, item: number): void {
  if (!isKept(index, session)) return;
  const place = session & (index.starts.length - 1);
  if (!hasItem(index, place, item)) return;
  const start = index.starts[place] ?? 0;
  const mask = index.items.length - 1;
  let left = 0;
  for (let at = 0; at < (index.lengths[place] ?? 0); at++) {
    const other = index.items[(start + at) & mask] ?? 0;
    if (other !== item) index.items[(start + left++) & mask] = other;
  }
  index.lengths[place] = left;
  unlist(index, item, session);
}

function hasItem(index: SessionIndex, place: number, item: number): boolean {
  const start = index.starts[place] ?? 0;
  for (let at = start; at < start + (index.lengths[place] ?? 0); at++)
    if (index.items[at & (index.items.length - 1)] === item) return true;
  return false;
}

/** Returns the room that the session has in its new place. */
function move(index: SessionIndex, place: number, length: number): number {
  const room = Math.max(2, length * 2);
  while (index.written + room > index.items.length && index.items.length < index.limits.items) growRing(index);
  const mask = index.items.length - 1;
  const from = index.starts[place] ?? 0;
  const to = index.written;
  for (let at = 0; at < length; at++) index.items[(to + at) & mask] = index.items[(from + at) & mask] ?? 0;
  index.starts[place] = to;
  index.written = to + room;
  return room;
}

/** False for a session that was pushed out by newer ones. */
export function isKept(index: SessionIndex, session: number): boolean {
  if (!isInRing(index, session)) return false;
  // As long as the ring of items has not gone round, nothing is gone: to look where the session begins takes longer.
  if (index.written <= index.items.length) return true;
  return (index.starts[session & (index.starts.length - 1)] ?? 0) >= index.written - index.items.length;
}

/** Whether the ring of sessions still knows this number; its items may be gone. */
export function isInRing(index: SessionIndex, session: number): boolean {
  return session >= 0 && session >= index.sessions - index.starts.length;
}

/** How many of an item's newest sessions are listed. */
export function listedFor(index: SessionIndex, item: number): number {
  return Math.min(index.listed[item] ?? 0, index.listRoom[item] ?? 0);
}

export function bytesOfIndex(index: SessionIndex): number {
  return [
    ...[index.items, index.starts, index.lengths, index.times, ...index.lists],
    ...[index.listAt, index.listRoom, index.listed, index.lastIn],
  ].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function powerOfTwo(wanted: number, most: number): number {
  return Math.min(most, 2 ** Math.ceil(Math.log2(wanted)));
}

/** The piece of `lists` in which an item's ring is, and where it begins there. */
export function ringOf({ lists, listAt }: SessionIndex, item: number): { ring: Int32Array; from: number } {
  const at = listAt[item] ?? 0;
  return { ring: lists[at >>> pieceBits] ?? nothing, from: at & ((1 << pieceBits) - 1) };
}

const nothing = new Int32Array(0);
/** No session has this number. */
const nowhere = -1;

/** Newest last: a session that has gone on may stand behind some that began later. */
function list(index: SessionIndex, item: number, session: number): void {
  const listed = index.listed[item] ?? 0;
  const room = index.listRoom[item] ?? 0;
  if (listed >= room && room < index.limits.listed) growList(index, item);
  const mask = (index.listRoom[item] ?? 0) - 1;
  const { ring, from } = ringOf(index, item);
  const oldest = Math.max(0, listed - mask);
  let place = listed;
  for (; place > oldest; place--) {
    const before = ring[from + ((place - 1) & mask)] ?? 0;
    if (before < session) break;
    ring[from + (place & mask)] = before;
  }
  ring[from + (place & mask)] = session;
  index.listed[item] = listed + 1;
}

function unlist(index: SessionIndex, item: number, session: number): void {
  const { ring, from } = ringOf(index, item);
  const mask = (index.listRoom[item] ?? 0) - 1;
  const end = index.listed[item] ?? 0;
  const oldest = end - listedFor(index, item);
  let place = end - 1;
  while (place >= oldest && (ring[from + (place & mask)] ?? 0) > session) place--;
  if (place < oldest || ring[from + (place & mask)] !== session) return;
  for (; place < end - 1; place++) ring[from + (place & mask)] = ring[from + ((place + 1) & mask)] ?? 0;
  // In a ring that has gone round, what was before its oldest is not known any more.
  ring[from + ((end - 1) & mask)] = nowhere;
  index.listed[item] = end - 1;
  index.lastIn[item] = end - 1 > oldest ? (ring[from + ((end - 2) & mask)] ?? nowhere) : nowhere;
}

function growList(index: SessionIndex, item: number): void {
  const room = index.listRoom[item] ?? 0;
  const wanted = Math.min(Math.max(smallestList, room * 2), index.limits.listed);
  const old = ringOf(index, item);
  const oldAt = index.listAt[item] ?? 0;
  index.listAt[item] = index.freeLists[Math.log2(wanted)]?.pop() ?? takeRoom(index, wanted);
  index.listRoom[item] = wanted;
  if (room === 0) return;
  const fresh = ringOf(index, item);
  fresh.ring.set(old.ring.subarray(old.from, old.from + room), fresh.from);
  const size = Math.log2(room);
  index.freeLists[size] ??= [];
  index.freeLists[size].push(oldAt);
}

function takeRoom(index: SessionIndex, wanted: number): number {
  const piece = 1 << pieceBits;
  const left = piece - (index.listEnd & (piece - 1));
  const at = wanted > left ? index.listEnd + left : index.listEnd;
  if (at >>> pieceBits >= index.lists.length) index.lists.push(new Int32Array(piece));
  index.listEnd = at + wanted;
  return at;
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
    // As long as the others are now: a session in which an item is twice would be listed twice.
    const lastIn = new Int32Array(index.listAt.length).fill(nowhere);
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
