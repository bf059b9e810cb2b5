import { bestOf } from '../best-of.ts';
import { isKept, listedFor, ringOf, type SessionIndex } from '../next/session-index.ts';

/** Items that are in sessions of one item. */
export interface Sharing {
  /** Those that are in most of them, most first. */
  items: { item: number; shared: number }[];
  /** How many items there are in all. */
  count: number;
}

/** Sessions of an item that are read, the newest first; and between two pauses. */
const mostSessions = 500;
const sessionsAtOnce = 50;

/** What else is in the newest sessions that an item is in, at most `most`; yields after every few sessions. */
export function* sharing(index: SessionIndex, item: number, most: number): Generator<void, Sharing> {
  const shared = new Map<number, number>();
  const sessions = newestOf(index, item);
  for (const [place, session] of sessions.entries()) {
    if (place % sessionsAtOnce === sessionsAtOnce - 1) yield;
    for (const other of itemsOf(index, session)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  shared.delete(item);
  yield;
  const all = [...shared].map(([item, shared]) => ({ item, shared }));
  const isBetter = (a: (typeof all)[number], b: typeof a) =>
    a.shared > b.shared || (a.shared === b.shared && a.item < b.item);
  return { items: bestOf(all, most, isBetter), count: all.length };
}

function newestOf(index: SessionIndex, item: number): number[] {
  if (item < 0) return [];
  const { ring, from } = ringOf(index, item);
  const mask = (index.listRoom[item] ?? 1) - 1;
  const end = index.listed[item] ?? 0;
  const count = Math.min(mostSessions, listedFor(index, item));
  return Array.from({ length: count }, (_, back) => ring[from + ((end - 1 - back) & mask)] ?? -1);
}

/** Each once; none of a session that is no longer kept. */
function itemsOf(index: SessionIndex, session: number): Set<number> {
  const found = new Set<number>();
  if (!isKept(index, session)) return found;
  const { items, starts, lengths } = index;
  const place = session & (starts.length - 1);
  const start = starts[place] ?? 0;
  for (let at = start; at < start + (lengths[place] ?? 0); at++) found.add(items[at & (items.length - 1)] ?? 0);
  return found;
}
