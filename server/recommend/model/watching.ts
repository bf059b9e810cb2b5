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
 * Of each visitor and product the minute of the last look: whatever order looks come in, and however often one is told, it is the
 * same. All of them in one map: a map for each product would be small, but many, and what comes in a burst and stays makes the
 * collection of garbage long.
 */
export function createWatching(): Watching {
  /** Minute since 1970, by visitor and product. */
  const last = new Map<string, number>();
  /** How many look at a product, and at how many products somebody looks. */
  const watching = new Map<string, number>();
  const looking = new Map<string, number>();
  /** Minute -> what was looked at in it, by whom; some were looked at again later. */
  const minutes = new Map<number, string[]>();
  /** Up to this minute all is forgotten. */
  let past = Number.NEGATIVE_INFINITY;

  const drop = (key: string) => {
    if (!last.delete(key)) return;
    const { visitor, product } = partsOf(key);
    change(watching, product, -1);
    change(looking, visitor, -1);
  };

  const forgetUntil = (end: number) => {
    past = Math.max(past, end);
    for (const [when, looked] of minutes) {
      if (when > past) continue;
      minutes.delete(when);
      for (const key of looked) if (last.get(key) === when) drop(key);
    }
  };

  const slideTo = (now: number) => forgetUntil(Math.floor(now / minute) - watchedFor);

  return {
    look: (visitor, product, at) => {
      const when = Math.floor(at / minute);
      const key = keyOf(visitor, product);
      const known = last.get(key);
      if (when <= past || (known !== undefined && known >= when)) return;
      if (known === undefined) {
        change(watching, product, 1);
        change(looking, visitor, 1);
      }
      last.set(key, when);
      const looked = minutes.get(when);
      if (looked) looked.push(key);
      else {
        minutes.set(when, [key]);
        // Else the looks of weeks stay where nobody asks, and the oldest of their minutes are searched with every look.
        slideTo(at);
      }
      while (last.size > mostLooks && minutes.size > 1) forgetUntil(Math.min(...minutes.keys()));
    },
    forget: (gone) => {
      const forgotten = new Set(gone);
      for (const key of [...last.keys()]) if (forgotten.has(partsOf(key).visitor)) drop(key);
    },
    best: (now, but, allowed, limit) => {
      slideTo(now);
      const found: Watched[] = [];
      for (const [product, visitors] of watching) {
        if (visitors < fewest) continue;
        const others = visitors - but.filter((own) => last.has(keyOf(own, product))).length;
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
      return looking.size;
    },
  };
}

/** Ids of visitors are ours: none has a line in it. */
function keyOf(visitor: string, product: string): string {
  return `${visitor}\n${product}`;
}

function partsOf(key: string): { visitor: string; product: string } {
  const end = key.indexOf('\n');
  return { visitor: key.slice(0, end), product: key.slice(end + 1) };
}

/** What comes to nothing goes. */
function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
