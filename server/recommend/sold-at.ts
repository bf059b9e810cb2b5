import type { Place } from '../acquisition/region.ts';
import type { Product } from '../catalog/product.ts';

/**
 * Whether a product may be sold to somebody at that place. What is not known of the place keeps nothing back: who is somewhere in
 * Ukraine may be in Lviv, and of whom nothing is known may be anywhere.
 */
export function isSoldAt({ details }: Pick<Product, 'details'>, { country, region }: Place): boolean {
  if (!details || country === undefined) return true;
  const { soldIn, notSoldIn } = details;
  const isHere = (code: string) => code === country || code === region;
  if (notSoldIn?.some(isHere)) return false;
  if (!soldIn) return true;
  return soldIn.some((code) => isHere(code) || (region === undefined && code.startsWith(`${country}-`)));
}
