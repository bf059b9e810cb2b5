import { z } from 'zod';
import { isCurrency, type Money, minorUnits } from '../money.ts';
import { plainText } from '../plain-text.ts';
import { Refused } from '../refused.ts';
import type { Details } from './details.ts';
import type { Product } from './product.ts';

/** A row of a catalogue file, under our names or the Google Merchant feed's. */
export const CatalogRow = z
  .record(z.string(), z.string())
  .transform((row) => ({
    id: row.item_id || row.id || '',
    name: row.item_name || row.title || '',
    category: row.item_category || row.product_type?.split('>')[0]?.trim() || null,
    brand: row.item_brand || row.brand || null,
    price: (row.sale_price && !row.sale_price_effective_date ? row.sale_price : row.price) ?? '',
    currency: row.currency ?? '',
    cost: row.cost || row.cost_of_goods_sold || '',
    costCurrency: row.cost_currency ?? '',
    url: row.url || row.link || '',
    image: row.image || row.image_link || null,
    availability: row.availability || 'in_stock',
    added: row.added ?? '',
  }))
  .pipe(
    z.object({
      id: z.string().min(1, 'item_id is missing').max(100).regex(plainText, 'item_id has control characters'),
      name: z.string().min(1, 'item_name is missing').max(500),
      category: z.string().max(200).nullable(),
      brand: z.string().max(200).nullable(),
      price: z.string(),
      currency: z.string(),
      cost: z.string(),
      costCurrency: z.string(),
      url: z.url({ protocol: /^https?$/, error: 'url is not a web address' }),
      image: z.url({ protocol: /^https?$/, error: 'image is not a web address' }).nullable(),
      availability: z.string(),
      added: z.string(),
    }),
  );

/** What a feed says of a product; null where it does not say since when the shop offers it. */
export type FeedProduct = Omit<Product, 'addedAt'> & { addedAt: number | null };

/** The product of a row. Throws `Refused` for one that cannot be kept. */
export function productOf(row: z.infer<typeof CatalogRow>, details: Details | null, shopCurrency: string): FeedProduct {
  const price = moneyIn('price', row.price, row.currency || shopCurrency);
  const cost = moneyIn('cost', row.cost, row.costCurrency || price?.currency || row.currency || shopCurrency);
  const addedAt = row.added === '' ? null : Date.parse(row.added);
  if (Number.isNaN(addedAt)) throw new Refused('added', `"${row.added}" is not a time; write 2026-11-21T18:00:00Z`);
  const { id, name, category, brand, url, image } = row;
  const inStock = !/^(out[ _]of[ _]stock|discontinued)$/i.test(row.availability);
  return {
    ...{ id, name, category, brand, price: price?.amount ?? null, currency: price?.currency ?? null },
    ...{ cost: cost?.amount ?? null, costCurrency: cost?.currency ?? null, url, image, inStock, addedAt },
    details,
  };
}

/** "199.00 UAH" as Google's feeds write it, or the number alone, in `currency`; null for nothing. */
function moneyIn(field: 'price' | 'cost', text: string, currency: string): Money | null {
  const [, amount = '', code = ''] = /^(.*?)\s*([A-Z]{3})?$/.exec(text.trim()) ?? [];
  const of = code || currency;
  if (!isCurrency(of)) throw new Refused('currency', `"${of}" is not an ISO 4217 currency`);
  if (amount === '') return null;
  const minor = minorUnits(amount, of);
  if (minor === null || minor < 0) throw new Refused(field, `"${text}" is not a ${field}`);
  return { amount: minor, currency: of };
}
