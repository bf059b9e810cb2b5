import type { Catalog } from '../catalog/catalog.ts';
import type { Upcoming } from '../occasions/occasions.ts';
import type { Gift } from './model/gifts.ts';
import type { ShelfModel } from './model/shelf-model.ts';

/** What a gift costs at least and at most, in minor units of a currency. */
export interface GiftBand {
  least: number;
  most: number;
  currency: string;
}

/** So many of those that are given most say what people spend. */
const asked = 200;
/** With fewer products with a price, nothing is said of others. */
const fewest = 5;
/** Of the gifts, the middle nine tenths. */
const [low, high] = [0.05, 0.95];

/** Between which prices the list of an occasion stays: as the merchant has set it, or as people give; null for any price. `now` in ms. */
export function giftBand(
  { past, price }: Pick<Upcoming, 'past' | 'price'>,
  { model, catalog, now }: { model: Pick<ShelfModel, 'gifts'>; catalog: Pick<Catalog, 'get'>; now: number },
): GiftBand | null {
  switch (price.how) {
    case 'any':
      return null;
    case 'set':
      return { least: price.least, most: price.most, currency: price.currency };
    case 'learnt':
      return learntBand(model.gifts(past, now), catalog);
    default:
      return price satisfies never;
  }
}

/** What has no price in the currency of the band is in none. */
export function isInBand(id: string, { least, most, currency }: GiftBand, catalog: Pick<Catalog, 'get'>): boolean {
  const product = catalog.get(id);
  if (product?.price === undefined || product.price === null || product.currency !== currency) return false;
  return product.price >= least && product.price <= most;
}

/** By what they cost now, each as often as it was ordered beyond what was to be expected. In the currency of most of them. */
function learntBand(gifts: readonly Gift[], catalog: Pick<Catalog, 'get'>): GiftBand | null {
  const known = new Map<string, { price: number; above: number }[]>();
  for (const { product, above } of gifts.slice(0, asked)) {
    const { price, currency } = catalog.get(product) ?? {};
    if (!price || !currency) continue;
    const alike = known.get(currency) ?? [];
    known.set(currency, alike);
    alike.push({ price, above });
  }
  const [main] = [...known].sort(([, a], [, b]) => sumOf(b) - sumOf(a));
  if (!main || main[1].length < fewest) return null;
  const [currency, priced] = main;
  priced.sort((a, b) => a.price - b.price);
  return { least: quantile(priced, low), most: quantile(priced, high), currency };
}

function sumOf(priced: readonly { above: number }[]): number {
  return priced.reduce((sum, { above }) => sum + above, 0);
}

/** Of those in the order of their prices, which are not none. */
function quantile(priced: readonly { price: number; above: number }[], share: number): number {
  let left = share * sumOf(priced);
  for (const { price, above } of priced) {
    left -= above;
    if (left <= 0) return price;
  }
  return priced.at(-1)?.price ?? 0;
}
