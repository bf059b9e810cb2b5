import type { Product } from '../catalog/product.ts';

/** A product is new for this long; ms. */
export const newFor = 90 * 86_400_000;

/** 1 for what is offered since this moment, and half as much with every time that a product is new for. */
export function freshness({ addedAt }: Pick<Product, 'addedAt'>, now: number): number {
  return 0.5 ** (Math.max(0, now - addedAt) / newFor);
}
