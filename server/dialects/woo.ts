import { ownItem } from './items.ts';
import { type Dialect, type Fields, fieldsOf, listOf } from './said.ts';
import { amountOf, idOf, numberOf, said, textOf } from './values.ts';

/**
 * WooCommerce's jQuery events on the body, and what its pages show: the event, the `data-*` of what was pressed, and the event's
 * own words or what the page shows since.
 */
export const woo: Dialect = ([event, pressed, word]) => {
  const fields = fieldsOf(pressed);
  switch (event) {
    case 'added_to_cart':
      return about('add_to_cart', fields);
    case 'removed_from_cart':
      return about('remove_from_cart', fields);
    case 'added_to_wishlist':
      return about('add_to_wishlist', fields);
    case 'removed_from_wishlist':
      return about('remove_from_wishlist', fields);
    case 'click':
      return about('select_item', fields);
    case 'updated_cart_totals':
      return Array.isArray(word)
        ? { name: 'view_cart', params: { items: word.flatMap((line) => itemsOf(line) ?? []) } }
        : null;
    case 'applied_coupon':
    case 'applied_coupon_in_checkout':
      return { name: 'coupon_applied', params: said({ coupon: textOf(word, 100) }) };
    case 'removed_coupon':
    case 'removed_coupon_in_checkout':
      return { name: 'coupon_removed', params: said({ coupon: textOf(word, 100) }) };
    case 'init_checkout':
      return { name: 'begin_checkout', params: {} };
    case 'updated_checkout':
      return { name: 'add_shipping_info', params: said({ shipping_tier: textOf(word, 100) }) };
    case 'payment_method_selected':
      return { name: 'add_payment_info', params: said({ payment_type: textOf(word, 100) }) };
    case 'checkout_error':
      return { name: 'alert', params: said({ form_name: 'checkout' }) };
    case 'order_received':
      return orderOf(fields, listOf(word));
    default:
      return null;
  }
};

const names = {
  id: ['product_id', 'productId', 'product_sku'],
  name: ['name', 'product_name'],
  brand: ['product_brand'],
  category: ['product_category'],
  variant: ['variation'],
  price: ['product_price', 'price'],
  quantity: ['quantity'],
};

function about(name: string, fields: Fields) {
  const items = itemsOf(fields);
  return items ? { name, params: { items } } : null;
}

function itemsOf(value: unknown) {
  const fields = fieldsOf(value);
  // A variable product's form says 0 until somebody has chosen.
  const variation = numberOf(fields.variation_id) ? fields.variation_id : undefined;
  // A small cart writes "2 × £2.55".
  const quantity = /^\s*(\d+)/.exec(String(fields.quantity ?? ''))?.[1];
  return ownItem({ ...fields, quantity, sku: fields.product_sku ?? variation }, names);
}

/**
 * The page of thanks: the number in its address, and the sums of its table in the order in which WooCommerce writes them: the
 * products' first, then what is taken off, with a minus, and the whole at the end.
 */
function orderOf(fields: Fields, rows: readonly unknown[]) {
  const order = idOf(fields.order);
  if (order === undefined) return null;
  const sums = rows.flatMap((row) => sumOf(row) ?? []);
  const subtotal = sums[0]?.value;
  const discount = sums.slice(1, -1).find(({ isLess }) => isLess)?.value;
  const total = sums.length > 1 ? sums.at(-1)?.value : undefined;
  return {
    name: 'purchase',
    params: said({
      transaction_id: order,
      value: subtotal === undefined ? undefined : Math.max(0, Math.round((subtotal - (discount ?? 0)) * 1e3) / 1e3),
      total,
      discount,
    }),
  };
}

/** "-£5.00", "1 234,50 ₴", "£24.00 (includes £4.00 VAT)" */
function sumOf(row: unknown): { value: number; isLess: boolean } | undefined {
  const [first = ''] = textOf(row, 200)?.split('(') ?? [];
  const value = numberOf(amountOf(first));
  return value === undefined ? undefined : { value: Math.abs(value), isLess: /^\s*[-−–]/.test(first) };
}
