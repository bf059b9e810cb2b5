import type { Catalog } from '../catalog/catalog.ts';

/** What a recipe can name: products, categories and brands in which these letters are, each at most `most`. */
export function wordsOf(
  catalog: Catalog,
  letters: string,
  most = 12,
): { products: { id: string; name: string }[]; categories: string[]; brands: string[] } {
  const wanted = letters.trim().toLowerCase();
  const has = (text: string | null): text is string => (text ?? '').toLowerCase().includes(wanted) && text !== null;
  const products: { id: string; name: string }[] = [];
  const categories = new Set<string>();
  const brands = new Set<string>();
  for (const { id, name, category, brand } of catalog.newest()) {
    if (products.length < most && (has(name) || has(id))) products.push({ id, name });
    if (categories.size < most && has(category)) categories.add(category);
    if (brands.size < most && has(brand)) brands.add(brand);
    if (products.length === most && categories.size === most && brands.size === most) break;
  }
  return { products, categories: [...categories].sort(), brands: [...brands].sort() };
}
