import { bestOf } from './best-of.ts';

/**
 * What was bought with what: the orders themselves, as posting lists, counted when they are asked for and not again before
 * the anchor's next order. An order is in the next answer, nothing is trained, and memory grows with the order lines alone.
 */
export interface Baskets {
  /** One order: distinct products, ms since 1970. */
  add(products: readonly string[], at: number): void;
  /** Products that were in orders with any of the anchors, best first. */
  boughtWith(anchors: readonly string[], allowed: (product: string) => boolean, limit: number): Neighbour[];
  /** Products by how often they were ordered lately, best first; of one group, where it is named. */
  popular(allowed: (product: string) => boolean, limit: number, group?: string): Popular[];
  readonly orders: number;
}

export interface Neighbour {
  product: string;
  score: number;
  /** The anchor that speaks most for it, and in how many of the orders looked at both were. */
  anchor: string;
  support: number;
}

export interface Popular {
  product: string;
  score: number;
}

/** How many of an anchor's newest orders are looked at. */
const depth = 400;
/** Orders beyond this many lines are a wholesaler's: every product was bought with every other, which says little. */
const widest = 150;
const halfLife = 30 * 86_400_000;
/** Shrinks a similarity that rests on few orders towards nothing. */
const shrinkage = 8;
/** How many neighbours of an anchor are kept (the model size of Sarwar et al. 2001, section 4.3); a shelf asks for 24. */
const neighbourhood = 64;
/** How many products more than are asked for are sorted, since filters take some away. */
const reserve = 12;
/** Anchors whose neighbours are kept: half a KB each. */
const remembered = 20_000;

/** An anchor's best neighbours, and in how many of its orders each was. */
interface Neighbours {
  products: Int32Array;
  supports: Int32Array;
}

/** What products are grouped by: their category. */
export interface Groups {
  /** Null for a product of no group. */
  of(product: string): string | null;
  /** Another number says that groups have changed. */
  version(): number;
}

const none: Groups = { of: () => null, version: () => 0 };

export function createBaskets(groups = none): Baskets {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const baskets: number[][] = [];
  /** For each product the places of its orders in `baskets`, oldest first. */
  const postings: number[][] = [];
  /** Sum of 2 ^ ((time - epoch) / half-life): decayed sums against a fixed time add up in any order. */
  const weights: number[] = [];
  const epoch = { at: null as number | null };
  /** All products, and those of each group; made when first asked for, kept in order from then on. */
  let rankings: Map<string, Ranking> | null = null;
  let grouped = groups.version();
  /** Counted when first asked for, and again after the anchor's next order. */
  const neighbours = new Map<number, Neighbours>();
  // One cell a product, zero between the calls.
  let counts = new Int32Array(1024);
  let scores = new Float64Array(1024);
  let anchors = new Int32Array(1024);
  let supports = new Int32Array(1024);
  /** Products that have a score now. */
  let spoken = new Int32Array(1024);
  let spokenCount = 0;
  /** Square root of the number of a product's orders that are looked at. */
  let norms = new Float64Array(1024);

  const numberOf = (product: string): number => {
    const known = numbers.get(product);
    if (known !== undefined) return known;
    const number = names.push(product) - 1;
    numbers.set(product, number);
    postings.push([]);
    weights.push(0);
    if (number >= counts.length) {
      const size = counts.length * 2;
      counts = new Int32Array(size);
      scores = new Float64Array(size);
      anchors = new Int32Array(size);
      supports = new Int32Array(size);
      spoken = new Int32Array(size);
      const larger = new Float64Array(size);
      larger.set(norms);
      norms = larger;
    }
    return number;
  };

  const neighboursOf = (anchor: number): Neighbours => {
    const known = neighbours.get(anchor);
    if (known) return known;
    if (neighbours.size >= remembered) neighbours.clear();
    const found = countNeighbours(anchor);
    neighbours.set(anchor, found);
    return found;
  };

  const countNeighbours = (anchor: number): Neighbours => {
    const touched: number[] = [];
    for (const place of postings[anchor]?.slice(-depth) ?? []) {
      for (const product of baskets[place] ?? []) {
        if (product === anchor) continue;
        if (counts[product] === 0) touched.push(product);
        counts[product] = (counts[product] ?? 0) + 1;
      }
    }
    const norm = norms[anchor] ?? 0;
    const similarities = new Float64Array(touched.length);
    for (let place = 0; place < touched.length; place++) {
      const product = touched[place] ?? 0;
      similarities[place] = similarity(counts[product] ?? 0, norm, norms[product] ?? 0);
    }
    const least = similarities.slice().sort().at(-neighbourhood) ?? 0;
    const best = touched.filter((_, place) => (similarities[place] ?? 0) >= least).sort((a, b) => a - b);
    const found = {
      products: Int32Array.from(best),
      supports: Int32Array.from(best, (product) => counts[product] ?? 0),
    };
    for (const product of touched) counts[product] = 0;
    return found;
  };

  /** Adds to `scores` what the orders with this anchor say, and to `spoken` the products of which it is the first to speak. */
  const addScores = (anchor: number): void => {
    const near = neighboursOf(anchor);
    const norm = norms[anchor] ?? 0;
    for (let place = 0; place < near.products.length; place++) {
      const product = near.products[place] ?? 0;
      const support = near.supports[place] ?? 0;
      if (scores[product] === 0) spoken[spokenCount++] = product;
      scores[product] = (scores[product] ?? 0) + similarity(support, norm, norms[product] ?? 0);
      if (support <= (supports[product] ?? 0)) continue;
      supports[product] = support;
      anchors[product] = anchor;
    }
  };

  const isBetter = (a: number, b: number): boolean => {
    const one = scores[a] ?? 0;
    const other = scores[b] ?? 0;
    return one === other ? (names[a] ?? '') < (names[b] ?? '') : one > other;
  };

  return {
    add: (products, at) => {
      epoch.at ??= at;
      const distinct = [...new Set(products)];
      if (distinct.length === 0) return;
      const place = baskets.push(distinct.length > widest ? [] : distinct.map(numberOf)) - 1;
      for (const product of distinct) {
        const number = numberOf(product);
        if (distinct.length <= widest) {
          const orders = postings[number]?.push(place) ?? 0;
          norms[number] = Math.sqrt(Math.min(orders, depth));
          neighbours.delete(number);
        }
        weights[number] = (weights[number] ?? 0) + 2 ** ((at - epoch.at) / halfLife);
        if (!rankings || grouped !== groups.version()) continue;
        rise(rankingOf(rankings, everything), number, weights);
        const group = groups.of(product);
        if (group !== null) rise(rankingOf(rankings, group), number, weights);
      }
    },
    boughtWith: (asked, allowed, limit) => {
      spokenCount = 0;
      for (const product of new Set(asked)) {
        const anchor = numbers.get(product);
        if (anchor !== undefined) addScores(anchor);
      }
      const touched = spoken.subarray(0, spokenCount);
      const found: Neighbour[] = [];
      const take = (sorted: readonly number[]) => {
        for (const product of sorted) {
          if (found.length >= limit) return;
          const name = names[product] ?? '';
          if (!allowed(name)) continue;
          const anchor = names[anchors[product] ?? 0] ?? '';
          found.push({ product: name, score: scores[product] ?? 0, anchor, support: supports[product] ?? 0 });
        }
      };
      // Mostly the best of them suffice: the rest is sorted only where filters have taken too many away.
      const best = bestOf(touched, limit + reserve, isBetter);
      take(best);
      if (found.length < limit && best.length < touched.length) {
        const taken = new Set(best);
        take([...touched].filter((product) => !taken.has(product)).sort((a, b) => (isBetter(a, b) ? -1 : 1)));
      }
      for (const product of touched) {
        scores[product] = 0;
        supports[product] = 0;
      }
      return found;
    },
    popular: (allowed, limit, group = everything) => {
      if (!rankings || grouped !== groups.version()) {
        grouped = groups.version();
        rankings = rank(weights, names, groups);
      }
      const found: Popular[] = [];
      const best = weights[rankingOf(rankings, everything).order[0] ?? 0] ?? 1;
      for (const number of rankingOf(rankings, group).order) {
        if (found.length >= limit) break;
        const product = names[number] ?? '';
        if (allowed(product)) found.push({ product, score: (weights[number] ?? 0) / best });
      }
      return found;
    },
    get orders() {
      return baskets.length;
    },
  };
}

/** Cosine of two products' orders (Sarwar et al. 2001, eq. 1), shrunk. */
function similarity(support: number, normOfOne: number, normOfOther: number): number {
  return support / (normOfOne * normOfOther + shrinkage);
}

/** Products by weight, heaviest first, and the place of each. */
interface Ranking {
  order: number[];
  places: Map<number, number>;
}

/** No group has this name: names of groups are trimmed. */
const everything = ' ';

function rank(weights: readonly number[], names: readonly string[], groups: Groups): Map<string, Ranking> {
  const rankings = new Map<string, Ranking>();
  const sorted = weights.map((_, number) => number).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const number of sorted) {
    for (const group of [everything, groups.of(names[number] ?? '')]) {
      if (group === null) continue;
      const { order, places } = rankingOf(rankings, group);
      places.set(number, order.push(number) - 1);
    }
  }
  return rankings;
}

function rankingOf(rankings: Map<string, Ranking>, group: string): Ranking {
  const known = rankings.get(group) ?? { order: [], places: new Map() };
  rankings.set(group, known);
  return known;
}

/** Moves a product up to where its grown weight belongs. */
function rise({ order, places }: Ranking, number: number, weights: readonly number[]): void {
  let place = places.get(number) ?? order.push(number) - 1;
  for (; place > 0; place--) {
    const above = order[place - 1] ?? 0;
    if ((weights[above] ?? 0) >= (weights[number] ?? 0)) break;
    order[place] = above;
    places.set(above, place);
  }
  order[place] = number;
  places.set(number, place);
}
