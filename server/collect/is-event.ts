import { plainText } from '../plain-text.ts';
import { isShallow } from './is-shallow.ts';
import type { WireEvent } from './schema.ts';

/**
 * Says of parsed JSON what `Event` of `schema.ts` says, at a tenth of its cost: ten of them come with every request. The
 * schema stays the one that words a refusal, and a property test holds the two together.
 */
export function isEvent(value: unknown): value is WireEvent {
  if (!isObject(value)) return false;
  const { id, name, time, params } = value;
  return (
    typeof id === 'string' &&
    eventId.test(id) &&
    typeof name === 'string' &&
    eventName.test(name) &&
    Number.isSafeInteger(time) &&
    Number(time) >= 0 &&
    (params === undefined || isParams(params))
  );
}

const eventId = /^[\w.-]{1,64}$/;
const eventName = /^[a-zA-Z][a-zA-Z0-9_]{0,63}$/;

function isParams(params: unknown): boolean {
  if (!isObject(params)) return false;
  const { items, currency, value, transaction_id, tax, shipping, coupon, search_term, identity, decision } = params;
  return (
    (items === undefined || (Array.isArray(items) && items.length <= 500 && items.every(isItem))) &&
    isText(currency, 3) &&
    isDecimal(value) &&
    (transaction_id === undefined || isShopId(transaction_id)) &&
    isDecimal(tax) &&
    isDecimal(shipping) &&
    isText(coupon, 100) &&
    isText(search_term, 500) &&
    isText(identity, 4096) &&
    isText(decision, 100) &&
    isShallow(params)
  );
}

function isItem(item: unknown): boolean {
  if (!isObject(item)) return false;
  const { item_id, item_name, item_brand, item_category, item_variant, price, quantity } = item;
  return (
    isShopId(item_id) &&
    isText(item_name, 500) &&
    isText(item_brand, 200) &&
    isText(item_category, 200) &&
    isText(item_variant, 200) &&
    isDecimal(price) &&
    (quantity === undefined || (typeof quantity === 'number' && quantity >= 0 && quantity <= 1_000_000))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= most);
}

function isDecimal(value: unknown): boolean {
  return Number.isFinite(value) || isText(value, 32);
}

function isShopId(value: unknown): boolean {
  if (typeof value !== 'string') return Number.isFinite(value);
  return value.length >= 1 && value.length <= 100 && plainText.test(value);
}
