import type { Item } from '../../snippet/protocol.ts';
import { custom } from './custom.ts';
import { type Dialect, type Fields, fieldsOf, first, listOf, type Said } from './said.ts';
import { amountOf, currencyOf, idOf, quantityOf, said, textOf } from './values.ts';

/** Shopify's customer events as its web pixels get them: the name, and the event's `data`. */
export const shopify: Dialect = ([name, data]) => {
  if (typeof name !== 'string') return null;
  const fields = fieldsOf(data);
  const step = steps[name];
  if (step !== undefined)
    return { name: 'checkout_step', params: { ...orderOf(fieldsOf(fields.checkout)), checkout_step: step } };
  switch (name) {
    case 'page_viewed':
      return { name: 'page_view', params: {} };
    case 'product_viewed':
      return about('view_item', [fields.productVariant]);
    case 'collection_viewed': {
      const { id, title, productVariants } = fieldsOf(fields.collection);
      const list = { item_list_id: idOf(id), item_list_name: textOf(title, 200) };
      return { name: 'view_item_list', params: said({ ...list, items: itemsIn(listOf(productVariants)) }) };
    }
    case 'search_submitted': {
      const term = textOf(fieldsOf(fields.searchResult).query, 500);
      return term === undefined ? null : { name: 'search', params: { search_term: term } };
    }
    case 'product_added_to_cart':
      return about('add_to_cart', [fields.cartLine]);
    case 'product_removed_from_cart':
      return about('remove_from_cart', [fields.cartLine]);
    case 'cart_viewed': {
      const { lines, cost } = fieldsOf(fields.cart);
      const total = fieldsOf(fieldsOf(cost).totalAmount);
      const items = itemsIn(listOf(lines)) ?? [];
      return {
        name: 'view_cart',
        params: said({ items, value: amountOf(total), currency: currencyOf(total.currencyCode) }),
      };
    }
    case 'checkout_started':
      return { name: 'begin_checkout', params: orderOf(fieldsOf(fields.checkout)) };
    case 'checkout_shipping_info_submitted':
      return { name: 'add_shipping_info', params: orderOf(fieldsOf(fields.checkout)) };
    case 'payment_info_submitted':
      return { name: 'add_payment_info', params: orderOf(fieldsOf(fields.checkout)) };
    case 'checkout_completed': {
      const params = orderOf(fieldsOf(fields.checkout));
      return params.transaction_id === undefined ? null : { name: 'purchase', params };
    }
    case 'alert_displayed':
    case 'ui_extension_errored': {
      const alert = fieldsOf(fields.alert ?? fields.error);
      return {
        name: 'alert',
        params: said({ target: textOf(alert.target, 100), alert_type: textOf(alert.type, 100) }),
      };
    }
    default:
      return /^(advanced_dom_|input_|clicked|form_submitted)/.test(name)
        ? null
        : custom(name, fieldsOf(fields.customData));
  }
};

const steps: Record<string, string> = {
  checkout_contact_info_submitted: 'contact',
  checkout_address_info_submitted: 'address',
};

function about(name: string, lines: readonly unknown[]): Said | null {
  const items = itemsIn(lines);
  return items ? { name, params: said({ items, currency: currencyIn(fieldsOf(lines[0])) }) } : null;
}

function itemsIn(lines: readonly unknown[]): Item[] | undefined {
  const items = lines.flatMap((line) => itemOf(fieldsOf(line)) ?? []);
  return items.length === 0 ? undefined : items.slice(0, 200);
}

/** A line has its variant in it, under one name in a cart and under another at the checkout; a variant is its own. */
const variantOf = (line: Fields) => fieldsOf(line.merchandise ?? line.variant ?? line);

function currencyIn(line: Fields): string | undefined {
  return currencyOf(fieldsOf(variantOf(line).price).currencyCode);
}

function itemOf(line: Fields): Item | null {
  const variant = variantOf(line);
  const product = fieldsOf(variant.product);
  const id = idOf(first({ product: product.id, variant: variant.id }, ['product', 'variant']));
  if (id === undefined) return null;
  return said({
    item_id: id,
    item_sku: idOf(first(variant, ['sku', 'id'])),
    item_name: textOf(product.title ?? line.title, 200),
    item_brand: textOf(product.vendor, 200),
    item_category: textOf(product.type, 200),
    item_variant: textOf(variant.title, 200),
    price: amountOf(variant.price),
    quantity: quantityOf(line.quantity),
    url: textOf(product.url, 500),
    image: textOf(fieldsOf(variant.image).src, 500),
  });
}

function orderOf(checkout: Fields) {
  const items = itemsIn(listOf(checkout.lineItems));
  const [transaction] = listOf(checkout.transactions).map(fieldsOf);
  const discounts = listOf(checkout.discountApplications).flatMap((one) => textOf(fieldsOf(one).title, 100) ?? []);
  return said({
    items,
    currency: currencyOf(checkout.currencyCode),
    value: items?.every(({ price }) => price !== undefined) ? undefined : amountOf(checkout.subtotalPrice),
    transaction_id: idOf(fieldsOf(checkout.order).id),
    checkout_id: textOf(checkout.token, 100),
    subtotal: amountOf(checkout.subtotalPrice),
    total: amountOf(checkout.totalPrice),
    tax: amountOf(checkout.totalTax),
    shipping: amountOf(fieldsOf(checkout.shippingLine).price),
    discount: amountOf(checkout.discountsAmount),
    coupon: discounts.length === 0 ? undefined : discounts.join(', ').slice(0, 100),
    shipping_tier: textOf(fieldsOf(checkout.shippingLine).title, 100),
    payment_type: transaction && textOf(first(transaction, ['gateway', 'paymentMethod']), 100),
  });
}
