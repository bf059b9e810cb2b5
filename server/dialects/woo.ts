import { ownItem } from './items.ts';
import { type Dialect, fieldsOf } from './said.ts';
import { said, textOf } from './values.ts';

/** WooCommerce's jQuery events on the body: the event, the `data-*` of the button that was pressed, and the event's own words. */
export const woo: Dialect = ([event, button, ...words]) => {
  const fields = fieldsOf(button);
  switch (event) {
    case 'added_to_cart':
    case 'removed_from_cart': {
      const items = ownItem({ ...fields, name: fields.product_name, sku: fields.product_sku }, names);
      const name = event === 'added_to_cart' ? 'add_to_cart' : 'remove_from_cart';
      return items ? { name, params: { items } } : null;
    }
    case 'applied_coupon':
    case 'applied_coupon_in_checkout':
      return { name: 'coupon_applied', params: said({ coupon: textOf(words[0], 100) }) };
    case 'removed_coupon':
    case 'removed_coupon_in_checkout':
      return { name: 'coupon_removed', params: said({ coupon: textOf(words[0], 100) }) };
    case 'payment_method_selected':
      return { name: 'add_payment_info', params: said({ payment_type: textOf(fields.value, 100) }) };
    case 'checkout_error':
      return { name: 'alert', params: said({ form_name: 'checkout' }) };
    default:
      return null;
  }
};

const names = {
  id: ['product_id', 'product_sku'],
  name: ['name'],
  brand: ['product_brand'],
  category: ['product_category'],
  variant: ['variation'],
  price: ['product_price', 'price'],
  quantity: ['quantity'],
};
