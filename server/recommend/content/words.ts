import type { Attribute } from '../../catalog/details.ts';
import type { Product } from '../../catalog/product.ts';

const mostWords = 24;

/** What a product is known by: the words of its name, its brand, its categories and its attributes, each once. */
export function wordsOf({
  name,
  brand,
  category,
  details,
}: Pick<Product, 'name' | 'brand' | 'category' | 'details'>): string[] {
  const said = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [
    ...new Set([
      ...said.slice(0, mostWords),
      // A space is in no word.
      ...(brand ? [`brand ${brand.toLowerCase()}`] : []),
      ...(category ? [`category ${category.toLowerCase()}`] : []),
      ...(details?.path ?? []).map((below) => `category ${below.toLowerCase()}`),
      ...(details?.attributes ?? []).map(attributeWord),
    ]),
  ];
}

function attributeWord({ name, value, unit }: Attribute): string {
  return `attribute ${name} ${value} ${unit ?? ''}`.toLowerCase();
}
