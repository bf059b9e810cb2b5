import type { Product } from './product.ts';

type Offer = Pick<Product, 'price' | 'currency' | 'inStock'>;

/** What a product was before it became what it is. Times are ms since 1970. */
export interface Past {
  /**
   * Prices that stood until a time, minor units, oldest first. One that was not below a later one is left out: it is the lowest of no
   * days that end after both.
   */
  prices: [until: number, price: number, currency: string][];
  /** When it was there again, or at last, and when it went. */
  cameIn: number | null;
  wentOut: number | null;
}

export const day = 86_400_000;
/** What is older says nothing any more; ms. */
export const remembered = 90 * day;
const mostPrices = 20;
/** Out of stock for less than this is a correction that nobody has noticed; ms. */
const shortest = 3_600_000;
/** The days before a price is lowered of which the lowest price is what it is lowered from; ms. */
const reference = 30 * day;
/** The smallest part of the price that is worth a word. */
export const leastDrop = 0.03;

/** The past of a product that was `before` and is `after` from now on; null where it is not offered. The same object where nothing has changed. */
export function moved(past: Past | undefined, before: Offer | null, after: Offer | null, at: number): Past | undefined {
  const prices = pricesAfter(past?.prices ?? none, before, after, at);
  const stock = stockAfter(past, before, after, at);
  const isSame =
    prices === (past?.prices ?? none) &&
    stock.cameIn === (past?.cameIn ?? null) &&
    stock.wentOut === (past?.wentOut ?? null);
  return isSame ? past : { prices: [...prices], ...stock };
}

const none: Past['prices'] = [];

function pricesAfter(prices: Past['prices'], before: Offer | null, after: Offer | null, at: number): Past['prices'] {
  if (before === null || before.price === null || before.currency === null) return prices;
  const { price, currency } = before;
  if (after?.price === price && after.currency === currency) return prices;
  const telling = prices.filter(
    ([until, earlier, of]) => until > at - remembered && (of !== currency || earlier < price),
  );
  return [...telling, [at, price, currency] satisfies Past['prices'][number]].slice(-mostPrices);
}

function stockAfter(
  past: Past | undefined,
  before: Offer | null,
  after: Offer | null,
  at: number,
): Pick<Past, 'cameIn' | 'wentOut'> {
  const { cameIn = null, wentOut = null } = past ?? {};
  const [was, is] = [before?.inStock ?? false, after?.inStock ?? false];
  if (was && !is) return { cameIn, wentOut: at };
  // Of one that is offered for the first time it was not waited for.
  if (was || !is || (before === null && wentOut === null)) return { cameIn, wentOut };
  return wentOut !== null && at - wentOut < shortest ? { cameIn, wentOut: null } : { cameIn: at, wentOut };
}

/**
 * Since when a product costs less than the lowest price of the thirty days before, and what that was, minor units; null where it does
 * not. A price that was raised to be lowered is thus not lowered (Directive 98/6/EC, article 6a, as of Directive (EU) 2019/2161). With more
 * changes in these days than are kept nothing is claimed.
 */
export function dropOf({ price, currency }: Offer, { prices }: Past): { since: number; was: number } | null {
  const [since, newest, of] = prices.at(-1) ?? [0, 0, ''];
  if (price === null || newest === 0 || of !== currency) return null;
  const from = since - reference;
  if (prices.length === mostPrices && (prices[0]?.[0] ?? 0) > from) return null;
  let was = newest;
  for (const [until, earlier, of] of prices) if (until > from && of === currency) was = Math.min(was, earlier);
  return price <= was * (1 - leastDrop) ? { since, was } : null;
}

/** Since when it is in stock again; null where it is not, or always was. */
export function returnOf({ inStock }: Offer, { cameIn, wentOut }: Past): number | null {
  return inStock && cameIn !== null && cameIn >= (wentOut ?? 0) ? cameIn : null;
}
