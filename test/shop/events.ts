import type { Product } from './books.ts';
import { type CartLine, total } from './cart-lines.ts';
import { en } from './messages/en.ts';
import { pounds } from './money.ts';

/** A product as GA4's e-commerce events name it. */
export const itemOf = ({ id, name, category, price }: Product, quantity = 1) => ({
  item_id: id,
  item_name: name,
  item_category: en.categories[category],
  price: pounds(price),
  quantity,
});

/** Items with their value, as most of those events carry them. */
export function goods(lines: readonly CartLine[]) {
  return {
    currency: 'GBP',
    value: pounds(total(lines)),
    items: lines.map(({ product, quantity }) => itemOf(product, quantity)),
  };
}
