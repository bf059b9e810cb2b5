import type { Catalog } from '../../catalog/catalog.ts';
import type { UsualShare } from '../../profiles/unlikeness.ts';

/** Products that are looked at, evenly over the catalogue: shares need no more, and nobody waits. */
const sample = 10_000;

/**
 * How large a part of what visitors look at has a category or a brand: each product once for being there, and once for each visit
 * that `looks` knows of. What the sample has not met is taken for half a look.
 */
export function usualShares(catalog: Catalog, looks: (product: string) => number): UsualShare {
  const counts = { categories: new Map<string, number>(), brands: new Map<string, number>() };
  const all = catalog.newest();
  let total = 1;
  for (let place = 0; place < all.length; place += Math.max(1, Math.ceil(all.length / sample))) {
    const product = all[place];
    if (!product) continue;
    const weight = 1 + looks(product.id);
    total += weight;
    for (const [of, value] of [
      [counts.categories, product.category],
      [counts.brands, product.brand],
    ] as const)
      if (value) of.set(value, (of.get(value) ?? 0) + weight);
  }
  // A quarter of the prices of each category is in each of its bands.
  return (dimension, value) => (dimension === 'bands' ? 0.25 : (counts[dimension].get(value) ?? 0.5) / total);
}
