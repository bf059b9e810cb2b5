import type { Product } from '../catalog/product.ts';
import { inSlices } from '../profit/in-slices.ts';

/** What conditions can name: what the products are said to be, the commonest first. */
export interface Facets {
  categories: string[];
  brands: string[];
  attributes: { name: string; values: string[]; units: string[] }[];
}

const mostNames = 200;
const mostValues = 100;
/** Products between two pauses. */
const together = 200;

/** Others are answered meanwhile. */
export function facetNames(products: readonly Product[]): Promise<Facets> {
  return inSlices(namesIn(products));
}

function* namesIn(products: readonly Product[]): Generator<void, Facets> {
  const categories = new Map<string, number>();
  const brands = new Map<string, number>();
  const attributes = new Map<string, { count: number; values: Map<string, number>; units: Map<string, number> }>();
  for (const [place, { category, brand, details }] of products.entries()) {
    if (place % together === 0) yield;
    for (const one of [category, ...(details?.path ?? [])]) if (one) count(categories, one);
    if (brand) count(brands, brand);
    for (const { name, value, unit } of details?.attributes ?? []) {
      const known = attributes.get(name) ?? { count: 0, values: new Map(), units: new Map() };
      attributes.set(name, known);
      known.count++;
      count(known.values, String(value));
      if (typeof value === 'number') count(known.units, unit ?? '');
    }
  }
  return {
    categories: commonest(categories, mostNames),
    brands: commonest(brands, mostNames),
    attributes: [...attributes]
      .sort(([, a], [, b]) => b.count - a.count)
      .slice(0, mostNames)
      .map(([name, { values, units }]) => ({
        name,
        values: commonest(values, mostValues),
        units: commonest(units, mostValues),
      })),
  };
}

function count(of: Map<string, number>, value: string): void {
  of.set(value, (of.get(value) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>, most: number): string[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([value]) => value);
}
