import { unfitted } from '../next/fit-next-item.ts';
import type { Fitted } from '../next/next-item.ts';
import { type Asking, createAsking } from './asking.ts';
import { type BoughtAfter, boughtAfter } from './bought-after.ts';
import { type BoughtBeside, boughtBeside } from './bought-beside.ts';
import type { Gifts } from './gifts.ts';
import { createLookers, type Lookers } from './lookers.ts';
import type { Near } from './near.ts';
import { createOrders, type Orders } from './orders.ts';
import type { Groups, Popularity } from './popularity.ts';
import { rememberedAnswers } from './remembered-answers.ts';
import { sharing } from './sharing.ts';
import type { Trend } from './trend.ts';
import { createVisits, toSeconds, type Visits } from './visits.ts';
import { type Followed, followedBy } from './visits-of-log.ts';
import { createWatching, type Watching } from './watching.ts';
import type { WindowSales } from './window-sales.ts';

/**
 * What the shop's log says of which product goes with which: visits and orders as they are, with what was fitted to each of
 * them last. An event is in the very next answer, and nothing has to be fitted for that.
 */
export interface ShelfModel extends Followed {
  /** A new order, and what has become of one. */
  order: Orders['add'];
  changeOrder: Orders['change'];
  /** What comes next in visits in which these were, the newest last, and is none of them; best first. */
  next(anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[];
  /** What else was in orders with any of these, best first. */
  boughtWith(anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[];
  /** What those ordered who had looked at any of these and did not order it; best first. */
  boughtAfter(anchors: readonly string[], allowed: Filter, limit: number): Neighbour[];
  /** What is bought beside any of these far more often than without; best first. */
  accessories: BoughtBeside;
  popular: Popularity['best'];
  popularity: Popularity['of'];
  /** What sold best in the last days. */
  soldWithin: WindowSales['best'];
  trending: Trend['rising'];
  /** In how many visits a product was looked at. */
  looks(product: string): number;
  /** In how many orders it is. */
  bought(product: string): number;
  /** What is in the newest visits, or orders, in which a product is, most of them first; yields after every few. */
  together(kind: Kind, product: string, most: number): Generator<void, Together>;
  popularNear: Near['best'];
  borrowingRegions: Near['borrowing'];
  watchedNow: Watching['best'];
  gifts: Gifts['ranked'];
  giftOrders: Gifts['orders'];
  /** From how many visits and orders it speaks, and so on; `now` in ms. */
  heard(now: number): Heard;
}

/**
 * How many visits and orders there are, orders of those who had looked at something before, orders that it is known of from where, and
 * visitors who look around just now.
 */
type Heard = Record<Kind | 'orders-after-looks' | 'placed-orders' | 'visitors-now', number>;

type Filter = (product: string) => boolean;

/** At most as many as were asked for, and how many there are in all. */
export interface Together {
  products: { product: string; shared: number }[];
  count: number;
}

export interface Neighbour {
  product: string;
  /** The anchor that speaks most for it, and in how many of the visits or orders looked at both were. */
  anchor: string;
  support: number;
}

/** What it is made of, for those who fit and keep it. */
export interface Workings {
  readonly visits: Visits;
  readonly lookers: Lookers;
  /** Takes up others in place of these, with the same numbers. */
  replaceVisits(fresh: { visits: Visits; lookers: Lookers }): void;
  readonly orders: Orders;
  readonly watching: Watching;
  fits: Record<Kind, Fit>;
  refit(kind: Kind, fit: Fit): void;
}

export type Kind = 'visits' | 'orders';

/** What was fitted last, and how many sessions there had been. */
export interface Fit {
  fitted: Fitted;
  sessions: number;
}

/** Seconds of log that the age of sessions is measured by before the first fit. */
const usualSpan = 60 * 86_400;

interface Made {
  visits: Visits;
  lookers: Lookers;
  orders: Orders;
  watching: Watching;
  fits: Record<Kind, Fit>;
}

export function createShelfModel(
  groups: Groups = { of: () => null, version: () => 0 },
  made: Partial<Made> = {},
): ShelfModel & { workings: Workings } {
  let visits = made.visits ?? createVisits();
  let lookers = made.lookers ?? createLookers();
  const orders = made.orders ?? createOrders(groups);
  const watching = made.watching ?? createWatching();
  let followed = followedBy(visits, lookers, orders.sessionOf);
  let askLookers: BoughtAfter = boughtAfter(lookers, orders);
  const fits = made.fits ?? {
    visits: { fitted: unfitted('sessions', usualSpan), sessions: 0 },
    orders: { fitted: unfitted('baskets', usualSpan), sessions: 0 },
  };
  const partOf = (kind: Kind) => (kind === 'visits' ? visits : orders);
  /** Made when first asked, and again where something else was fitted. */
  const asking: { [kind in Kind]?: Asking } = {};
  const askingOf = (kind: Kind): Asking => {
    const known = asking[kind];
    if (known) return known;
    const made = createAsking({ index: partOf(kind).index, ...fits[kind].fitted });
    // Whoever asks of visits has just gone on with one, so that no answer would stand.
    asking[kind] = kind === 'orders' ? rememberedAnswers(made, orders.changesOf) : made;
    return asking[kind];
  };

  const ask = (kind: Kind, anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[] => {
    const { names, find } = partOf(kind).numbers;
    const asked = anchors.map(find);
    // People go back, but a product is no reason to show itself.
    const isAllowed = (item: number) => !asked.includes(item) && allowed(names[item] ?? '');
    return askingOf(kind)
      .best(asked, toSeconds(now), isAllowed, limit)
      .map(({ item, anchor, support }) => ({ product: names[item] ?? '', anchor: names[anchor] ?? '', support }));
  };

  return {
    look: (visitor, product, at, purpose) => {
      followed.look(visitor, product, at, purpose);
      watching.look(visitor, product, at);
    },
    drop: (visitor, product) => followed.drop(visitor, product),
    // Another report of an order that is known is settled at once, a new one when it is taken in.
    turn: (visitor, products, purpose) => followed.turn(visitor, products, purpose),
    buy: (visitor, order, at, purpose) => followed.buy(visitor, order, at, purpose),
    order: (id, products, at, by) => {
      orders.add(id, products, at, by);
      lookers.settle(id, orders.sessionOf(id));
    },
    changeOrder: orders.change,
    next: (anchors, now, allowed, limit) => ask('visits', anchors, now, allowed, limit),
    boughtWith: (anchors, now, allowed, limit) => ask('orders', anchors, now, allowed, limit),
    boughtAfter: (anchors, allowed, limit) =>
      askLookers(
        anchors.map((product) => ({ product, looked: visits.numbers.find(product) })),
        allowed,
        limit,
      ),
    accessories: boughtBeside(orders),
    popular: orders.popular,
    popularity: orders.popularity,
    soldWithin: orders.soldWithin,
    trending: orders.trending,
    looks: (product) => listedIn(visits, product),
    bought: (product) => listedIn(orders, product),
    together: function* (kind, product, most) {
      const { index, numbers } = partOf(kind);
      const { items, count } = yield* sharing(index, numbers.find(product), most);
      return { products: items.map(({ item, shared }) => ({ product: numbers.names[item] ?? '', shared })), count };
    },
    popularNear: orders.near.best,
    borrowingRegions: orders.near.borrowing,
    watchedNow: watching.best,
    gifts: orders.gifts.ranked,
    giftOrders: orders.gifts.orders,
    heard: (now) => ({
      ...{ visits: visits.index.sessions, orders: orders.index.sessions, 'orders-after-looks': lookers.index.sessions },
      ...{ 'placed-orders': orders.near.placed, 'visitors-now': watching.visitors(now) },
    }),
    workings: {
      get visits() {
        return visits;
      },
      get lookers() {
        return lookers;
      },
      replaceVisits: (fresh) => {
        ({ visits, lookers } = fresh);
        followed = followedBy(visits, lookers, orders.sessionOf);
        delete asking.visits;
        askLookers = boughtAfter(lookers, orders);
      },
      orders,
      watching,
      fits,
      refit: (kind, fit) => {
        fits[kind] = fit;
        delete asking[kind];
      },
    },
  };
}

function listedIn({ index, numbers }: Pick<Visits, 'index' | 'numbers'>, product: string): number {
  const item = numbers.find(product);
  return item < 0 ? 0 : (index.listed[item] ?? 0);
}
