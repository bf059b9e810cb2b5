import { compare } from '../text-order.ts';

/**
 * What was bought with what: the orders themselves, as posting lists, counted when they are asked for and not again before
 * the anchor's next order. An order is in the next answer, nothing is trained, and memory grows with the order lines alone.
 */
export interface Baskets {
  /** One order: distinct products, ms since 1970. */
  add(products: readonly string[], at: number): void;
  /** Products that were in orders with any of the anchors, best first. */
  boughtWith(anchors: readonly string[], allowed: (product: string) => boolean, limit: number): Neighbour[];
  /** Products by how often they were ordered lately, best first. */
  popular(allowed: (product: string) => boolean, limit: number): Popular[];
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
/** How many neighbours of an anchor are kept (the model size of Sarwar et al. 2001, section 4.3); a shelf asks for 48. */
const neighbourhood = 128;
/** Anchors whose neighbours are kept: 1 KB each. */
const remembered = 20_000;

/** An anchor's best neighbours, and in how many of its orders each was. */
interface Neighbours {
  products: Int32Array;
  supports: Int32Array;
}

export function createBaskets(): Baskets {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const baskets: number[][] = [];
  /** For each product the places of its orders in `baskets`, oldest first. */
  const postings: number[][] = [];
  /** Sum of 2 ^ ((time - epoch) / half-life): decayed sums against a fixed time add up in any order. */
  const weights: number[] = [];
  const epoch = { at: null as number | null };
  /** Products by weight, heaviest first, and the place of each; made when first asked for, kept in order from then on. */
  let ranking: { order: number[]; places: number[] } | null = null;
  /** Counted when first asked for, and again after the anchor's next order. */
  const neighbours = new Map<number, Neighbours>();
  // One cell a product, zero between the calls.
  let counts = new Int32Array(1024);
  let scores = new Float64Array(1024);
  let anchors = new Int32Array(1024);
  let supports = new Int32Array(1024);
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

  /** Adds to `scores` what the orders with this anchor say, and to `touched` the products of which it is the first to speak. */
  const addScores = (anchor: number, touched: number[]): void => {
    const near = neighboursOf(anchor);
    const norm = norms[anchor] ?? 0;
    for (let place = 0; place < near.products.length; place++) {
      const product = near.products[place] ?? 0;
      const support = near.supports[place] ?? 0;
      if (scores[product] === 0) touched.push(product);
      scores[product] = (scores[product] ?? 0) + similarity(support, norm, norms[product] ?? 0);
      if (support <= (supports[product] ?? 0)) continue;
      supports[product] = support;
      anchors[product] = anchor;
    }
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
        if (ranking) rise(ranking, number, weights);
      }
    },
    boughtWith: (asked, allowed, limit) => {
      const touched: number[] = [];
      for (const product of new Set(asked)) {
        const anchor = numbers.get(product);
        if (anchor !== undefined) addScores(anchor, touched);
      }
      // Numbers sort natively, products by a callback: only the best of them need one, mostly.
      const sorted = new Float64Array(touched.length);
      for (let place = 0; place < touched.length; place++) sorted[place] = scores[touched[place] ?? 0] ?? 0;
      const least = sorted.sort().at(-2 * limit) ?? 0;
      const best: number[] = [];
      const rest: number[] = [];
      for (const product of touched) ((scores[product] ?? 0) >= least ? best : rest).push(product);
      const found: Neighbour[] = [];
      for (const part of [best, rest]) {
        if (found.length >= limit) break;
        part.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || compare(names[a] ?? '', names[b] ?? ''));
        for (const product of part) {
          if (found.length >= limit) break;
          const name = names[product] ?? '';
          if (!allowed(name)) continue;
          const anchor = names[anchors[product] ?? 0] ?? '';
          found.push({ product: name, score: scores[product] ?? 0, anchor, support: supports[product] ?? 0 });
        }
      }
      for (const product of touched) {
        scores[product] = 0;
        supports[product] = 0;
      }
      return found;
    },
    popular: (allowed, limit) => {
      ranking ??= rank(weights);
      const found: Popular[] = [];
      const best = weights[ranking.order[0] ?? 0] ?? 1;
      for (const number of ranking.order) {
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

function rank(weights: readonly number[]): { order: number[]; places: number[] } {
  const order = weights.map((_, number) => number).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const places = new Array<number>(order.length);
  for (const [place, number] of order.entries()) places[number] = place;
  return { order, places };
}

/** Moves a product up to where its grown weight belongs. */
function rise(
  { order, places }: { order: number[]; places: number[] },
  number: number,
  weights: readonly number[],
): void {
  let place = places[number] ?? order.push(number) - 1;
  for (; place > 0; place--) {
    const above = order[place - 1] ?? 0;
    if ((weights[above] ?? 0) >= (weights[number] ?? 0)) break;
    order[place] = above;
    places[above] = place;
  }
  order[place] = number;
  places[number] = place;
}
