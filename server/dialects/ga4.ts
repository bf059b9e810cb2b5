import type { Params } from '../../snippet/protocol.ts';
import { custom } from './custom.ts';
import { type ItemNames, itemsOf } from './items.ts';
import { type Dialect, type Fields, fieldsOf, first, isFields, listOf, type Said } from './said.ts';
import { amountOf, currencyOf, idOf, numberOf, said, textOf } from './values.ts';

/**
 * Google's: GA4 by `dataLayer.push({event, ecommerce})`, as the only word with what an earlier push left behind as the second,
 * or by `gtag('event', name, params)` as three; and enhanced e-commerce of Universal Analytics.
 */
export const ga4: Dialect = (words) => {
  const [entry, left] = words;
  if (typeof entry === 'string') {
    const [command, name, params] = words;
    return command === 'event' && typeof name === 'string' ? event(name, fieldsOf(params), {}) : null;
  }
  if (!isFields(entry)) return null;
  const name = typeof entry.event === 'string' ? entry.event : '';
  return universal(fieldsOf(entry.ecommerce), entry) ?? (name === '' ? null : event(name, entry, fieldsOf(left)));
};

const names: ItemNames = {
  id: ['item_id', 'id', 'product_id', 'sku'],
  name: ['item_name', 'name'],
  brand: ['item_brand', 'brand'],
  category: ['item_category', 'category'],
  variant: ['item_variant', 'variant'],
  price: ['price'],
  quantity: ['quantity'],
};

/** GA4's events with a form of their own. */
const known = new Set([
  ...['view_item_list', 'select_item', 'view_item', 'search', 'view_search_results', 'add_to_cart', 'remove_from_cart'],
  ...['view_cart', 'begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase', 'refund', 'add_to_wishlist'],
  ...['view_promotion', 'select_promotion', 'share', 'sign_up', 'login', 'generate_lead'],
]);

function event(name: string, entry: Fields, left: Fields): Said | null {
  if (!known.has(name)) return custom(name, { ...entry, ...fieldsOf(entry.eventModel) });
  const own = fieldsOf(entry.ecommerce);
  // GTM's own model: what lies in `ecommerce` stays there until it is replaced or set to null.
  const fields = { ...(own.items || entry.items ? {} : left), ...fieldsOf(entry.eventModel), ...entry, ...own };
  if (name === 'purchase' && idOf(fields.transaction_id) === undefined) return null;
  return { name, params: paramsOf(fields, itemsOf(fields.items, names)) };
}

function paramsOf(fields: Fields, items: Params['items']): Params {
  return said({
    items,
    currency: currencyOf(first(fields, ['currency', 'currencyCode'])),
    value: amountOf(fields.value),
    transaction_id: idOf(fields.transaction_id),
    tax: amountOf(fields.tax),
    shipping: amountOf(fields.shipping),
    discount: amountOf(fields.discount),
    coupon: textOf(fields.coupon, 100),
    affiliation: textOf(fields.affiliation, 100),
    search_term: textOf(fields.search_term, 500),
    item_list_id: textOf(fields.item_list_id, 100),
    item_list_name: textOf(fields.item_list_name, 200),
    shipping_tier: textOf(fields.shipping_tier, 100),
    payment_type: textOf(fields.payment_type, 100),
    promotion_id: textOf(fields.promotion_id, 100),
    promotion_name: textOf(fields.promotion_name, 200),
    creative_name: textOf(fields.creative_name, 200),
    creative_slot: textOf(fields.creative_slot, 100),
    method: textOf(fields.method, 100),
    content_type: textOf(fields.content_type, 100),
    item_id: textOf(fields.item_id, 100),
  });
}

/** What Universal Analytics called it. Of several in one push the first here: impressions come along with what was done. */
const actions: Record<string, string> = {
  purchase: 'purchase',
  refund: 'refund',
  checkout: 'begin_checkout',
  checkout_option: 'begin_checkout',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  click: 'select_item',
  detail: 'view_item',
  promoClick: 'select_promotion',
  promoView: 'view_promotion',
  impressions: 'view_item_list',
};

function universal(ecommerce: Fields, entry: Fields): Said | null {
  const action = Object.keys(actions).find((one) => isFields(ecommerce[one]) || Array.isArray(ecommerce[one]));
  if (action === undefined) return null;
  const said = fieldsOf(ecommerce[action]);
  const field = fieldsOf(said.actionField);
  const list = Array.isArray(ecommerce[action]) ? ecommerce[action] : (said.products ?? said.promotions);
  const currency = currencyOf(first(ecommerce, ['currencyCode', 'currency'])) ?? currencyOf(entry.currencyCode);
  const items = itemsOf(list, names);
  let name = actions[action] ?? action;
  if (name === 'begin_checkout' && (numberOf(field.step) ?? 0) > 1) name = 'checkout_step';
  if (name.endsWith('promotion')) return { name, params: promotion(listOf(list)[0], currency) };
  if ((name === 'purchase' || name === 'refund') && idOf(field.id) === undefined) return null;
  return { name, params: orderOf(name, field, items, currency) };
}

function promotion(value: unknown, currency: string | undefined): Params {
  const { id, name, creative, position } = fieldsOf(value);
  return said({
    currency,
    promotion_id: textOf(id, 100),
    promotion_name: textOf(name, 200),
    creative_name: textOf(creative, 200),
    creative_slot: textOf(position, 100),
  });
}

function orderOf(name: string, field: Fields, items: Params['items'], currency: string | undefined): Params {
  const { id, revenue, tax, shipping, coupon, affiliation, step, option, list } = field;
  const total = numberOf(revenue);
  return said({
    items,
    currency,
    // Its revenue "may include shipping, tax costs": where the pieces have prices, they say what was bought.
    value: items?.every(({ price }) => price !== undefined)
      ? undefined
      : total === undefined
        ? undefined
        : Math.max(0, Math.round((total - (numberOf(tax) ?? 0) - (numberOf(shipping) ?? 0)) * 1e3) / 1e3),
    transaction_id: name === 'purchase' || name === 'refund' ? idOf(id) : undefined,
    total: amountOf(revenue),
    tax: amountOf(tax),
    shipping: amountOf(shipping),
    coupon: textOf(coupon, 100),
    affiliation: textOf(affiliation, 100),
    checkout_step: textOf(step, 100),
    checkout_option: textOf(option, 100),
    item_list_name: textOf(list, 200),
  });
}
