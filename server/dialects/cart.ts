import type { Item } from '../../snippet/protocol.ts';
import { type ItemNames, itemOf } from './items.ts';
import { type Dialect, type Fields, fieldsOf, first, isFields, listOf, type Said } from './said.ts';
import { idOf, numberOf, quantityOf, said, textOf } from './values.ts';

/**
 * A call of the shop's own pages to its cart: its address, what was sent, and what came back. Shopify's `/cart/add.js`,
 * WooCommerce's `?wc-ajax=add_to_cart` and Store API, and any `/cart/add` whose words can be understood.
 */
export const cart: Dialect = ([address, body, answer]) => {
  if (typeof address !== 'string') return null;
  const sent = bodyOf(body);
  if (/\/wc\/store\/[^?]*batch/.test(address)) return batch(sent, fieldsOf(answer));
  return call(address, sent, fieldsOf(answer));
};

function call(address: string, sent: Fields, answer: Fields): Said | null {
  if (answer.error || (numberOf(answer.status) ?? 0) >= 400) return null;
  const coupon = textOf(sent.code, 100);
  if (/apply-coupon/.test(address)) return coupon === undefined ? null : { name: 'coupon_applied', params: { coupon } };
  if (/remove-coupon/.test(address))
    return coupon === undefined ? null : { name: 'coupon_removed', params: { coupon } };
  if (/select-shipping-rate/.test(address)) {
    return { name: 'add_shipping_info', params: said({ shipping_tier: textOf(sent.rate_id, 100) }) };
  }
  if (/cart\/add|add[-_]to[-_]cart|add-item/.test(address)) {
    const lines = linesOf(sent);
    const known = listOf(answer.items).length > 0 ? listOf(answer.items) : [answer];
    const items = lines.flatMap((line) => lineOf(line, known) ?? []);
    return items.length > 0 ? { name: 'add_to_cart', params: { items, ...currencyIn(known) } } : null;
  }
  if (/remove[-_]from[-_]cart|remove-item|cart\/remove/.test(address)) {
    const items = linesOf(sent).flatMap((line) => lineOf(line, []) ?? []);
    if (items.length > 0) return { name: 'remove_from_cart', params: { items } };
  }
  // A change of a line, by a name that only that cart knows: what the answer has is what is in it now, even if that is nothing.
  if (!Array.isArray(answer.items)) return null;
  const whole = answer.items.flatMap((line) => lineOf({}, [line]) ?? []);
  return { name: 'view_cart', params: { items: whole, ...currencyIn(answer.items) } };
}

/** The first call of a batch of the Store API that says something. */
function batch(sent: Fields, answer: Fields): Said | null {
  const answers = listOf(answer.responses);
  for (const [place, request] of listOf(sent.requests).entries()) {
    const { path, body, data } = fieldsOf(request);
    const said = call(textOf(path, 500) ?? '', fieldsOf(body ?? data), fieldsOf(fieldsOf(answers[place]).body));
    if (said) return said;
  }
  return null;
}

/** JSON, a form's words, or the fields of a form as the snippet wrote them. */
function bodyOf(body: unknown): Fields {
  if (isFields(body)) return body;
  if (typeof body !== 'string') return {};
  if (!body.startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return {};
  }
}

function linesOf(sent: Fields): Fields[] {
  const lines = listOf(sent.items).map(fieldsOf);
  return lines.length > 0 ? lines : [sent];
}

const ids = ['product_id', 'productId', 'product', 'id', 'add-to-cart', 'variant_id', 'variantId', 'sku'];
const names: ItemNames = {
  // Shopify's line is called after the variant, and says its product beside it.
  id: ['product_id', 'id'],
  name: ['product_title', 'name', 'title'],
  brand: ['vendor', 'brand'],
  category: ['product_type'],
  variant: ['variant_title'],
  price: ['none'],
  quantity: ['quantity'],
};

/** A line as it was asked for, with what the answer knows of it. */
function lineOf(asked: Fields, known: readonly unknown[]): Item | null {
  const id = idOf(first(asked, ids));
  const match = known
    .map(fieldsOf)
    .find((line) => id === undefined || [line.id, line.variant_id, line.product_id].some((one) => idOf(one) === id));
  const item = match ? itemOf(match, names) : id === undefined ? null : { item_id: id };
  if (!item) return null;
  const price = match && priceOf(match);
  // The answer's quantity is what the line has now; what was asked for is what was added.
  const quantity = id === undefined ? item.quantity : (quantityOf(first(asked, ['quantity', 'qty'])) ?? 1);
  return said({ ...item, quantity, ...(price === undefined ? {} : { price }) });
}

/** Both say it in minor units: Shopify in hundredths of any currency, the Store API in so many digits. */
function priceOf(line: Fields): number | undefined {
  const prices = fieldsOf(line.prices);
  const minor = numberOf(prices.price ?? line.final_price ?? line.price);
  if (minor === undefined || !Number.isInteger(minor) || !('prices' in line || 'variant_id' in line)) return undefined;
  return minor / 10 ** (numberOf(prices.currency_minor_unit) ?? 2);
}

function currencyIn(lines: readonly unknown[]): { currency?: string } {
  const code = fieldsOf(fieldsOf(lines[0]).prices).currency_code;
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? { currency: code } : {};
}
