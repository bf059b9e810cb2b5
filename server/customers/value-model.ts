import type { Clock } from '../predict/clock.ts';
import { fitBgNbd, fitGammaGamma } from '../predict/fit.ts';
import type { Customer as Known, ValueModel as Model } from '../predict/futures.ts';
import { finish } from '../predict/minimise.ts';
import type { Store } from '../store/store.ts';
import { keepFit, readFit } from './kept-fit.ts';
import type { Customer, CustomerOrder } from './load-customers.ts';
import { fitOrderClock, usualClock } from './order-clock.ts';
import { unhurried } from './unhurried.ts';
import { day } from './waits.ts';

/** The shop's models of who comes back and for how much, fitted in the background. */
export interface ValueModels {
  /** At once: as fitted last, or what is known of other shops as long as nothing was. */
  readonly current: FittedModels;
  /** Fits anew if the last time is long ago or the shop has grown since; a fit that is under way is joined. Lets others work in between. */
  refresh(customers: readonly Customer[]): Promise<void>;
  readonly isFitting: boolean;
  close(): void;
}

export interface FittedModels {
  models: Model;
  /** From one order of somebody's to the next. */
  clock: Clock;
  /** ms since 1970; null before the first fit. */
  at: number | null;
  /** Whose orders it was fitted on. */
  customers: number;
}

const week = 7 * day;
/** Beyond this it fits on as many, evenly picked: the parameters are then known to a hundredth anyway. */
const mostCustomers = 20_000;
const longest = 6 * 3_600_000;
const growth = 1.1;

export async function openValueModels(store: Pick<Store, 'all' | 'write'>, now: () => number): Promise<ValueModels> {
  const kept = (await readFit(store)) ?? { models: finish(fitted([], 0)), at: null, customers: 0 };
  let current: FittedModels = { ...kept, clock: usualClock() };
  /** The clock is not kept: it is fitted at once. */
  let hasClock = false;
  let fitting: Promise<void> | null = null;
  let isClosed = false;

  const isFresh = (count: number) =>
    current.at !== null && now() - current.at < longest && count < current.customers * growth;

  async function learn(customers: readonly Customer[]): Promise<void> {
    const at = now();
    const models = isFresh(customers.length) ? null : await unhurried(fitted(customers, at), () => isClosed);
    if (models) {
      current = { ...current, models, at, customers: customers.length };
      await keepFit(store, { models, at, customers: customers.length });
    }
    const clock = await unhurried(fitOrderClock(customers, at), () => isClosed);
    if (!clock) return;
    current = { ...current, clock };
    hasClock = true;
  }

  return {
    get current() {
      return current;
    },
    get isFitting() {
      return fitting !== null;
    },
    refresh: (customers) => {
      if (fitting === null && hasClock && isFresh(customers.length)) return Promise.resolve();
      fitting ??= learn(customers).finally(() => {
        fitting = null;
      });
      return fitting;
    },
    close: () => {
      isClosed = true;
    },
  };
}

/** What the models know of a customer at `at` (ms). Orders of one day are one purchase, as in the papers. */
export function knownOf({ orders }: { orders: readonly CustomerOrder[] }, at: number): Known {
  const days = [...new Set(orders.map((order) => Math.floor(order.at / day)))];
  const paid = orders.flatMap(({ net }) => (net === null ? [] : [net]));
  const first = orders[0]?.at ?? at;
  const last = orders.at(-1)?.at ?? first;
  return {
    repeats: {
      count: Math.max(0, days.length - 1),
      last: days.length > 1 ? (last - first) / week : 0,
      age: Math.max(0, at - first) / week,
    },
    spending: {
      count: paid.length,
      mean: paid.length === 0 ? 0 : paid.reduce((sum, net) => sum + net, 0) / paid.length,
    },
  };
}

function* fitted(customers: readonly Customer[], at: number): Generator<void, Model> {
  const stride = Math.max(1, customers.length / mostCustomers);
  const picked = customers.filter((_, place) => Math.floor(place / stride) !== Math.floor((place - 1) / stride));
  const known = picked.map((customer) => knownOf(customer, at));
  const spenders = known.map(({ spending }) => spending).filter(({ count, mean }) => count > 0 && mean > 0);
  // Of all orders, not of repeat orders alone as in the paper: a shop has those of most people only.
  const orders = spenders.reduce((sum, { count }) => sum + count, 0);
  const unit = orders === 0 ? 1 : spenders.reduce((sum, { count, mean }) => sum + count * mean, 0) / orders;
  const repeats = yield* fitBgNbd(
    known.map(({ repeats }) => repeats),
    'published',
  );
  const spending = yield* fitGammaGamma(spenders, unit, 'published');
  return { repeats, spending };
}
