import { custom, plainOf } from './custom.ts';
import { type ItemNames, itemsOf, ownItem } from './items.ts';
import { type Dialect, type Fields, fieldsOf, first, type Said } from './said.ts';
import { amountOf, currencyOf, idOf, numberOf, said, textOf } from './values.ts';

/** Segment's e-commerce spec v2, which PostHog and RudderStack speak too: `['track', name, properties]`, `['identify', id, traits]`. */
export const segment: Dialect = ([method, name, properties]) => {
  if (method === 'identify') {
    // Without the traits: nobody has signed them, and they are a person's.
    const user = idOf(name);
    return user === undefined ? null : { name: 'login', params: { user_id: user } };
  }
  // PostHog's word.
  if ((method !== 'track' && method !== 'capture') || typeof name !== 'string') return null;
  const fields = fieldsOf(properties);
  const known = events[name.trim().toLowerCase()];
  if (known === undefined) return custom(name, fields);
  return known === '' ? null : event(known, fields);
};

/** Segment's name -> ours; empty for what the snippet says itself. */
const events: Record<string, string> = {
  'product list viewed': 'view_item_list',
  'product list filtered': 'filter_list',
  'product clicked': 'select_item',
  'product viewed': 'view_item',
  'products searched': 'search',
  'product added': 'add_to_cart',
  'product removed': 'remove_from_cart',
  'cart viewed': 'view_cart',
  'checkout started': 'begin_checkout',
  'checkout step viewed': 'checkout_step',
  'checkout step completed': 'checkout_step',
  'payment info entered': 'add_payment_info',
  'order completed': 'purchase',
  'order refunded': 'refund',
  'order cancelled': 'order_cancelled',
  'order updated': 'order_updated',
  'product added to wishlist': 'add_to_wishlist',
  'product removed from wishlist': 'remove_from_wishlist',
  'wishlist product added to cart': 'add_to_cart',
  'promotion viewed': 'view_promotion',
  'promotion clicked': 'select_promotion',
  'coupon entered': 'coupon_entered',
  'coupon applied': 'coupon_applied',
  'coupon denied': 'coupon_denied',
  'coupon removed': 'coupon_removed',
  'product shared': 'share',
  'cart shared': 'share',
  'product reviewed': 'review',
  'signed up': 'sign_up',
  'signed in': 'login',
  'page viewed': '',
};

const names: ItemNames = {
  id: ['product_id', 'productId', 'id', 'sku', 'variant_id'],
  name: ['name', 'product_name', 'title'],
  brand: ['brand'],
  category: ['category'],
  variant: ['variant'],
  price: ['price'],
  quantity: ['quantity'],
};

/** About one product, which stands in the call itself. */
const single =
  /^(select_item|view_item|add_to_cart|remove_from_cart|add_to_wishlist|remove_from_wishlist|share|review)$/;

function event(name: string, fields: Fields): Said | null {
  const order = idOf(first(fields, ['order_id', 'orderId']));
  if ((name === 'purchase' || name === 'refund') && order === undefined) return null;
  const items = itemsOf(fields.products, names) ?? (single.test(name) ? ownItem(fields, names) : undefined);
  return {
    name,
    params: {
      ...(items ? {} : plainOf({ ...fields, coupon: undefined, query: undefined })),
      ...said({
        items,
        currency: currencyOf(fields.currency),
        value: name === 'purchase' ? revenueOf(fields) : amountOf(fields.value),
        transaction_id: order,
        checkout_id: textOf(fields.checkout_id, 100),
        cart_id: textOf(fields.cart_id, 100),
        subtotal: amountOf(fields.subtotal),
        total: amountOf(fields.total),
        tax: amountOf(fields.tax),
        shipping: amountOf(fields.shipping),
        discount: amountOf(fields.discount),
        coupon: textOf(first(fields, ['coupon', 'coupon_name', 'coupon_id']), 100),
        affiliation: textOf(fields.affiliation, 100),
        search_term: textOf(fields.query, 500),
        item_list_id: textOf(fields.list_id, 100),
        item_list_name: name === 'view_item_list' ? textOf(first(fields, ['category', 'list_id']), 200) : undefined,
        promotion_id: textOf(fields.promotion_id, 100),
        promotion_name: name.endsWith('promotion') ? textOf(fields.name, 200) : undefined,
        creative_name: textOf(fields.creative, 200),
        shipping_tier: textOf(fields.shipping_method, 100),
        payment_type: textOf(fields.payment_method, 100),
        checkout_step: textOf(fields.step, 100),
      }),
    },
  };
}

/** Its `revenue` is Google's `value`, without shipping and tax; its `total` has both. */
function revenueOf(fields: Fields): number | string | undefined {
  const revenue = amountOf(first(fields, ['revenue', 'subtotal']));
  const total = numberOf(fields.total);
  if (revenue !== undefined || total === undefined) return revenue ?? amountOf(fields.value);
  return Math.max(0, Math.round((total - (numberOf(fields.tax) ?? 0) - (numberOf(fields.shipping) ?? 0)) * 1e3) / 1e3);
}
