import type { Product } from '../catalog/product.ts';
import type { Condition } from './finder.ts';

/** `currency`: of the shop. */
export function isTrueOf(product: Product, condition: Condition, currency: string): boolean {
  const { category, brand, price, details } = product;
  switch (condition.of) {
    case 'category':
      return condition.among.some((one) => one === category || (details?.path?.includes(one) ?? false));
    case 'brand':
      return brand !== null && condition.among.includes(brand);
    case 'price':
      return price !== null && product.currency === currency && isWithin(price, condition);
    case 'attribute':
      return (details?.attributes ?? []).some(
        ({ name, value }) => name === condition.name && condition.among.includes(String(value)),
      );
    case 'measure':
      return (details?.attributes ?? []).some(
        ({ name, value, unit = null }) =>
          name === condition.name && unit === condition.unit && typeof value === 'number' && isWithin(value, condition),
      );
    default:
      return condition satisfies never;
  }
}

function isWithin(value: number, { least, most }: { least: number | null; most: number | null }): boolean {
  return (least === null || value >= least) && (most === null || value <= most);
}
