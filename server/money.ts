/** An amount in integer minor units (kopiyky, bani, pence) of one currency. */
export interface Money {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** Digits after the point, by ISO 4217's table as the runtime knows it: 2 for UAH, 0 for JPY, 3 for KWD. */
function minorDigits(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/**
 * Minor units of a shop's decimal: 2.55, "2.55", "2,55", "1 999,50" and "1,999.50" are understood.
 * Null where it is not a number, or too large to be kept exactly.
 */
export function minorUnits(decimal: number | string, currency: string): number | null {
  const text = typeof decimal === 'number' ? String(decimal) : decimal.trim();
  const value = typeof decimal === 'number' ? decimal : Number(withPoint(text));
  if (text === '' || !Number.isFinite(value)) return null;
  // Going through the decimal text keeps 1.005 and 2.675 from being rounded down as binary fractions.
  const minor = Math.round(
    Number(`${value.toString().includes('e') ? value.toFixed(6) : value}e${minorDigits(currency)}`),
  );
  return Number.isSafeInteger(minor) ? minor : null;
}

/** True for a code that this runtime's ISO 4217 table has. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencies.has(code);
}

/** "£2.55", "1 999,50 ₴": the amount as people of this language write it. */
export function formatMoney({ amount, currency }: Money, language: string): string {
  // Intl takes microseconds for each price, and a shop has the same prices all day.
  const key = `${amount} ${currency} ${language}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = formatOf(currency, language).format(amount / 10 ** minorDigits(currency));
    if (texts.size >= remembered) texts.clear();
    texts.set(key, text);
  }
  return text;
}

function formatOf(currency: string, language: string): Intl.NumberFormat {
  const key = `${currency} ${language}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  formats.set(key, format);
  return format;
}

/** "2.55": the amount in major units as programs write it, exactly. */
export function decimalOf({ amount, currency }: Money): string {
  const places = minorDigits(currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${amount < 0 ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** What this is worth in another currency. `rate`: what one major unit of its own is worth there. */
export function exchanged({ amount, currency }: Money, rate: number, into: string): Money {
  return { amount: Math.round(amount * rate * 10 ** (minorDigits(into) - minorDigits(currency))), currency: into };
}

/** The last of '.' and ',' is the decimal point, unless it groups thousands ("1,999"). */
function withPoint(text: string): string {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return plain;
  const separator = plain[last];
  const groups = plain.slice(last + 1).length === 3 && separator === ',' && !plain.slice(0, last).startsWith('0');
  if (groups || plain.indexOf(separator ?? '') !== last) return plain.replace(/[.,]/g, '');
  return `${plain.slice(0, last).replace(/[.,]/g, '')}.${plain.slice(last + 1)}`;
}

const digits = new Map<string, number>();
const remembered = 20_000;
const texts = new Map<string, string>();
const formats = new Map<string, Intl.NumberFormat>();
const currencies = new Set(Intl.supportedValuesOf('currency'));
