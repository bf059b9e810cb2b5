import { custom, plainOf } from './custom.ts';
import { type ItemNames, itemsOf, ownItem } from './items.ts';
import { type Dialect, type Fields, fieldsOf, first } from './said.ts';
import { amountOf, currencyOf, idOf, said } from './values.ts';

/** Klaviyo's `push(['track', name, properties])`. */
export const klaviyo: Dialect = ([method, name, properties]) => {
  if (method !== 'track' || typeof name !== 'string') return null;
  const fields = fieldsOf(properties);
  const known = events[name.trim().toLowerCase()];
  if (known === undefined) return custom(name, fields);
  if (known === '') return null;
  const items =
    known === 'add_to_cart' ? ownItem(fields, added) : (itemsOf(fields.Items, names) ?? ownItem(fields, names));
  const order = idOf(first(fields, ['OrderId', 'OrderID', 'order_id', '$event_id']));
  const isOrder = /^(purchase|refund|order_cancelled)$/.test(known);
  if (isOrder && order === undefined) return null;
  const value = known === 'purchase' || known === 'refund' || known === 'begin_checkout';
  return {
    name: known,
    params: {
      ...(items ? {} : plainOf(fields)),
      ...said({
        items,
        currency: currencyOf(first(fields, ['$currency_code', 'value_currency', 'Currency', 'currency'])),
        value: value ? amountOf(first(fields, ['$value', 'value'])) : undefined,
        transaction_id: isOrder ? order : undefined,
        checkout_id: known === 'begin_checkout' ? order : undefined,
        ...discountOf(fields),
      }),
    },
  };
};

/** Klaviyo's name -> ours; empty for what is said already: a view of a page, and each line of an order. */
const events: Record<string, string> = {
  'active on site': '',
  'ordered product': '',
  'viewed product': 'view_item',
  'viewed collection': 'view_item_list',
  'submitted search': 'search',
  'added to cart': 'add_to_cart',
  'started checkout': 'begin_checkout',
  'checkout started': 'begin_checkout',
  'placed order': 'purchase',
  'refunded order': 'refund',
  'cancelled order': 'order_cancelled',
};

const names: ItemNames = {
  id: ['ProductID', 'ProductId', 'product_id', 'SKU'],
  name: ['ProductName', 'Name', 'Title'],
  brand: ['Brand', 'ProductBrand'],
  category: ['Categories', 'ProductCategories'],
  variant: ['VariantName', 'Variant Name'],
  price: ['ItemPrice', 'Price', 'ProductPrice'],
  quantity: ['Quantity'],
};

const added: ItemNames = {
  id: ['AddedItemProductID', 'AddedItemSKU', ...names.id],
  name: ['AddedItemProductName', ...names.name],
  brand: ['AddedItemBrand', ...names.brand],
  category: ['AddedItemCategories', ...names.category],
  variant: ['AddedItemVariantName'],
  price: ['AddedItemPrice', ...names.price],
  quantity: ['AddedItemQuantity', ...names.quantity],
};

function discountOf(fields: Fields) {
  const coupon = first(fields, ['DiscountCode', 'Discount Code']);
  return {
    coupon: typeof coupon === 'string' ? coupon.slice(0, 100) : undefined,
    discount: amountOf(fields.DiscountValue),
  };
}
