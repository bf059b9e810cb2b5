import { isAttribute } from '../catalog/read-details.ts';
import { feedFields, type Mapping } from './mapping.ts';
import type { FeedRow } from './row.ts';

export interface Preview {
  columns: string[];
  /** The first rows, as they are. */
  rows: Record<string, string>[];
  fields: typeof feedFields;
  /** Columns that are taken for attributes by themselves. */
  attributes: string[];
  /** What is understood without being told: our field -> the column. */
  mapping: Mapping;
}

const most = 5;

/** Names under which a field is found by itself, beside our own: Google Merchant's (see `catalog/feed.ts`) and shop systems' usual ones. */
const usual: Partial<Record<(typeof feedFields)[number], RegExp>> = {
  item_id: /^(id|sku|article|артикул|код|cod)$/i,
  item_name: /^(title|name|назва|название|nume|denumire)$/i,
  item_category: /^(product_type|category|categories|категор[іи]я|categorie)$/i,
  item_brand: /^(brand|vendor|manufacturer|бренд|виробник|производитель)$/i,
  price: /^(price|ціна|цена|preț|pret)$/i,
  cost: /^(cost_of_goods_sold|cost|cogs|собівартість|себестоимость|закупівельна ціна|закупочная цена|cost achiziție|preț achiziție)$/i,
  currency: /^(currency|валюта|monedă|moneda)$/i,
  url: /^(link|url|permalink|посилання|ссылка)$/i,
  image: /^(image_link|image|images|picture|фото|зображення|imagine)$/i,
  availability: /^(availability|наявність|наличие|stoc|disponibilitate)$/i,
  not_sold_in: /^shopping_ads_excluded_country$/i,
  variant_of: /^item_group_id$/i,
};

/** A look at the beginning of a feed, which may break off after it. Throws where there is not one row. */
export async function previewOf(feed: AsyncIterable<FeedRow>): Promise<Preview> {
  const rows: Record<string, string>[] = [];
  try {
    for await (const { row } of feed) if (rows.push(row) === most) break;
  } catch (error) {
    if (rows.length === 0) throw error;
  }
  if (rows.length === 0) throw new Error('There is no row in this file.');
  const columns = [...new Set(rows.flatMap(Object.keys))].filter((name) => name !== '');
  const mapping: Mapping = {};
  for (const field of feedFields) {
    const column = columns.find((name) => name === field) ?? columns.find((name) => usual[field]?.test(name));
    if (column !== undefined) mapping[field] = column;
  }
  const attributes = columns.filter(isAttribute);
  return { columns, rows: rows.map(shortened), fields: feedFields, attributes, mapping };
}

function shortened(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.slice(0, 200)]));
}
