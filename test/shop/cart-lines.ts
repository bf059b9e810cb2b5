import type { Product } from './books.ts';
import type { Catalogue } from './catalogue.ts';

export interface CartLine {
  product: Product;
  quantity: number;
}

/** The products of a cart or an order with their quantities. */
export const cartLines = (
  catalogue: Catalogue,
  cart: Iterable<readonly [item: string, quantity: number]>,
): CartLine[] =>
  [...cart].flatMap(([item, quantity]) => {
    const product = catalogue.find(item);
    return product ? [{ product, quantity }] : [];
  });

/** Pence. */
export const total = (lines: readonly CartLine[]) =>
  lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
