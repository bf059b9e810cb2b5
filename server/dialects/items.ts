import type { Item } from '../../snippet/protocol.ts';
import { type Fields, fieldsOf, first, listOf } from './said.ts';
import { amountOf, idOf, quantityOf, said, textOf } from './values.ts';

/** Our field of an item -> the names that a language has for it, the best first. */
export interface ItemNames {
  id: readonly string[];
  name: readonly string[];
  brand: readonly string[];
  category: readonly string[];
  variant: readonly string[];
  price: readonly string[];
  quantity: readonly string[];
}

/** What all languages write alike, beside their own names. */
const further = {
  item_sku: ['item_sku', 'sku', 'SKU'],
  index: ['index', 'position'],
  item_list_id: ['item_list_id', 'list_id'],
  item_list_name: ['item_list_name', 'list'],
  coupon: ['coupon'],
  promotion_id: ['promotion_id'],
  promotion_name: ['promotion_name'],
  creative_name: ['creative_name', 'creative'],
  creative_slot: ['creative_slot'],
  item_category2: ['item_category2'],
  item_category3: ['item_category3'],
  item_category4: ['item_category4'],
  item_category5: ['item_category5'],
  url: ['url', 'URL'],
  image: ['image_url', 'ImageURL', 'image'],
};

/** One piece of a list of products; null for one that has neither number nor name. */
export function itemOf(value: unknown, names: ItemNames): Item | null {
  const fields = fieldsOf(value);
  const name = textOf(first(fields, names.name), 200);
  // Google asks for one of the two only.
  const id = idOf(first(fields, names.id)) ?? name?.slice(0, 100);
  if (id === undefined) return null;
  const path = first(fields, names.category);
  const levels = typeof path === 'string' ? path.split(/\s*[/>]\s*/).filter(Boolean) : listOf(path);
  const more = Object.entries(further).map(([key, known]) => [key, textOf(first(fields, known), 200)]);
  return said({
    item_id: id,
    ...(name === undefined ? {} : { item_name: name }),
    item_brand: textOf(first(fields, names.brand), 200),
    ...Object.fromEntries(
      levels.slice(0, 5).map((level, place) => [`item_category${place === 0 ? '' : place + 1}`, textOf(level, 200)]),
    ),
    item_variant: textOf(first(fields, names.variant), 200),
    price: amountOf(first(fields, names.price)),
    discount: amountOf(fields.discount),
    quantity: quantityOf(first(fields, names.quantity)),
    ...Object.fromEntries(more.filter(([, text]) => text !== undefined)),
  });
}

export function itemsOf(value: unknown, names: ItemNames): Item[] | undefined {
  const items = listOf(value).flatMap((one) => itemOf(one, names) ?? []);
  return items.length === 0 ? undefined : items.slice(0, 200);
}

/** The product that a call itself is about, where it has no list. */
export function ownItem(fields: Fields, names: ItemNames): Item[] | undefined {
  const item = itemOf(fields, names);
  return item ? [item] : undefined;
}
