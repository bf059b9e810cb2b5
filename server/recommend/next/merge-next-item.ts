import { fitLinear } from './local-linear.ts';
import type { NextItemModel } from './next-item.ts';
import { addSession, emptyIndex, isKept, type SessionIndex } from './session-index.ts';

/**
 * The model of two shards of a shop's log, which number items alike. Its sessions are those of both in the order of their
 * times, and its linear weights are solved from them: with the same settings the very model that one log of all of them gives.
 * Settings and ranker were chosen by each shard, so those of the one that saw more sessions stand. Yields the share that is done.
 */
export function* mergeNextItem(one: NextItemModel, other: NextItemModel): Generator<number, NextItemModel> {
  const larger = other.index.sessions > one.index.sessions ? other : one;
  const index = mergeIndexes(one.index, other.index);
  return { ...larger, index, linear: yield* fitLinear(index, larger.linearSettings, larger.linear.room) };
}

/** All sessions that either keeps, oldest first; at the same time those of `one` first. */
function mergeIndexes(one: SessionIndex, other: SessionIndex): SessionIndex {
  const merged = emptyIndex(Math.max(one.itemCount, other.itemCount), one.limits);
  const [first, second] = [keptSessions(one), keptSessions(other)];
  let [here, there] = [first.next(), second.next()];
  while (here.done !== true || there.done !== true) {
    const takeFirst = there.done === true || (here.done !== true && here.value.time <= there.value.time);
    const taken = takeFirst ? here.value : there.value;
    if (taken) addSession(merged, taken.items, taken.time);
    if (takeFirst) here = first.next();
    else there = second.next();
  }
  return merged;
}

function* keptSessions(index: SessionIndex): Generator<{ items: Int32Array; time: number }, undefined> {
  const { items, starts, lengths, times } = index;
  for (let session = Math.max(0, index.sessions - starts.length); session < index.sessions; session++) {
    if (!isKept(index, session)) continue;
    const at = session & (starts.length - 1);
    const start = starts[at] ?? 0;
    const mask = items.length - 1;
    yield {
      items: Int32Array.from({ length: lengths[at] ?? 0 }, (_, place) => items[(start + place) & mask] ?? 0),
      time: times[at] ?? 0,
    };
  }
}
