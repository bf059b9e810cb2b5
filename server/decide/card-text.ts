import type { Card } from '../../widgets/define.ts';
import type { Product } from '../catalog/product.ts';
import type { Language } from '../messages/messages.ts';
import { formatMoney } from '../money.ts';

/** A `Card` as JSON; `reason` is JSON already. All but the reason of it is the same for everyone, and is made once for each product and language. */
export function cardText(product: Product, reason: string, language: Language): string {
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
  return `${start},"reason":${reason}}`;
}

// By the object: a product that changes is another one, and one that is gone takes its texts along.
const texts = new WeakMap<Product, Map<Language, string>>();

function withoutReason({ id, name, url, image, price, currency }: Product, language: Language): Omit<Card, 'reason'> {
  const formatted = price === null || currency === null ? null : formatMoney({ amount: price, currency }, language);
  return { id, name, url, image, price: formatted };
}
