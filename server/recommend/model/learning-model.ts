import { unhurried } from '../../customers/unhurried.ts';
import { decodeOrder } from '../../orders/order.ts';
import { orderState } from '../../orders/order-state.ts';
import type { Store } from '../../store/store.ts';
import { fitNextItem } from '../next/fit-next-item.ts';
import { snapshotOf } from '../next/kept-sessions.ts';
import { addSessions, emptyIndex } from '../next/session-index.ts';
import { itemsIn, sessionCount } from '../next/sessions.ts';
import { decodeModel, encodeModel, type KeptModel } from './encoded-model.ts';
import { createItemNumbers, type ItemNumbers } from './item-numbers.ts';
import { keepModel, readKept } from './kept-model.ts';
import type { Groups } from './popularity.ts';
import { createShelfModel, type Kind, type ShelfModel } from './shelf-model.ts';
import { createVisits, type OpenVisit, type Visits } from './visits.ts';
import { followLog } from './visits-of-log.ts';

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
/** Half of one core, in slices that nobody notices. */
const pace = { slice: 5, steps: 4_096, rest: 5 };
const page = 5_000;

export async function openModel(store: Pick<Store, 'all' | 'write'>, groups: Groups): Promise<LearningModel> {
  const kept = await readModel(store);
  const numbers = createItemNumbers();
  const visits = kept ? await keptVisits(kept, numbers) : createVisits();
  await followLog(store, kept?.through ?? 0, visits, numbers);
  const { workings, ...model } = createShelfModel({ groups, numbers, visits, ...(kept ? { fits: kept.fits } : {}) });
  await fillOrders(store, model);
  let isStale = false;
  let isClosed = false;
  let learning: Promise<void> | null = null;
  let restsUntil = 0;

  const slowly = <T>(work: Generator<unknown, T>) => unhurried(work, () => isClosed, pace);

  /** What somebody did who was erased is in the index without their name; without them it is as a rebuild makes it. */
  async function readAgain({ alone }: FollowedLog): Promise<void> {
    isStale = false;
    const fresh = createVisits();
    const through = await followLog(store, 0, fresh, numbers);
    await alone(async () => {
      await followLog(store, through, fresh, numbers);
      workings.replaceVisits(fresh);
    });
  }

  const indexOf = (kind: Kind) => (kind === 'visits' ? workings.visits.index : workings.orders);

  function isDue(kind: Kind): boolean {
    const { sessions } = indexOf(kind);
    return sessions >= Math.max(fewest, workings.fits[kind].sessions * growth);
  }

  async function learnFrom(kind: Kind): Promise<void> {
    const { sessions } = indexOf(kind);
    const began = performance.now();
    const snapshot = await slowly(snapshotOf(indexOf(kind), kind === 'visits' ? workings.visits.open.values() : []));
    if (!snapshot) return;
    const fitted = await slowly(fitNextItem(snapshot.sessions, { kind: kind === 'visits' ? 'sessions' : 'baskets' }));
    if (!fitted) return;
    const { index: _, ...rest } = fitted;
    workings.refit(kind, { fitted: rest, sessions });
    restsUntil = performance.now() + rests * (performance.now() - began);
  }

  async function keep({ through }: FollowedLog): Promise<void> {
    const at = through();
    const { visits, fits } = workings;
    const open = [...visits.open].map(([visitor, { session, last, at }]) => ({ visitor, session, last, at }));
    const snapshot = await slowly(snapshotOf(visits.index, visits.open.values()));
    if (!snapshot) return;
    const going: KeptModel['open'] = open.flatMap(({ visitor, session, last, at }) => {
      const place = placeIn(snapshot.numbers, session);
      return place === null ? [] : [[visitor, place, last, at] as const];
    });
    const model = { through: at, names: numbers.names, visits: snapshot.sessions, open: going, fits };
    await keepModel(store, encodeModel(model), () => isStale || isClosed);
  }

  async function learnNow(log: FollowedLog): Promise<void> {
    if (isStale) await readAgain(log);
    if (performance.now() < restsUntil) return;
    const due = (['visits', 'orders'] as const).filter(isDue);
    for (const kind of due) await learnFrom(kind);
    if (due.length > 0 && !isClosed) await keep(log);
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
      isStale = true;
    },
    close: async () => {
      isClosed = true;
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

async function keptVisits({ visits, open, names }: KeptModel, numbers: ItemNumbers): Promise<Visits> {
  for (const name of names) numbers.of(name);
  const expected = { sessions: sessionCount(visits), items: itemsIn(visits) };
  const index = emptyIndex(names.length, undefined, expected);
  await unhurried(addSessions(index, visits));
  const going = open.map(([visitor, session, last, at]): [string, OpenVisit] => {
    const length = index.lengths[session] ?? 0;
    return [visitor, { session, room: length, length, last, at }];
  });
  return createVisits(index, new Map(going));
}

/** In the order of their times, so that the same orders make the same model however they came. */
async function fillOrders(store: Pick<Store, 'all'>, model: Pick<ShelfModel, 'order'>): Promise<void> {
  for (let after: { at: number; id: string } = { at: -1, id: '' }; ; ) {
    const rows = await store.all(
      'SELECT at, id, body FROM orders WHERE gross IS NOT NULL AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?',
      [after.at, after.id, page],
    );
    for (const [at, , body] of rows) {
      const { lines } = orderState(decodeOrder(String(body)));
      model.order(
        lines.map(({ id }) => id),
        Number(at),
      );
    }
    const last = rows.at(-1);
    if (!last) return;
    after = { at: Number(last[0]), id: String(last[1]) };
  }
}
