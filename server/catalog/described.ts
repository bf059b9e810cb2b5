import type { LogItem } from '../log/log-event.ts';
import type { Catalog } from './catalog.ts';
import { bandOf } from './price-bands.ts';

interface Said {
  item_category?: string | undefined;
  item_brand?: string | undefined;
}

/** What kind of thing an item is: in the catalogue's words, else in those that came with it. `now` in ms. */
export function described(
  id: string,
  { item_category, item_brand }: Said,
  catalog: Catalog,
  now: number,
): Pick<LogItem, 'category' | 'brand' | 'band'> {
  const product = catalog.get(id);
  const category = product?.category ?? item_category;
  const brand = product?.brand ?? item_brand;
  const band = bandOf(product, catalog, now);
  return {
    ...(category ? { category: category.slice(0, 60) } : {}),
    ...(brand ? { brand: brand.slice(0, 60) } : {}),
    ...(band === undefined ? {} : { band }),
  };
}
