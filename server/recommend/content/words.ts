import type { Product } from '../../catalog/product.ts';

const mostWords = 24;

/** What a product is known by: the words of its name, its brand and its category, each once. */
export function wordsOf({ name, brand, category }: Pick<Product, 'name' | 'brand' | 'category'>): string[] {
  const said = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [
    ...new Set(said.slice(0, mostWords)),
    // A space is in no word.
    ...(brand ? [`brand ${brand.toLowerCase()}`] : []),
    ...(category ? [`category ${category.toLowerCase()}`] : []),
  ];
}
