import { createRecent } from '../../recent.ts';
import {
  addSession,
  defaultLimits,
  emptyIndex,
  extendSession,
  type SessionIndex,
  takeOut,
} from '../next/session-index.ts';
import { createGifts, type GiftOrder, type Gifts } from './gifts.ts';
import { createItemNumbers, type ItemNumbers } from './item-numbers.ts';
import { createNear, type Near, type PlacedOrder } from './near.ts';
import { createPopularity, type Groups, type Popularity } from './popularity.ts';
import { createSalesByDay, dayLength } from './sales-by-day.ts';
import { createTrend, type Trend } from './trend.ts';
import { toSeconds } from './visits.ts';
import { createWindowSales, type WindowSales } from './window-sales.ts';

/** What is bought together, and kept: orders as sessions of an index. */
export interface Orders {
  readonly index: SessionIndex;
  readonly numbers: ItemNumbers;
  /** A new order of these products; ms since 1970, and where, by whom and for whom it was placed: in no place, by nobody known, for them. */
  add(id: string, products: readonly string[], at: number, by?: Partial<Placed>): void;
  /** What has become of an order: what came back does not count any more. Of one of long ago nothing changes. */
  change(id: string, products: readonly string[], by?: Placed): void;
  popular: Popularity['best'];
  popularity: Popularity['of'];
  soldWithin: WindowSales['best'];
  trending: Trend['rising'];
  settle: Trend['settle'];
  /** Which session of the index an order is; -1 of one that is none, or of long ago. */
  sessionOf(id: string): number;
  near: Pick<Near, 'best' | 'borrowing' | 'placed'>;
  gifts: Pick<Gifts, 'ranked' | 'orders'>;
  /** How often an order with this item was new, or has changed. */
  changesOf(item: number): number;
}

/** See `PlacedOrder`. `forAnother`: it was said of the visit that it is for somebody else. */
export type Placed = Pick<PlacedOrder, 'place' | 'buyer'> & Pick<GiftOrder, 'forAnother'>;

interface Known extends Placed {
  /** -1 for one that is in no session. */
  session: number;
  items: number[];
  at: number;
}

/** Orders with more products are a wholesaler's: every product was bought with every other, which says little. */
const widest = 150;
/** Orders that may still change: so many are known at least, and at most twice as many. */
const remembered = 20_000;

/** `dayAt`: which day of the shop a moment is in, as a number since 1970. */
export function createOrders(
  groups: Groups,
  numbers = createItemNumbers(),
  { limits = defaultLimits, dayAt = (at: number) => Math.floor(at / dayLength) } = {},
): Orders {
  const index = emptyIndex(0, limits);
  const popularity = createPopularity(numbers, groups);
  const sales = createSalesByDay();
  const trend = createTrend(numbers, sales);
  const windows = createWindowSales(numbers, sales);
  const near = createNear(numbers);
  const gifts = createGifts(numbers, dayAt);
  const recent = createRecent<Known>(remembered);
  const changes: number[] = [];
  const count = (item: number, at: number, sign: 1 | -1) => {
    if (sign > 0) popularity.add(item, at);
    else popularity.takeBack(item, at);
    const day = Math.floor(at / dayLength);
    if (!sales.change(item, day, sign)) return;
    trend.changed(item, day, sign);
    windows.changed(item, day, sign);
  };
  const changed = (items: readonly number[]) => {
    for (const item of items) changes[item] = (changes[item] ?? 0) + 1;
  };
  const itemsOf = (products: readonly string[]) => [...new Set(products)].map(numbers.of).filter((item) => item >= 0);

  return {
    index,
    numbers,
    add: (id, products, at, { place = '', buyer = id, forAnother = false } = {}) => {
      const items = itemsOf(products);
      const placed = { place, buyer, forAnother };
      near.add({ items, at, ...placed });
      gifts.add({ id, items, at, forAnother });
      for (const item of items) count(item, at, 1);
      changed(items);
      const isTelling = items.length <= widest;
      recent.set(id, { session: isTelling ? addSession(index, items, toSeconds(at)) : -1, items, at, ...placed });
    },
    change: (id, products, by) => {
      const known = recent.get(id);
      if (!known) return;
      const items = itemsOf(products);
      near.takeBack(known);
      gifts.takeBack({ id, ...known });
      Object.assign(known, by);
      gifts.add({ id, ...known, items });
      near.add({ ...known, items });
      changed(known.items);
      changed(items);
      for (const item of known.items) {
        if (items.includes(item)) continue;
        count(item, known.at, -1);
        takeOut(index, known.session, item);
      }
      for (const item of items) {
        if (known.items.includes(item)) continue;
        count(item, known.at, 1);
        const { session } = known;
        if (session >= 0) extendSession(index, { session, room: roomOf(index, session) }, item, toSeconds(known.at));
      }
      known.items = items;
    },
    popular: popularity.best,
    popularity: popularity.of,
    soldWithin: windows.best,
    trending: trend.rising,
    settle: trend.settle,
    sessionOf: (id) => recent.get(id)?.session ?? -1,
    near,
    gifts,
    changesOf: (item) => changes[item] ?? 0,
  };
}

/** Orders stand close together: none has room for more where it is. */
function roomOf({ lengths }: SessionIndex, session: number): number {
  return lengths[session & (lengths.length - 1)] ?? 0;
}
