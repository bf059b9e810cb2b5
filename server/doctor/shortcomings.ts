import type { LogEvent } from '../log/log-event.ts';

/** What a kept event lacks, so that reports on it are poorer than they could be. */
export type Shortcoming = 'no-items' | 'no-price' | 'no-currency' | 'no-value';

const aboutProducts = new Set(['view_item', 'add_to_cart', 'remove_from_cart', 'purchase']);
/** Whose price counts: what is in a cart, and what was bought. */
const aboutMoney = new Set(['add_to_cart', 'purchase']);

/** `saysCurrency`: the page named one; without it the shop's own was taken. `isKnown`: the catalogue has the product's price. */
export function shortcomingsOf(
  { name, items, value }: Pick<LogEvent, 'name' | 'items' | 'value'>,
  saysCurrency: boolean,
  isKnown: (product: string) => boolean,
): Shortcoming[] {
  if (!aboutProducts.has(name)) return [];
  const found: Shortcoming[] = [];
  if (!items || items.length === 0) found.push('no-items');
  if (aboutMoney.has(name) && items?.some(({ id, price }) => price === undefined && !isKnown(id)))
    found.push('no-price');
  if (!saysCurrency && (value !== undefined || items?.some(({ price }) => price !== undefined)))
    found.push('no-currency');
  if (name === 'purchase' && !value) found.push('no-value');
  return found;
}
