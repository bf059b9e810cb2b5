import type { Item } from '../../snippet/protocol.ts';
import { custom } from './custom.ts';
import { type Dialect, listOf } from './said.ts';
import { amountOf, idOf, numberOf, quantityOf, said, textOf } from './values.ts';

/**
 * Matomo's `_paq.push([method, ...])`. The last word of a cart or an order is all that was said of its items before:
 * Matomo keeps them in the page until then.
 */
export const matomo: Dialect = ([method, ...words]) => {
  const [first, second, third, fourth] = words;
  switch (method) {
    case 'setEcommerceView': {
      const item = itemOf([first, second, third, fourth]);
      if (item) return { name: 'view_item', params: { items: [item] } };
      const category = textOf(third, 200);
      return category === undefined ? null : { name: 'view_item_list', params: { item_list_name: category } };
    }
    case 'trackSiteSearch': {
      const term = textOf(first, 500);
      return term === undefined
        ? null
        : {
            name: 'search',
            params: said({ search_term: term, category: typeof second === 'string' ? textOf(second, 200) : undefined }),
          };
    }
    case 'trackEcommerceCartUpdate':
      return cartOf(first, gathered(words.at(-1)));
    case 'trackEcommerceOrder':
      return orderOf(words);
    case 'setUserId': {
      const user = idOf(first);
      return user === undefined ? null : { name: 'login', params: { user_id: user } };
    }
    case 'trackContentImpression':
      return {
        name: 'view_promotion',
        params: said({ promotion_name: textOf(first, 200), creative_name: textOf(second, 200) }),
      };
    case 'trackContentInteraction':
      return {
        name: 'select_promotion',
        params: said({ promotion_name: textOf(second, 200), creative_name: textOf(third, 200) }),
      };
    case 'trackEvent':
      return typeof second === 'string'
        ? custom(second, said({ event_category: first, event_label: third, event_value: fourth }))
        : null;
    default:
      return null;
  }
};

/** Without items a cart that is worth nothing is empty; of another one they were not told. */
function cartOf(value: unknown, items: Item[] | undefined) {
  const known = items ?? (numberOf(value) === 0 ? [] : undefined);
  return { name: 'view_cart', params: said({ items: known, value: amountOf(value) }) };
}

function orderOf(words: readonly unknown[]) {
  const [id, total, subtotal, tax, shipping, discount] = words;
  const order = idOf(id);
  if (order === undefined) return null;
  const items = gathered(words.at(-1));
  return {
    name: 'purchase',
    params: said({
      items,
      transaction_id: order,
      // The sub-total is without shipping; where it is missing, the items say what was bought.
      value: amountOf(subtotal) ?? (items?.every(({ price }) => price !== undefined) ? undefined : amountOf(total)),
      total: amountOf(total),
      tax: amountOf(tax),
      shipping: amountOf(shipping),
      discount: amountOf(discount),
    }),
  };
}

/** sku, name, category or up to five of them, price, quantity. */
function itemOf([sku, name, category, price, quantity]: readonly unknown[]): Item | null {
  const id = idOf(sku);
  if (id === undefined) return null;
  const levels = (Array.isArray(category) ? category : [category]).slice(0, 5);
  return said({
    item_id: id,
    item_name: textOf(name, 200),
    ...Object.fromEntries(
      levels.flatMap((level, place) => {
        const text = textOf(level, 200);
        return text === undefined ? [] : [[`item_category${place === 0 ? '' : place + 1}`, text]];
      }),
    ),
    price: amountOf(price),
    quantity: quantityOf(quantity),
  });
}

/** A second word about one sku takes the place of the first. */
function gathered(value: unknown): Item[] | undefined {
  const items = new Map<string, Item>();
  for (const call of listOf(value)) {
    const [method, ...words] = listOf(call);
    if (method === 'clearEcommerceCart') items.clear();
    const item = itemOf(words);
    if (method === 'removeEcommerceItem' && item) items.delete(String(item.item_id));
    if (method === 'addEcommerceItem' && item) items.set(String(item.item_id), item);
  }
  return items.size === 0 ? undefined : [...items.values()].slice(0, 200);
}
