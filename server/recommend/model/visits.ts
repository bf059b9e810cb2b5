import {
  defaultLimits,
  emptyIndex,
  extendSession,
  type OpenSession,
  openSession,
  type SessionIndex,
  takeOut,
} from '../next/session-index.ts';
import { createItemNumbers, type ItemNumbers } from './item-numbers.ts';

/** What visitors look at, as sessions of an index: an event is in the very next answer. */
export interface Visits {
  readonly index: SessionIndex;
  readonly numbers: ItemNumbers;
  /** Somebody looked at a product, or put it into the cart; ms since 1970. */
  look(visitor: string, product: string, at: number): void;
  /** Somebody has thought better of it: the visit that is under way does not speak for it. */
  drop(visitor: string, product: string): void;
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

interface Kept {
  index: SessionIndex;
  /** Visits that were under way when the index was kept. */
  open: Map<string, OpenVisit>;
}

export function createVisits(numbers = createItemNumbers(), kept: Kept | null = null, limits = defaultLimits): Visits {
  const { index, open } = kept ?? { index: emptyIndex(0, limits), open: new Map<string, OpenVisit>() };

  /** False where another visit has to begin. */
  function goesOn(known: OpenVisit, item: number, at: number): boolean {
    if (Math.abs(at - known.at) > pause || known.length >= longest) return false;
    // The same product once more in a row is a page that was loaded again, or the button beside what was looked at.
    if (known.last !== item) {
      if (!extendSession(index, known, item, toSeconds(Math.max(at, known.at)))) return false;
      known.length++;
      known.last = item;
    }
    known.at = Math.max(at, known.at);
    return true;
  }

  return {
    index,
    numbers,
    open,
    look: (visitor, product, at) => {
      const item = numbers.of(product);
      if (item < 0) return;
      const known = open.get(visitor);
      open.delete(visitor);
      if (known && goesOn(known, item, at)) {
        open.set(visitor, known);
        return;
      }
      open.set(visitor, { ...openSession(index, item, toSeconds(at)), last: item, at, length: 1 });
      if (open.size <= mostOpen) return;
      // Half of them at once: the oldest of a map is slow to find where the oldest is taken again and again.
      let left = mostOpen / 2;
      for (const oldest of open.keys()) if (left-- > 0) open.delete(oldest);
    },
    drop: (visitor, product) => {
      const known = open.get(visitor);
      const item = numbers.find(product);
      if (!known || item < 0) return;
      takeOut(index, known.session, item);
      known.length = lengthOf(index, known.session);
      if (known.last === item) known.last = -1;
    },
    forget: (visitors) => {
      for (const visitor of visitors) open.delete(visitor);
    },
  };
}

function lengthOf({ lengths }: SessionIndex, session: number): number {
  return lengths[session & (lengths.length - 1)] ?? 0;
}

export function toSeconds(at: number): number {
  return at / 1000;
}
