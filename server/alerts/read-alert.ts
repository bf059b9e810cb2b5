import type { Catalog } from '../catalog/catalog.ts';
import type { AlertWord } from '../log/log-event.ts';
import { Refused } from '../refused.ts';

const longestAddress = 254;
const longestConsent = 300;

/**
 * What is kept of `{item_id, of, on, email, agreed}`: a wish to be told when a product costs less (`price`) than it does now, or is there again
 * (`stock`). An address comes with the words that its owner agreed to. Throws `Refused` with the field that does not fit.
 */
export function readAlert(
  { item_id, of, on, email, agreed }: Record<string, unknown>,
  catalog: Pick<Catalog, 'get'>,
): AlertWord {
  if (of !== 'price' && of !== 'stock') throw new Refused('params.of', 'what they want to be told: price or stock');
  if (typeof on !== 'boolean') throw new Refused('params.on', 'whether they want to be told: true or false');
  const product = typeof item_id === 'string' ? catalog.get(item_id) : undefined;
  if (!product) throw new Refused('params.item_id', `the shop offers no product "${item_id}"`);
  const { id, price, currency } = product;
  if (!on) return { product: id, of, on };
  if (of === 'price' && price === null) throw new Refused('params.of', 'what has no price cannot cost less');
  const cost = of === 'price' && price !== null && currency !== null ? { price, currency } : {};
  return { product: id, of, on, ...cost, ...addressOf(email, agreed) };
}

function addressOf(email: unknown, agreed: unknown): Pick<AlertWord, 'email' | 'agreed'> {
  if (email === undefined) return {};
  // One that can be written to; whose it is nobody knows before it is answered. (HTML, valid e-mail address.)
  if (
    typeof email !== 'string' ||
    email.length > longestAddress ||
    !/^[^\s@<>"(),:;[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)
  )
    throw new Refused('params.email', 'an address such as anna@example.com');
  if (typeof agreed !== 'string' || agreed.trim() === '' || agreed.length > longestConsent)
    throw new Refused('params.agreed', `the words that they agreed to, at most ${longestConsent} letters`);
  return { email, agreed };
}
