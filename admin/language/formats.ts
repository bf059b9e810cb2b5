import { type Language, locales } from './languages.ts';

/** An amount in integer minor units of an ISO 4217 currency. */
interface Amount {
  amount: number;
  currency: string;
}

/** How a language writes numbers, amounts, places and times; times in the shop's zone, arguments in ms since 1970. */
export function formatsFor(language: Language, timeZone: string, ownCurrency?: string) {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const utcClock = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const utcDate = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  const dayMonth = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const dayKey = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const tongues = new Intl.DisplayNames(locale, { type: 'language' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  const money = ({ amount, currency }: Amount) => {
    // Everybody in the shop knows its own "$"; another currency says whose.
    const currencyDisplay = currency === ownCurrency ? 'narrowSymbol' : 'symbol';
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };

  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    /** With a tenth of a percent, for shares that are small. */
    fine: (share: number) => fine.format(share),
    decimal: (value: number) => decimal.format(value),
    money,
    /** One amount a currency; nothing at all is a zero in the shop's own. */
    amounts: (amounts: readonly Amount[], currency: string) =>
      amounts.length === 0 ? money({ amount: 0, currency }) : amounts.map(money).join(' + '),
    clock: (at: number) => clock.format(at),
    /** The time on a clock that is `offset` minutes ahead of UTC. */
    clockAt: (at: number, offset: number) => utcClock.format(at + offset * 60_000),
    date: (at: number) => date.format(at),
    /** Of a day written `2026-03-29`. */
    dayMonth: (day: string) => dayMonth.format(Date.parse(`${day}T00:00:00Z`)),
    /** Of a day written `2026-03-29`, with its year. */
    calendarDay: (day: string) => utcDate.format(Date.parse(`${day}T00:00:00Z`)),
    weekday: (at: number) => weekday.format(at),
    moment: (at: number) => moment.format(at),
    /** The shop's calendar day, written `2026-03-29`. */
    day: (at: number) => dayKey.format(at),
    ago: (at: number, now: number) => {
      const { value, unit } = elapsed(Math.max(0, now - at));
      return relative.format(-value, unit);
    },
    country: (code: string) => nameOr(code, () => regions.of(code)),
    language: (code: string) => nameOr(code, () => tongues.of(code)),
    list: (parts: string[]) => list.format(parts),
  };
}

function elapsed(ms: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return { value: seconds, unit: 'second' };
  if (seconds < 3600) return { value: Math.floor(seconds / 60), unit: 'minute' };
  if (seconds < 86_400) return { value: Math.floor(seconds / 3600), unit: 'hour' };
  return { value: Math.floor(seconds / 86_400), unit: 'day' };
}

/** Intl throws for a code that is none, and pages send such codes. */
function nameOr(code: string, name: () => string | undefined): string {
  try {
    return name() ?? code;
  } catch {
    return code;
  }
}
