import { isFields } from './said.ts';

/** Text within our bounds, of what a shop wrote: a number too, the name of a thing (`{name: 'Brand'}`), the last of a path. */
export function textOf(value: unknown, most: number): string | undefined {
  if (typeof value === 'number') return String(value);
  if (isFields(value)) return textOf(value.name, most);
  if (Array.isArray(value)) return textOf(value[0], most);
  if (typeof value !== 'string') return undefined;
  // A cut may leave half a character behind, which no column may hold.
  const text = value
    .slice(0, most * 2)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}/gu, '');
  return text === '' ? undefined : text;
}

/** An id of the shop's, as it stands in its addresses and orders. */
export function idOf(value: unknown): string | undefined {
  // Shopify's `gid://shopify/Product/42` is product 42 in its feeds, orders and pages.
  return textOf(value, 200)
    ?.replace(/^gid:\/\/\w+\/\w+\//, '')
    .slice(0, 100)
    .replace(/\p{Cs}/gu, '');
}

/** 199.5, "199,50" and "199.50 UAH" are amounts; "on request" is none. */
export function amountOf(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (isFields(value)) return amountOf(value.amount);
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const bare = value.replace(/[^\d.,\s'-]/g, '').replace(/^[.,\s]+|[.,\s]+$/g, '');
  return /^-?\d[\d.,\s']*$/.test(bare) ? bare.slice(0, 32) : undefined;
}

/** The same as a number, for sums. */
export function numberOf(value: unknown): number | undefined {
  const amount = amountOf(value);
  if (typeof amount !== 'string') return amount;
  const number = Number(
    amount
      .replace(/[\s']/g, '')
      .replace(/,(?=\d{1,2}$)/, '.')
      .replaceAll(',', ''),
  );
  return Number.isFinite(number) ? number : undefined;
}

export function quantityOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 && number <= 1_000_000 ? number : undefined;
}

export function currencyOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{3}$/i.test(value.trim()) ? value.trim().toUpperCase() : undefined;
}

/** Only what has a value. */
export function said<T extends Record<string, unknown>>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
