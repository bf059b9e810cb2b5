import type { Catalog } from './catalog.ts';
import type { Product } from './product.ts';

/** Fewer prices than this are no measure of what is dear. */
const fewest = 4;
/** A catalogue of this size is measured anew after any change; a larger one at most once a minute. */
const small = 2_000;
const pause = 60_000;

interface Measured {
  version: number;
  /** ms since 1970. */
  at: number;
  /** Category and currency -> the prices at which the second, third and fourth quarter begin. */
  quarters: Map<string, [number, number, number]>;
}

const measured = new WeakMap<Catalog, Measured>();

/**
 * The quarter of its category's prices that a product's price is in, 1 the lowest and 4 the highest; by the nearest rank,
 * among the prices of its currency. Undefined where the product or its category says too little. `now` in ms.
 */
export function bandOf(product: Product | undefined, catalog: Catalog, now: number): number | undefined {
  if (!product?.category || product.price === null) return undefined;
  const quarters = quartersOf(catalog, now).get(keyOf(product));
  const { price } = product;
  return quarters && 1 + quarters.filter((start) => price >= start).length;
}

function quartersOf(catalog: Catalog, now: number): Measured['quarters'] {
  const known = measured.get(catalog);
  const { version, size } = catalog;
  if (known && (known.version === version || (size > small && now - known.at < pause))) return known.quarters;
  const prices = new Map<string, number[]>();
  for (const product of catalog.newest()) {
    if (product.price === null || !product.category) continue;
    const others = prices.get(keyOf(product));
    if (others) others.push(product.price);
    else prices.set(keyOf(product), [product.price]);
  }
  const quarters: Measured['quarters'] = new Map();
  for (const [key, all] of prices) {
    if (all.length < fewest) continue;
    all.sort((a, b) => a - b);
    const start = (quarter: number) => all[Math.floor((all.length * quarter) / 4)] ?? 0;
    quarters.set(key, [start(1), start(2), start(3)]);
  }
  measured.set(catalog, { version, at: now, quarters });
  return quarters;
}

function keyOf({ category, currency }: Product): string {
  return `${currency} ${category}`;
}
