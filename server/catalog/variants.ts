import type { Product } from './product.ts';

/**
 * What a product is one of several variants of: the id that they share, which is also the id of their parent where the shop sells
 * that, too. A product without variants is alone in its group.
 */
export function groupOf(id: string, product: Pick<Product, 'details'> | undefined): string {
  return product?.details?.variantOf ?? id;
}
