import { addSession, defaultLimits, emptyIndex, type IndexLimits, type SessionIndex } from '../next/session-index.ts';
import { toSeconds } from './visits.ts';

/** What people had looked at before they ordered: an order counts in the very next answer. */
export interface Lookers {
  /** What was looked at before each order, as a session of its own: an `occasion`. */
  readonly index: SessionIndex;
  /** Somebody looked at an item, or put it into the cart; ms since 1970. */
  look(visitor: string, item: number, at: number, purpose?: Purpose): void;
  /** What they looked at of these was for that. */
  turn(visitor: string, items: readonly number[], purpose: Purpose): void;
  /** Somebody ordered, for what they had looked at for the same purpose. Who had looked at nothing lately says nothing; an order that is reported again is one. */
  buy(visitor: string, order: string, at: number, purpose?: Purpose): void;
  /** Which session of the model's orders it is. */
  settle(order: string, session: number): void;
  /** That session, of an occasion; -1 where it is not known. */
  orderOf(occasion: number): number;
  /** That session, of an order; undefined of one of which there is no occasion. */
  sessionOf(order: string): number | undefined;
  /** Who they are is forgotten at once. */
  forget(visitors: readonly string[]): void;
  /** What has to be kept beside the index, as it is now; laid out in steps, whatever happens meanwhile. */
  standing(): Generator<void, Standing>;
}

/** For themselves, or for somebody else: of what one looked at for the one, what is ordered for the other says nothing. */
export type Purpose = 'own' | 'gift';

export interface Standing {
  /** The next occasion's number. */
  occasions: number;
  /** The orders of the newest occasions, the last of them last. */
  orders: string[];
  /** Who may still order, and for what (see `lookerOf`), the one who looked last at the end; what they looked at, from where on for each, and when (ms). */
  visitors: string[];
  starts: Int32Array;
  items: Int32Array;
  times: Float64Array;
}

/** ms after which what somebody looked at is no reason of what they order. */
const lasts = 7 * 86_400_000;
/** So many products of one visitor, the newest. */
const mostLooks = 16;

interface Look {
  item: number;
  at: number;
}

/** `limits`: of the index of visits. */
export function createLookers(
  limits = defaultLimits,
  known: { index: SessionIndex; standing: Standing } | null = null,
): Lookers {
  const own = limitsOfLookers(limits);
  const kept = own.sessions;
  const mostVisitors = kept >> 2;
  const index = known?.index ?? emptyIndex(0, own);
  /** By place in the ring. */
  const orders: string[] = known?.standing.orders.slice() ?? [];
  const sessions: number[] = orders.map(() => -1);
  const occasions = new Map(orders.map((order, occasion) => [order, occasion]));
  const looks = known ? looksOf(known.standing) : new Map<string, Look[]>();

  /** The newest of them; who looked last stands last. */
  const keepLooks = (looker: string, all: readonly Look[]) => {
    looks.delete(looker);
    if (all.length === 0) return;
    looks.set(looker, all.slice(-mostLooks));
    if (looks.size <= mostVisitors) return;
    // Half of them at once, as `createVisits` does.
    let left = mostVisitors / 2;
    for (const oldest of looks.keys()) if (left-- > 0) looks.delete(oldest);
  };

  return {
    index,
    look: (visitor, item, at, purpose = 'own') => {
      const before = looks.get(lookerOf(visitor, purpose)) ?? [];
      const others = before.filter((look) => look.item !== item && Math.abs(at - look.at) <= lasts);
      keepLooks(lookerOf(visitor, purpose), [...others, { item, at }]);
    },
    turn: (visitor, items, purpose) => {
      const [from, to] = [lookerOf(visitor, purpose === 'own' ? 'gift' : 'own'), lookerOf(visitor, purpose)];
      const before = looks.get(from) ?? [];
      const turned = before.filter(({ item }) => items.includes(item));
      if (turned.length === 0) return;
      keepLooks(
        from,
        before.filter((look) => !turned.includes(look)),
      );
      const known = looks.get(to) ?? [];
      keepLooks(to, [...known.filter(({ item }) => !turned.some((look) => look.item === item)), ...turned]);
    },
    buy: (visitor, order, at, purpose = 'own') => {
      const before = (looks.get(lookerOf(visitor, purpose)) ?? []).filter(
        (look) => look.at <= at && at - look.at <= lasts,
      );
      if (before.length === 0 || occasions.has(order)) return;
      const items = before.map(({ item }) => item);
      const occasion = addSession(index, items, toSeconds(at));
      const place = occasion & (kept - 1);
      const gone = orders[place];
      if (gone !== undefined) occasions.delete(gone);
      orders[place] = order;
      sessions[place] = -1;
      occasions.set(order, occasion);
    },
    settle: (order, session) => {
      const occasion = occasions.get(order);
      if (occasion !== undefined) sessions[occasion & (kept - 1)] = session;
    },
    orderOf: (occasion) => sessions[occasion & (kept - 1)] ?? -1,
    sessionOf: (order) => {
      const occasion = occasions.get(order);
      return occasion === undefined ? undefined : sessions[occasion & (kept - 1)];
    },
    forget: (visitors) => {
      for (const visitor of visitors) for (const purpose of purposes) looks.delete(lookerOf(visitor, purpose));
    },
    standing: () => {
      const first = index.sessions & (kept - 1);
      const all = orders.length < kept ? orders.slice() : orders.slice(first).concat(orders.slice(0, first));
      // Lists of looks are never changed, but replaced.
      return laidOut({ occasions: index.sessions, orders: all }, [...looks.keys()], [...looks.values()]);
    },
  };
}

const purposes: readonly Purpose[] = ['own', 'gift'];

/** No visitor's name has more than one line. */
function lookerOf(visitor: string, purpose: Purpose): string {
  return purpose === 'own' ? visitor : `${visitor}\n${purpose}`;
}

/** Of what is known of visits: few of them end with an order. */
export function limitsOfLookers({ sessions, items, listed }: IndexLimits): IndexLimits {
  return { sessions: sessions >> 4, items: items >> 4, listed: Math.min(listed, 1_024) };
}

function* laidOut(
  of: Pick<Standing, 'occasions' | 'orders'>,
  visitors: string[],
  lists: readonly (readonly Look[])[],
): Generator<void, Standing> {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, { length }] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  const items = new Int32Array(starts.at(-1) ?? 0);
  const times = new Float64Array(items.length);
  yield;
  for (const [at, list] of lists.entries()) {
    let place = starts[at] ?? 0;
    for (const look of list) {
      items[place] = look.item;
      times[place++] = look.at;
    }
    if (at % 256 === 255) yield;
  }
  return { ...of, visitors, starts, items, times };
}

function looksOf({ visitors, starts, items, times }: Standing): Map<string, Look[]> {
  return new Map(
    visitors.map((visitor, place) => {
      const looks: Look[] = [];
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++)
        looks.push({ item: items[at] ?? 0, at: times[at] ?? 0 });
      return [visitor, looks];
    }),
  );
}
