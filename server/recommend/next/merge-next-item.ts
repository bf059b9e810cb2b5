import { keptSessions } from './kept-sessions.ts';
import { fitLinear } from './local-linear.ts';
import type { NextItemModel } from './next-item.ts';
import { addSession, emptyIndex, type SessionIndex } from './session-index.ts';

/**
 * The model of two shards of a shop's log. They number items alike, or `numberOf` says how the first numbers an item of the other. Its sessions are those of both in the order of their
 * times, and its linear weights are solved from them: with the same settings the very model that one log of all of them gives.
 * Settings and ranker were chosen by each shard, so those of the one that saw more sessions stand. Yields the share that is done.
 */
export function* mergeNextItem(
  one: NextItemModel,
  other: NextItemModel,
  numberOf = (item: number) => item,
): Generator<number, NextItemModel> {
  const larger = other.index.sessions > one.index.sessions ? other : one;
  const index = yield* mergeIndexes(one.index, other.index, numberOf);
  return { ...larger, index, linear: yield* fitLinear(index, larger.linearSettings, larger.linear.room) };
}

/** All sessions that either keeps, oldest first; at the same time those of `one` first. */
function* mergeIndexes(
  one: SessionIndex,
  other: SessionIndex,
  numberOf: (item: number) => number,
): Generator<number, SessionIndex> {
  const merged = emptyIndex(Math.max(one.itemCount, other.itemCount), one.limits);
  const [first, second] = [keptSessions(one), keptSessions(other)];
  let [here, there] = [first.next(), second.next()];
  while (here.done !== true || there.done !== true) {
    const takeFirst = there.done === true || (here.done !== true && here.value.time <= there.value.time);
    const taken = takeFirst ? here.value : there.value;
    if (taken) addSession(merged, takeFirst ? taken.items : taken.items.map(numberOf), taken.time);
    if (takeFirst) here = first.next();
    else there = second.next();
    if (merged.sessions % 512 === 511) yield 0;
  }
  return merged;
}
