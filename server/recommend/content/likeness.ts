import type { Product } from '../../catalog/product.ts';
import { compare } from '../../text-order.ts';
import { bestOf } from '../best-of.ts';
import { wordsOf } from './words.ts';

/** Which products are alike by what the shop says of them: there is something to say of a product that nobody has seen yet. */
export interface Likeness {
  /** Best first. */
  similar(anchors: readonly string[], allowed: (product: string) => boolean, limit: number): Similar[];
  /** Reads what has changed in the catalogue; yields after every few hundred. Until it has ended, `similar` reads some at every call. */
  settle(): Generator<void, void>;
}

export interface Similar {
  product: string;
  /** The anchor that it is like. */
  anchor: string;
}

interface Found extends Similar {
  score: number;
}

interface Catalogue {
  get(id: string): Product | undefined;
  /** Hears of every product that is there, and then of each that comes, changes or goes. */
  follow(listener: (ids: Iterable<string>) => void): void;
}

interface Entry {
  product: Product;
  words: readonly number[];
}

/** Okapi BM25's parameters, as usual (Robertson and Zaragoza 2009, section 3.5). A word is in a name or is not. */
const saturation = 1.2;
const lengthShare = 0.75;
/** Entries that are looked at for one anchor, those of its rarest words first: what is beyond says little. */
const mostLooked = 2_500;
/** Of what was found, what is weighed by all of its words. */
const mostWeighed = 96;
const mostAnchors = 3;
const readAtOnce = 100;

export function createLikeness(catalogue: Catalogue): Likeness {
  const changed = new Set<string>();
  catalogue.follow((ids) => {
    for (const id of ids) changed.add(id);
  });
  let index = createIndex();

  function read(most: number): void {
    let left = most;
    for (const id of changed) {
      if (left-- <= 0) return;
      changed.delete(id);
      index.put(id, catalogue.get(id));
    }
    if (index.isWorn()) index = index.renewed();
  }

  return {
    settle: function* () {
      while (changed.size > 0) {
        read(readAtOnce);
        yield;
      }
    },
    similar: (anchors, allowed, limit) => {
      read(readAtOnce);
      const found = new Map<string, Found>();
      for (const anchor of anchors.slice(-mostAnchors)) {
        const product = catalogue.get(anchor);
        if (!product) continue;
        for (const { id, score } of index.near(product, limit, (id) => !anchors.includes(id) && allowed(id)))
          if (score > (found.get(id)?.score ?? 0)) found.set(id, { product: id, anchor, score });
      }
      const isBetter = (a: Found, b: Found) =>
        a.score > b.score || (a.score === b.score && compare(a.product, b.product) < 0);
      return bestOf([...found.values()], limit, isBetter).map(({ product, anchor }) => ({ product, anchor }));
    },
  };
}

function createIndex() {
  const numbers = new Map<string, number>();
  /** For each word the entries that have it; some may be gone. */
  const postings: number[][] = [];
  /** And how many have it. */
  const having: number[] = [];
  const entries: (Entry | null)[] = [];
  const places = new Map<string, number>();
  let words = 0;
  let scores = new Float64Array(1024);

  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, postings.length);
    having.push(0);
    return postings.push([]) - 1;
  };
  const weightOf = (word: number): number => {
    const count = having[word] ?? 0;
    return Math.log(1 + (places.size - count + 0.5) / (count + 0.5));
  };

  function remove(id: string): void {
    const place = places.get(id);
    const entry = entries[place ?? -1];
    if (place === undefined || !entry) return;
    entries[place] = null;
    places.delete(id);
    words -= entry.words.length;
    for (const word of entry.words) having[word] = (having[word] ?? 0) - 1;
  }

  function put(id: string, product: Product | undefined): void {
    const known = entries[places.get(id) ?? -1];
    if (known && product && isSaidAlike(known.product, product)) {
      known.product = product;
      return;
    }
    remove(id);
    if (!product) return;
    const entry = { product, words: wordsOf(product).map(numberOf) };
    const place = entries.push(entry) - 1;
    places.set(id, place);
    words += entry.words.length;
    for (const word of entry.words) {
      postings[word]?.push(place);
      having[word] = (having[word] ?? 0) + 1;
    }
    if (place >= scores.length) scores = new Float64Array(scores.length * 2);
  }

  /** How much what is said of both says of one, and how near their prices are. */
  function likeness(asked: Product, weights: ReadonlyMap<number, number>, { product, words: said }: Entry): number {
    let sum = 0;
    for (const word of said) sum += weights.get(word) ?? 0;
    const length = said.length / (words / Math.max(1, places.size));
    const byLength = (saturation + 1) / (1 + saturation * (1 - lengthShare + lengthShare * length));
    return (sum * byLength) / (1 + priceDistance(asked, product));
  }

  return {
    put,
    /** Half of what is listed is gone. */
    isWorn: () => entries.length > 1_000 && entries.length > 2 * places.size,
    renewed: () => {
      const fresh = createIndex();
      for (const entry of entries) if (entry) fresh.put(entry.product.id, entry.product);
      return fresh;
    },
    near: (asked: Product, limit: number, allowed: (id: string) => boolean) => {
      const known = wordsOf(asked).flatMap((word) => numbers.get(word) ?? []);
      const weights = new Map(known.map((word) => [word, weightOf(word)]));
      const rarestFirst = [...weights].sort(([, a], [, b]) => b - a);
      const touched: number[] = [];
      let left = mostLooked;
      for (const [word, weight] of rarestFirst) {
        const listed = postings[word] ?? [];
        if (listed.length > left && touched.length >= mostWeighed) break;
        // The newest ones, where even the rarest words are everywhere.
        for (let at = listed.length - 1; at >= 0 && left > 0; at--, left--) {
          const place = listed[at] ?? 0;
          if (!entries[place]) continue;
          if (scores[place] === 0) touched.push(place);
          scores[place] = (scores[place] ?? 0) + weight;
        }
      }
      const isBetter = (a: number, b: number) => (scores[a] ?? 0) > (scores[b] ?? 0);
      const best = bestOf(touched, mostWeighed, isBetter);
      const weighed = (places: Iterable<number>) => {
        const found: { id: string; score: number }[] = [];
        for (const place of places) {
          const entry = entries[place];
          if (entry) found.push({ id: entry.product.id, score: likeness(asked, weights, entry) });
        }
        return found.sort((a, b) => b.score - a.score || compare(a.id, b.id));
      };
      const found = takeAllowed(weighed(best), limit, allowed);
      // The rest is weighed only where filters have taken too many away.
      if (found.length < limit && best.length < touched.length) {
        const rest = new Set(touched);
        for (const place of best) rest.delete(place);
        found.push(...takeAllowed(weighed(rest), limit - found.length, allowed));
      }
      for (const place of touched) scores[place] = 0;
      return found;
    },
  };
}

function takeAllowed<T extends { id: string }>(
  all: readonly T[],
  limit: number,
  allowed: (id: string) => boolean,
): T[] {
  const taken: T[] = [];
  for (const one of all) {
    if (taken.length >= limit) break;
    if (allowed(one.id)) taken.push(one);
  }
  return taken;
}

function isSaidAlike(one: Product, other: Product): boolean {
  const isLabelledAlike = one.name === other.name && one.brand === other.brand && one.category === other.category;
  return (
    isLabelledAlike && (one.details === other.details || JSON.stringify(one.details) === JSON.stringify(other.details))
  );
}

/** In powers of e; half of one where there is no price, or one in other money. */
function priceDistance(one: Product, other: Product): number {
  if (!one.price || !other.price || one.currency !== other.currency) return 0.5;
  return Math.abs(Math.log(one.price / other.price));
}
