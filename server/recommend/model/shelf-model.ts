import { unfitted } from '../next/fit-next-item.ts';
import type { Fitted } from '../next/next-item.ts';
import { addSession, emptyIndex, type SessionIndex } from '../next/session-index.ts';
import { type Asking, createAsking } from './asking.ts';
import { createItemNumbers, type ItemNumbers } from './item-numbers.ts';
import { createPopularity, type Groups, type Popularity } from './popularity.ts';
import { createVisits, toSeconds, type Visits } from './visits.ts';

/**
 * What the shop's log says of which product goes with which: visits and orders as they are, with what was fitted to each of
 * them last. An event is in the very next answer, and nothing has to be fitted for that.
 */
export interface ShelfModel {
  /** A visitor looked at a product, or put it into the cart; ms since 1970. */
  look(visitor: string, product: string, at: number): void;
  /** An order of these products, once; ms since 1970. */
  order(products: readonly string[], at: number): void;
  /** What comes next in visits in which these were, the newest last, and is none of them; best first. */
  next(anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[];
  /** What else was in orders with any of these, best first. */
  boughtWith(anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[];
  popular: Popularity['best'];
}

type Filter = (product: string) => boolean;

export interface Neighbour {
  product: string;
  /** The anchor that speaks most for it, and in how many of the visits or orders looked at both were. */
  anchor: string;
  support: number;
}

/** What it is made of, for those who fit and keep it. */
export interface Workings {
  numbers: ItemNumbers;
  readonly visits: Visits;
  /** Takes up other visits in place of these. */
  replaceVisits(fresh: Visits): void;
  orders: SessionIndex;
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
/** Orders with more products are a wholesaler's: every product was bought with every other, which says little. */
const widest = 150;

interface Made {
  groups?: Groups;
  numbers?: ItemNumbers;
  visits?: Visits;
  fits?: Record<Kind, Fit>;
}

export function createShelfModel(made: Made = {}): ShelfModel & { workings: Workings } {
  const numbers = made.numbers ?? createItemNumbers();
  const popularity = createPopularity(numbers, made.groups ?? { of: () => null, version: () => 0 });
  let visits = made.visits ?? createVisits();
  const orders = emptyIndex(0);
  const fits = made.fits ?? {
    visits: { fitted: unfitted('sessions', usualSpan), sessions: 0 },
    orders: { fitted: unfitted('baskets', usualSpan), sessions: 0 },
  };
  /** Made when first asked, and again where something else was fitted. */
  const asking: { [kind in Kind]?: Asking } = {};
  const askingOf = (kind: Kind): Asking => {
    asking[kind] ??= createAsking({ index: kind === 'visits' ? visits.index : orders, ...fits[kind].fitted });
    return asking[kind];
  };

  const ask = (kind: Kind, anchors: readonly string[], now: number, allowed: Filter, limit: number): Neighbour[] => {
    const { names } = numbers;
    const asked = anchors.map(numbers.find);
    // People go back, but a product is no reason to show itself.
    const isAllowed = (item: number) => !asked.includes(item) && allowed(names[item] ?? '');
    return askingOf(kind)
      .best(asked, toSeconds(now), isAllowed, limit)
      .map(({ item, anchor, support }) => ({ product: names[item] ?? '', anchor: names[anchor] ?? '', support }));
  };

  return {
    look: (visitor, product, at) => {
      const item = numbers.of(product);
      if (item >= 0) visits.follow(visitor, item, at);
    },
    order: (products, at) => {
      const items = [...new Set(products)].map(numbers.of).filter((item) => item >= 0);
      for (const item of items) popularity.add(item, at);
      if (items.length > 0 && items.length <= widest) addSession(orders, items, toSeconds(at));
    },
    next: (anchors, now, allowed, limit) => ask('visits', anchors, now, allowed, limit),
    boughtWith: (anchors, now, allowed, limit) => ask('orders', anchors, now, allowed, limit),
    popular: popularity.best,
    workings: {
      numbers,
      get visits() {
        return visits;
      },
      replaceVisits: (fresh) => {
        visits = fresh;
        delete asking.visits;
      },
      orders,
      fits,
      refit: (kind, fit) => {
        fits[kind] = fit;
        delete asking[kind];
      },
    },
  };
}
