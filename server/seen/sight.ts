import type { Item } from '../../snippet/protocol.ts';
import { isCurrency, minorUnits } from '../money.ts';
import type { Says } from './seen-product.ts';

/** Parameters of an address that say where somebody came from, not what is there. */
const tracking =
  /^(utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|ttclid|srsltid|mc_[ce]id|_vh|_kx|_pos|_sid|_ss|igsh)$/i;

/**
 * What a page says of its product, as far as it can be believed of it: an address of the shop's own, a price that is one.
 * `isAbout`: the page is the product's own, so that its address is the product's where it says no other.
 */
export function saysOf(
  item: Item,
  page: URL,
  about: { origins: readonly string[]; currency: string; isAbout: boolean },
): Says {
  const { origins, currency, isAbout } = about;
  const url = addressOf(item.url, page) ?? (isAbout ? addressOf(page.href, page) : null);
  const image = addressOf(item.image, page);
  const price = item.price === undefined || !isCurrency(currency) ? null : minorUnits(item.price, currency);
  const says: Says = {};
  if (item.item_name) says.name = item.item_name;
  if (item.item_category) says.category = item.item_category;
  if (item.item_brand) says.brand = item.item_brand;
  if (price !== null && price > 0) says.price = `${price} ${currency}`;
  if (url && origins.includes(url.origin)) says.url = withoutTracking(url);
  if (image) says.image = image.href.slice(0, 1_000);
  if (typeof item.availability === 'string') says.availability = item.availability;
  return says;
}

function addressOf(value: unknown, page: URL): URL | null {
  if (typeof value !== 'string' || !URL.canParse(value, page)) return null;
  const url = new URL(value, page);
  return /^https?:$/.test(url.protocol) ? url : null;
}

function withoutTracking(url: URL): string {
  const plain = new URL(url);
  plain.hash = '';
  for (const name of [...plain.searchParams.keys()]) if (tracking.test(name)) plain.searchParams.delete(name);
  return plain.href.slice(0, 1_000);
}
