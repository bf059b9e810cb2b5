import type { Language } from './messages/messages.ts';

/** Pence as GA4's events and CSV files want them: 255 is 2.55. */
export const pounds = (pence: number) => Number((pence / 100).toFixed(2));

/** Pence as a person reads them, `£2.55`. */
export const formatPrice = (pence: number, language: Language) => formats[language].format(pence / 100);

const format = (locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP', currencyDisplay: 'narrowSymbol' });

/** A format costs a hundred times more to make than to use. */
const formats: Record<Language, Intl.NumberFormat> = {
  en: format('en-GB'),
  uk: format('uk'),
  ro: format('ro'),
  ru: format('ru'),
};
