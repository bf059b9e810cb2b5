/**
 * What was bought with what: the orders themselves, as posting lists kept newest first, counted when they are asked. An order
 * is in the next answer, nothing is trained, and memory grows with the order lines alone.
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
  // Counters for all products, zero between the calls; `touched` says which to reset.
  let counts: Int32Array = new Int32Array(1024);

  const numberOf = (product: string): number => {
    const known = numbers.get(product);
    if (known !== undefined) return known;
    const number = names.push(product) - 1;
    numbers.set(product, number);
    postings.push([]);
    weights.push(0);
    if (number >= counts.length) {
      const larger = new Int32Array(counts.length * 2);
      larger.set(counts);
      counts = larger;
    }
    return number;
  };

  /** Adds to `scores` what the newest orders with this anchor say. */
  const count = (anchor: number, scores: Map<number, Neighbour>): void => {
    const places = postings[anchor] ?? [];
    const touched: number[] = [];
    for (let place = places.length - 1, seen = 0; place >= 0 && seen < depth; place--, seen++) {
      for (const product of baskets[places[place] ?? 0] ?? []) {
        if (product === anchor) continue;
        if (counts[product] === 0) touched.push(product);
        counts[product] = (counts[product] ?? 0) + 1;
      }
    }
    const own = Math.min(places.length, depth);
    const anchorName = names[anchor] ?? '';
    for (const product of touched) {
      const support = counts[product] ?? 0;
      counts[product] = 0;
      // Cosine of the two products' orders (Sarwar et al. 2001, eq. 1), shrunk.
      const other = Math.min(postings[product]?.length ?? 0, depth);
      const score = support / (Math.sqrt(own * other) + shrinkage);
      const known = scores.get(product);
      if (!known) scores.set(product, { product: names[product] ?? '', score, anchor: anchorName, support });
      else {
        known.score += score;
        if (support > known.support) Object.assign(known, { anchor: anchorName, support });
      }
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
        if (distinct.length <= widest) postings[number]?.push(place);
        weights[number] = (weights[number] ?? 0) + 2 ** ((at - epoch.at) / halfLife);
        if (ranking) rise(ranking, number, weights);
      }
    },
    boughtWith: (anchors, allowed, limit) => {
      const scores = new Map<number, Neighbour>();
      for (const anchor of new Set(anchors)) {
        const number = numbers.get(anchor);
        if (number !== undefined) count(number, scores);
      }
      const found: Neighbour[] = [];
      for (const neighbour of scores.values()) if (allowed(neighbour.product)) found.push(neighbour);
      return found.sort((a, b) => b.score - a.score || (a.product < b.product ? -1 : 1)).slice(0, limit);
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
