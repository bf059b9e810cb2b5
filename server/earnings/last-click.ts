import { sorting } from '../sorting.ts';
import { compare } from '../text-order.ts';
import { eachOf } from './each-of.ts';

/** A card of a shelf that somebody opened. */
export interface Click {
  /** The event's. */
  id: string;
  /** ms since 1970. */
  at: number;
  /** Of the shop's zone. */
  day: string;
  visitor: string;
  /** Whose the visitor is. */
  person: string;
  product: string;
  /** The receipt that it was decided by. */
  decision: string;
  slot: string;
  recipe: string;
  version: number;
}

/** For how long a click counts, in days: what is bought later was found otherwise. */
export const clickDays = 7;

const reach = clickDays * 86_400_000;

export interface LastClick {
  /** Whether this person has opened anything. */
  has(person: string): boolean;
  /** The last click of this person on this very product within the 7 days before a moment. */
  of(person: string, product: string, at: number): Click | null;
}

/** Yields between some clicks. */
export function* lastClicks(clicks: readonly Click[]): Generator<void, LastClick> {
  const known = new Map<string, Map<string, Click[]>>();
  const inOrder = yield* sorting(clicks, (a, b) => a.at - b.at || compare(a.id, b.id));
  yield* eachOf(inOrder, (click) => {
    const own = known.get(click.person) ?? new Map<string, Click[]>();
    known.set(click.person, own);
    const ofProduct = own.get(click.product);
    if (ofProduct) ofProduct.push(click);
    else own.set(click.product, [click]);
  });
  return {
    has: (person) => known.has(person),
    of: (person, product, at) => {
      const last = known
        .get(person)
        ?.get(product)
        ?.findLast((click) => click.at <= at);
      return last && at - last.at <= reach ? last : null;
    },
  };
}
