import type { Place } from '../../acquisition/region.ts';
import { unhurried } from '../../customers/unhurried.ts';
import { dayNumberIn } from '../../occasions/day-number.ts';
import { decodeOrder } from '../../orders/order.ts';
import { type OrderState, orderState } from '../../orders/order-state.ts';
import type { Store } from '../../store/store.ts';
import { type Snapshot, snapshotOf } from '../next/kept-sessions.ts';
import { type ModelRoom, roomy } from '../next/model-room.ts';
import { addSessions, emptyIndex, type IndexLimits } from '../next/session-index.ts';
import { itemsIn, sessionCount } from '../next/sessions.ts';
import { decodeModel, encodeModel, type KeptModel } from './encoded-model.ts';
import { type Fitter, fitInSlices } from './fit-in-slices.ts';
import { createItemNumbers } from './item-numbers.ts';
import { keepModel, readKept } from './kept-model.ts';
import { createLookers, type Lookers, limitsOfLookers, type Standing } from './lookers.ts';
import { createOrders, type Orders, type Placed } from './orders.ts';
import type { Groups } from './popularity.ts';
import { createShelfModel, type Kind, type ShelfModel } from './shelf-model.ts';
import { createVisits, type OpenVisit, type Visits } from './visits.ts';
import { followedBy, followLog, followWatching } from './visits-of-log.ts';
import { createWatching } from './watching.ts';

/** The model of a shop at work: follows the log at once, and fits in the background what has grown. */
export interface LearningModel extends ShelfModel {
  /** Fits what has grown enough since the last time, and keeps it. Lets others work in between; what is under way is joined. */
  learn(log: FollowedLog): Promise<void>;
  /** What these visitors did is taken out of it with the next `learn`; who they are, at once. */
  forget(visitors: readonly string[]): void;
  /** Stops what is under way. */
  close(): Promise<void>;
}

export interface FollowedLog {
  /** The place up to which it has been followed. */
  through(): number;
  /** Does this while nothing is followed. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Fewer sessions say what they say without a fit. */
const fewest = 20;
/** By how much there must be more of them for a new fit. */
const growth = 1.1;
/** How many times as long as the last fit took it leaves the machine alone. */
const rests = 10;
/** For what is read before and after a fit: half of one core, in slices that nobody notices. */
const pace = { slice: 5, steps: 4_096, rest: 5 };
const page = 5_000;

/** `now`: ms since 1970. */
export async function openModel(
  store: Pick<Store, 'all' | 'write'>,
  groups: Groups,
  now: number,
  {
    room = roomy,
    fitTo = fitInSlices(room),
    timeZone = 'UTC',
  }: { room?: ModelRoom; fitTo?: Fitter; timeZone?: string } = {},
): Promise<LearningModel> {
  const { limits } = room;
  const kept = await readModel(store);
  const visits = kept ? await keptVisits(kept, limits) : createVisits(createItemNumbers(), null, limits);
  const lookers = kept ? await keptLookers(kept, limits) : createLookers(limits);
  await followLog(store, kept?.through ?? 0, followedBy(visits, lookers));
  const orders = createOrders(groups, createItemNumbers(kept?.names.orders), {
    limits,
    dayAt: dayNumberIn(timeZone),
  });
  await fillOrders(store, orders, lookers);
  await unhurried(orders.settle(now));
  const watching = createWatching();
  await followWatching(store, now, watching);
  const { workings, ...model } = createShelfModel(groups, {
    ...{ visits, lookers, orders, watching },
    ...(kept ? { fits: kept.fits } : {}),
  });
  let isStale = false;
  const closing = new AbortController();
  let learning: Promise<void> | null = null;
  let restsUntil = 0;

  const slowly = <T>(work: Generator<unknown, T>) => unhurried(work, () => closing.signal.aborted, pace);

  /** What somebody did who was erased is in the index without their name; without them it is as a rebuild makes it. */
  async function readAgain({ alone }: FollowedLog): Promise<void> {
    isStale = false;
    const fresh = { visits: createVisits(workings.visits.numbers, null, limits), lookers: createLookers(limits) };
    const sessionOf = (order: string) => workings.lookers.sessionOf(order) ?? workings.orders.sessionOf(order);
    const followed = followedBy(fresh.visits, fresh.lookers, sessionOf);
    const through = await followLog(store, 0, followed);
    await alone(async () => {
      await followLog(store, through, followed);
      workings.replaceVisits(fresh);
    });
  }

  const indexOf = (kind: Kind) => workings[kind].index;

  function isDue(kind: Kind): boolean {
    const { sessions } = indexOf(kind);
    return sessions >= Math.max(fewest, workings.fits[kind].sessions * growth);
  }

  async function learnFrom(kind: Kind): Promise<void> {
    const { sessions } = indexOf(kind);
    const began = performance.now();
    const snapshot = await slowly(snapshotOf(indexOf(kind), kind === 'visits' ? workings.visits.open.values() : []));
    if (!snapshot) return;
    const fitted = await fitTo(snapshot.sessions, kind === 'visits' ? 'sessions' : 'baskets', closing.signal);
    if (!fitted) return;
    workings.refit(kind, { fitted, sessions });
    restsUntil = performance.now() + rests * (performance.now() - began);
  }

  async function keep({ through }: FollowedLog): Promise<void> {
    const at = through();
    const { visits, lookers, orders, fits } = workings;
    const layingOut = lookers.standing();
    const open = [...visits.open].map(([visitor, { session, last, at }]) => ({ visitor, session, last, at }));
    const snapshot = await slowly(snapshotOf(visits.index, visits.open.values()));
    const occasions = snapshot && (await slowly(snapshotOf(lookers.index)));
    const standing = occasions && (await slowly(layingOut));
    if (!standing) return;
    const going: KeptModel['open'] = open.flatMap(({ visitor, session, last, at }) => {
      const place = placeIn(snapshot.numbers, session);
      return place === null ? [] : [[visitor, place, last, at] as const];
    });
    const names = { visits: visits.numbers.names, orders: orders.numbers.names };
    const looked = occasionsUntil(occasions, standing);
    const model = { through: at, names, visits: snapshot.sessions, open: going, looked, fits };
    await keepModel(store, encodeModel(model), () => isStale || closing.signal.aborted);
  }

  async function learnNow(log: FollowedLog): Promise<void> {
    const wasStale = isStale;
    if (isStale) await readAgain(log);
    const due = performance.now() < restsUntil ? [] : (['visits', 'orders'] as const).filter(isDue);
    for (const kind of due) await learnFrom(kind);
    if ((wasStale || due.length > 0) && !closing.signal.aborted) await keep(log);
  }

  return {
    ...model,
    learn: (log) => {
      learning ??= learnNow(log).finally(() => {
        learning = null;
      });
      return learning;
    },
    forget: (visitors) => {
      workings.visits.forget(visitors);
      workings.lookers.forget(visitors);
      workings.watching.forget(visitors);
      isStale = true;
    },
    close: async () => {
      closing.abort();
      await learning?.catch(() => {});
    },
  };
}

/** Where a number is among these, which grow. */
function placeIn(numbers: Int32Array, wanted: number): number | null {
  let from = 0;
  for (let to = numbers.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted ? from : null;
}

/** What was cut off, or is of another version, is made anew. */
async function readModel(store: Pick<Store, 'all'>): Promise<KeptModel | null> {
  const packed = await readKept(store);
  return packed && decodeModel(packed);
}

async function keptVisits({ visits, open, names }: KeptModel, limits: IndexLimits): Promise<Visits> {
  const expected = { sessions: sessionCount(visits), items: itemsIn(visits) };
  const index = emptyIndex(names.visits.length, limits, expected);
  await unhurried(addSessions(index, visits));
  const going = open.map(([visitor, session, last, at]): [string, OpenVisit] => {
    const length = index.lengths[session] ?? 0;
    return [visitor, { session, room: length, length, last, at }];
  });
  return createVisits(createItemNumbers(names.visits), { index, open: new Map(going) });
}

async function keptLookers({ looked, names }: KeptModel, limits: IndexLimits): Promise<Lookers> {
  const { occasions, standing } = looked;
  const expected = { sessions: sessionCount(occasions), items: itemsIn(occasions) };
  const index = emptyIndex(names.visits.length, limitsOfLookers(limits), expected);
  await unhurried(addSessions(index, occasions));
  return createLookers(limits, { index, standing });
}

/** Those of before, numbered from 0: meanwhile somebody may have ordered. What was pushed out meanwhile is without its items. */
function occasionsUntil({ sessions, numbers }: Snapshot, standing: Standing): KeptModel['looked'] {
  let count = numbers.length;
  while (count > 0 && (numbers[count - 1] ?? 0) >= standing.occasions) count--;
  const orders = standing.orders.slice(standing.orders.length - count);
  const starts = sessions.starts.subarray(0, count + 1);
  const items = sessions.items.subarray(0, starts.at(-1));
  const times = sessions.times?.subarray(0, count) ?? null;
  return { occasions: { ...sessions, items, starts, times }, standing: { ...standing, occasions: count, orders } };
}

/** In the order of their times, so that the same orders make the same model however they came. */
async function fillOrders(store: Pick<Store, 'all'>, orders: Orders, lookers: Lookers): Promise<void> {
  for (let after: { at: number; id: string } = { at: -1, id: '' }; ; ) {
    const rows = await store.all(
      'SELECT at, id, body FROM orders WHERE gross IS NOT NULL AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?',
      [after.at, after.id, page],
    );
    for (const [at, id, body] of rows) {
      const order = orderState(decodeOrder(String(body)));
      const all = order.lines.map((line) => line.id);
      const kept = keptOf(order);
      orders.add(String(id), all, Number(at), placedBy(String(id), order, order.visitor));
      lookers.settle(String(id), orders.sessionOf(String(id)));
      if (kept.length < all.length) orders.change(String(id), kept);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = { at: Number(last[0]), id: String(last[1]) };
  }
}

type Ordered = { [field in keyof Place]?: Place[field] | null } & { forAnother: boolean };

/**
 * Where an order was placed, as near as anybody has told, by whom, and whether for somebody else; who is known to nobody is another one
 * with each order.
 */
export function placedBy(id: string, { region, country, forAnother }: Ordered, visitor: string | null): Placed {
  const isKnown = visitor !== null && !visitor.startsWith('~');
  return { place: region ?? country ?? '', buyer: isKnown ? visitor : id, forAnother };
}

/** What was bought, and not sent back: of what nobody kept there is nothing to learn. */
export function keptOf({ status, lines }: OrderState): string[] {
  if (status === 'cancelled') return [];
  return lines.filter(({ quantity, returned }) => returned < quantity).map(({ id }) => id);
}
