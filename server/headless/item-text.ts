import type { Product } from '../catalog/product.ts';
import { type Reader, reasonText, type Worded } from '../decide/shelf.ts';
import type { Reason } from '../log/reason.ts';
import type { Language } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';

/** A recommended product as JSON; all but the reason is made once for each product and language. */
export function itemText(product: Product, reason: Reason, reader: Reader, shop: Worded): string {
  const { language } = reader;
  let known = texts.get(product);
  if (!known) {
    known = new Map();
    texts.set(product, known);
  }
  let start = known.get(language);
  if (start === undefined) {
    start = JSON.stringify(withoutReason(product, language)).slice(0, -1);
    known.set(language, start);
  }
  return `${start},"reason":{"code":"${reason.code}","text":${reasonText(reason, reader, shop)}}}`;
}

// By the object: a product that changes is another one, and one that is gone takes its texts along.
const texts = new WeakMap<Product, Map<Language, string>>();

function withoutReason({ id, name, url, image, price, currency }: Product, language: Language): object {
  const money = price === null || currency === null ? null : { amount: price, currency };
  return { id, name, url, image, price: money, priceText: money && formatMoney(money, language) };
}
