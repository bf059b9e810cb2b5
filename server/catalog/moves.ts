import { compare } from '../text-order.ts';
import { createOrdered, type Ordered, sortedSlowly } from './ordered.ts';
import { day, dropOf, type Past, returnOf } from './past.ts';
import type { Product } from './product.ts';

/** A product that costs less, since a time (ms), than the `was` (minor units of its currency) of before. */
export interface Drop {
  product: Product;
  since: number;
  was: number;
}

/** A product that is in stock again, since a time; ms. */
export interface Return {
  product: Product;
  since: number;
}

/** The first thousand in their order: decisions choose among these, and to look each of them up takes a millisecond. */
export interface First<T> {
  all: readonly T[];
  /** Where those of a category stand, the first one first. */
  placesOf(category: string): readonly number[];
}

/** What has become cheaper, and what has come back, in these thirty days. */
export interface Moves {
  /** By the part of the price that is gone, the largest first. `now` in ms. */
  drops(now: number): Iterable<Drop>;
  firstDrops(now: number): First<Drop>;
  dropOf(id: string, now: number): Drop | null;
  /** The latest first. */
  returns(now: number): Iterable<Return>;
  firstReturns(now: number): First<Return>;
  returnOf(id: string, now: number): Return | null;
}

/** The moves of a catalogue at work. */
export interface LiveMoves extends Moves {
  set(product: Product, past: Past | undefined): void;
  /** Sorts all of these, with pauses; what it gives back puts them in place of those before. */
  prepare(all: Iterable<[Product, Past]>): Promise<() => void>;
}

/** A price that stands for longer is the usual one, and what came back long ago is simply there; ms. */
const lasting = 30 * day;

const mostFirst = 1_000;

/** The catalogue whose moves they are. */
interface Offering {
  /** This very product is in it. */
  has(product: Product): boolean;
  /** Another number says that this may have changed. */
  version(): number;
}

export function createMoves(offering: Offering): LiveMoves {
  const drops = createList(largestFirst, offering);
  const returns = createList(latestFirst, offering);

  return {
    set: (product, past) => {
      drops.set(product.id, past ? dropIn(product, past) : null);
      returns.set(product.id, past ? returnIn(product, past) : null);
    },
    prepare: async (all) => {
      const [fallen, back]: [Drop[], Return[]] = [[], []];
      for (const [product, past] of all) {
        const [drop, cameBack] = [dropIn(product, past), returnIn(product, past)];
        if (drop) fallen.push(drop);
        if (cameBack) back.push(cameBack);
      }
      const order = [await sortedSlowly(fallen, largestFirst), await sortedSlowly(back, latestFirst)] as const;
      return () => {
        drops.take(order[0]);
        returns.take(order[1]);
      };
    },
    drops: drops.since,
    firstDrops: drops.first,
    dropOf: drops.of,
    returns: returns.since,
    firstReturns: returns.first,
    returnOf: returns.of,
  };
}

function createList<T extends Return>(inOrder: (a: T, b: T) => number, offering: Offering) {
  let byId = new Map<string, T>();
  const ordered: Ordered<T> = createOrdered(inOrder);
  let today = 0;
  /** As of a version of the catalogue, and good between two times; null where the list has changed since. */
  let first: (First<T> & { version: number; from: number; until: number }) | null = null;
  const isOf = ({ product, since }: T, now: number) => since > now - lasting && offering.has(product);

  /** Once a day, so that what is over is not gone through with each decision. */
  function forget(now: number): void {
    if (today === Math.floor(now / day)) return;
    today = Math.floor(now / day);
    for (const [id, one] of byId) if (one.since <= now - lasting) drop(id);
  }

  function drop(id: string): void {
    const before = byId.get(id);
    if (!before) return;
    byId.delete(id);
    ordered.remove(before);
    first = null;
  }

  function* since(now: number): Generator<T> {
    forget(now);
    for (const one of ordered.all()) if (isOf(one, now)) yield one;
  }

  return {
    set: (id: string, one: T | null) => {
      if (!one) return drop(id);
      ordered.add(one, byId.get(id));
      byId.set(id, one);
      first = null;
    },
    take: (order: readonly T[]) => {
      byId = new Map(order.map((one) => [one.product.id, one]));
      ordered.take(order);
      first = null;
    },
    of: (id: string, now: number): T | null => {
      const one = byId.get(id);
      return one && isOf(one, now) ? one : null;
    },
    since,
    first: (now: number): First<T> => {
      const version = offering.version();
      if (!first || first.version !== version || now < first.from || now >= first.until) {
        const all = firstOf(since(now), mostFirst);
        const until = all.reduce((soonest, one) => Math.min(soonest, one.since + lasting), Number.POSITIVE_INFINITY);
        first = { all, placesOf: placesIn(all), version, from: now, until };
      }
      return first;
    },
  };
}

function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.length === most) break;
    first.push(one);
  }
  return first;
}

function placesIn(all: readonly Return[]): (category: string) => readonly number[] {
  const places = new Map<string, number[]>();
  for (const [place, { product }] of all.entries()) {
    const category = product.category ?? '';
    const known = places.get(category);
    if (known) known.push(place);
    else places.set(category, [place]);
  }
  return (category) => places.get(category) ?? [];
}

function dropIn(product: Product, past: Past): Drop | null {
  const drop = dropOf(product, past);
  return drop && { product, ...drop };
}

function returnIn(product: Product, past: Past): Return | null {
  const since = returnOf(product, past);
  return since === null ? null : { product, since };
}

function largestFirst(a: Drop, b: Drop): number {
  return (a.product.price ?? 0) / a.was - (b.product.price ?? 0) / b.was || compare(a.product.id, b.product.id);
}

function latestFirst(a: Return, b: Return): number {
  return b.since - a.since || compare(a.product.id, b.product.id);
}
