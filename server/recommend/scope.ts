import type { Product } from '../catalog/product.ts';
import type { Scope } from './recipe.ts';

export function isEmpty({ categories, brands, products }: Scope): boolean {
  return categories.length + brands.length + products.length === 0;
}

/** Of one of the categories or brands, or one of the products. */
export function isIn({ categories, brands, products }: Scope, { id, category, brand }: Product): boolean {
  return (
    products.includes(id) ||
    (category !== null && categories.includes(category)) ||
    (brand !== null && brands.includes(brand))
  );
}
