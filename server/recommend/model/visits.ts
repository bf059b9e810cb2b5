import { emptyIndex, extendSession, type OpenSession, openSession, type SessionIndex } from '../next/session-index.ts';

/** What visitors look at, as sessions of the index: an event is in the very next answer. */
export interface Visits {
  readonly index: SessionIndex;
  /** `at`: ms since 1970; `item`: its number. */
  follow(visitor: string, item: number, at: number): void;
  /** Visits that may go on, by visitor, the one that was heard of last at the end. */
  readonly open: ReadonlyMap<string, OpenVisit>;
  /** They do not go on: whose they were is forgotten. */
  forget(visitors: readonly string[]): void;
}

export interface OpenVisit extends OpenSession {
  /** Its last item, and when that was (ms). */
  last: number;
  at: number;
  /** Items so far. */
  length: number;
}

/** ms without anything after which a visit is over. */
const pause = 30 * 60_000;
/** A visit that is longer than this is begun anew: it is a robot's, or says little. */
const longest = 200;
const mostOpen = 20_000;

/** `open`: visits that were under way when the index was kept. */
export function createVisits(index = emptyIndex(0), open = new Map<string, OpenVisit>()): Visits {
  return {
    index,
    open,
    forget: (visitors) => {
      for (const visitor of visitors) open.delete(visitor);
    },
    follow: (visitor, item, at) => {
      const known = open.get(visitor);
      if (known) open.delete(visitor);
      const goesOn = known && Math.abs(at - known.at) <= pause && known.length < longest;
      // The same product once more in a row is a page that was loaded again, or the button beside what was looked at.
      const isSame = goesOn && known.last === item;
      if (goesOn && (isSame || extendSession(index, known, item, toSeconds(Math.max(at, known.at))))) {
        known.at = Math.max(at, known.at);
        if (!isSame) known.length++;
        known.last = item;
        open.set(visitor, known);
        return;
      }
      open.set(visitor, { ...openSession(index, item, toSeconds(at)), last: item, at, length: 1 });
      if (open.size <= mostOpen) return;
      // Half of them at once: the oldest of a map is slow to find where the oldest is taken again and again.
      let left = mostOpen / 2;
      for (const oldest of open.keys()) if (left-- > 0) open.delete(oldest);
    },
  };
}

export function toSeconds(at: number): number {
  return at / 1000;
}
