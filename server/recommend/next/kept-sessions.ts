import { isKept, type OpenSession, type SessionIndex } from './session-index.ts';
import type { Sessions } from './sessions.ts';

/** All sessions that an index keeps, oldest first. */
export function* keptSessions(index: SessionIndex): Generator<{ items: Int32Array; time: number }, undefined> {
  for (let number = oldestOf(index); number < index.sessions; number++) {
    if (!isKept(index, number)) continue;
    const items = new Int32Array(lengthOf(index, number));
    copyItems(index, number, items);
    yield { items, time: timeAt(index, number) };
  }
}

export interface Snapshot {
  sessions: Sessions;
  /** Under which the index knows each. */
  numbers: Int32Array;
}

/**
 * All of them as they are at the first step, close together; yields every few hundred, and the index may go on meanwhile. `open`:
 * the sessions that may.
 */
export function* snapshotOf(
  index: SessionIndex,
  open: Iterable<Pick<OpenSession, 'session'>> = [],
): Generator<void, Snapshot> {
  const oldest = oldestOf(index);
  const known = index.sessions - oldest;
  const { itemCount } = index;
  const asNow = new Map<number, { length: number; time: number }>();
  for (const { session } of open)
    asNow.set(session, { length: lengthOf(index, session), time: timeAt(index, session) });
  const numbers = new Int32Array(known);
  const starts = new Int32Array(known + 1);
  const times = new Float64Array(known);
  let size = 0;
  for (let number = oldest; number < oldest + known; number++) {
    if (number % 512 === 0) yield;
    if (!isKept(index, number)) continue;
    numbers[size] = number;
    const then = asNow.get(number);
    times[size] = then?.time ?? timeAt(index, number);
    starts[size + 1] = (starts[size] ?? 0) + (then?.length ?? lengthOf(index, number));
    size++;
  }
  const items = new Int32Array(starts[size] ?? 0);
  for (let place = 0; place < size; place++) {
    if (place % 512 === 0) yield;
    const into = items.subarray(starts[place], starts[place + 1]);
    if (isKept(index, numbers[place] ?? 0)) copyItems(index, numbers[place] ?? 0, into);
    else into.fill(-1);
  }
  return {
    sessions: {
      ...{ items, starts: starts.subarray(0, size + 1), times: times.subarray(0, size) },
      ...{ itemCount, before: 0 },
    },
    numbers: numbers.subarray(0, size),
  };
}

function oldestOf(index: SessionIndex): number {
  return Math.max(0, index.sessions - index.starts.length);
}

function timeAt({ times }: SessionIndex, number: number): number {
  return times[number & (times.length - 1)] ?? 0;
}

function lengthOf({ lengths }: SessionIndex, number: number): number {
  return lengths[number & (lengths.length - 1)] ?? 0;
}

function copyItems({ items, starts }: SessionIndex, number: number, into: Int32Array): void {
  const start = starts[number & (starts.length - 1)] ?? 0;
  const mask = items.length - 1;
  for (let place = 0; place < into.length; place++) into[place] = items[(start + place) & mask] ?? 0;
}
