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

/** What has become cheaper, and what has come back, in these thirty days. */
export interface Moves {
  /** By the part of the price that is gone, the largest first. `now` in ms. */
  drops(now: number): Iterable<Drop>;
  dropOf(id: string, now: number): Drop | null;
  /** The latest first. */
  returns(now: number): Iterable<Return>;
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

/** `isOffered`: this very product is in the catalogue. */
export function createMoves(isOffered: (product: Product) => boolean): LiveMoves {
  const drops = createList(largestFirst, isOffered);
  const returns = createList(latestFirst, isOffered);

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
    dropOf: drops.of,
    returns: returns.since,
    returnOf: returns.of,
  };
}

function createList<T extends Return>(inOrder: (a: T, b: T) => number, isOffered: (product: Product) => boolean) {
  let byId = new Map<string, T>();
  const ordered: Ordered<T> = createOrdered(inOrder);
  let today = 0;
  const isOf = ({ product, since }: T, now: number) => since > now - lasting && isOffered(product);

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
  }

  return {
    set: (id: string, one: T | null) => {
      if (!one) return drop(id);
      ordered.add(one, byId.get(id));
      byId.set(id, one);
    },
    take: (order: readonly T[]) => {
      byId = new Map(order.map((one) => [one.product.id, one]));
      ordered.take(order);
    },
    of: (id: string, now: number): T | null => {
      const one = byId.get(id);
      return one && isOf(one, now) ? one : null;
    },
    since: function* (now: number): Generator<T> {
      forget(now);
      for (const one of ordered.all()) if (isOf(one, now)) yield one;
    },
  };
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
