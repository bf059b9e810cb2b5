import { compare } from '../../text-order.ts';

/** Who looks at which product just now. */
export interface Watching {
  /** ms since 1970. */
  look(visitor: string, product: string, at: number): void;
  forget(visitors: readonly string[]): void;
  /** What most visitors look at, first, none of `but` counted; `now` in ms. */
  best(now: number, but: readonly string[], allowed: (product: string) => boolean, limit: number): Watched[];
  /** How many visitors look at anything. */
  visitors(now: number): number;
}

export interface Watched {
  product: string;
  visitors: number;
}

const minute = 60_000;
/** A look counts for so many minutes, the running one among them. */
export const watchedFor = 30;
/** With fewer others it is nobody's business. */
const fewest = 3;
/** Looks of a visitor at a product; beyond so many the oldest minute is dropped. */
const mostLooks = 20_000;

/**
 * Of each product the visitors who look at it, with the minute in which they did last: whatever order looks come in, and
 * however often one is told, it is the same.
 */
export function createWatching(): Watching {
  /** Product -> visitor -> minute since 1970. */
  const watched = new Map<string, Map<string, number>>();
  /** Minute -> what was looked at in it, by whom; some were looked at again later. */
  const minutes = new Map<number, [product: string, visitor: string][]>();
  /** Up to this minute all is forgotten. */
  let past = Number.NEGATIVE_INFINITY;
  let looks = 0;

  const drop = (product: string, visitor: string) => {
    const visitors = watched.get(product);
    if (!visitors?.delete(visitor)) return;
    looks--;
    if (visitors.size === 0) watched.delete(product);
  };

  const forgetUntil = (last: number) => {
    past = Math.max(past, last);
    for (const [when, looked] of minutes) {
      if (when > past) continue;
      minutes.delete(when);
      for (const [product, visitor] of looked) if (watched.get(product)?.get(visitor) === when) drop(product, visitor);
    }
  };

  const slideTo = (now: number) => forgetUntil(Math.floor(now / minute) - watchedFor);

  return {
    look: (visitor, product, at) => {
      const when = Math.floor(at / minute);
      const visitors = watched.get(product) ?? new Map<string, number>();
      const known = visitors.get(visitor);
      if (when <= past || (known !== undefined && known >= when)) return;
      if (known === undefined) looks++;
      visitors.set(visitor, when);
      watched.set(product, visitors);
      const looked = minutes.get(when);
      if (looked) looked.push([product, visitor]);
      else minutes.set(when, [[product, visitor]]);
      while (looks > mostLooks && minutes.size > 1) forgetUntil(Math.min(...minutes.keys()));
    },
    forget: (gone) => {
      for (const product of [...watched.keys()]) for (const visitor of gone) drop(product, visitor);
    },
    best: (now, but, allowed, limit) => {
      slideTo(now);
      const found: Watched[] = [];
      for (const [product, visitors] of watched) {
        if (visitors.size < fewest) continue;
        const others = visitors.size - but.filter((own) => visitors.has(own)).length;
        if (others >= fewest) found.push({ product, visitors: others });
      }
      found.sort((a, b) => b.visitors - a.visitors || compare(a.product, b.product));
      const shown: Watched[] = [];
      for (const one of found) {
        if (shown.length >= limit) break;
        if (allowed(one.product)) shown.push(one);
      }
      return shown;
    },
    visitors: (now) => {
      slideTo(now);
      return new Set([...watched.values()].flatMap((visitors) => [...visitors.keys()])).size;
    },
  };
}
