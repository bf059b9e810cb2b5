import { z } from 'zod';
import { isCurrency } from '../money.ts';
import type { Statement, Store } from '../store/store.ts';

/** What one unit of a currency was worth in the shop's own, on a day. */
export const Rate = z.object({
  day: z.iso.date('write the day as 2026-11-21').describe('In the shop’s time zone.'),
  currency: z.string().refine(isCurrency, 'not an ISO 4217 currency').describe('ISO 4217.'),
  rate: z.coerce.number().positive().max(1e9).describe('What one unit of it was worth in the shop’s currency.'),
});

export type Rate = z.output<typeof Rate>;

/** Central banks publish none on holidays: the last one before counts, but not for longer. */
const longest = 7;

/** Puts these in, each in place of the one of its day. */
export function putRates(rates: readonly Rate[]): Statement {
  const rows = rates.map(({ currency, day, rate }) => [currency, day, rate]);
  return { sql: upsert, params: [JSON.stringify(rows)] };
}

const upsert =
  'INSERT INTO rates (currency, day, rate) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true ' +
  'ON CONFLICT (currency, day) DO UPDATE SET rate = excluded.rate';

/** Days' rates of some currencies, newest first. */
export type Rates = ReadonlyMap<string, readonly { day: string; rate: number }[]>;

export async function ratesOf(currencies: readonly string[], store: Pick<Store, 'all'>): Promise<Rates> {
  const rows =
    currencies.length === 0
      ? []
      : await store.all(
          'SELECT currency, day, rate FROM rates WHERE currency IN (SELECT value FROM json_each(?)) ORDER BY currency, day DESC',
          [JSON.stringify([...new Set(currencies)])],
        );
  const rates = new Map<string, { day: string; rate: number }[]>();
  for (const [currency, day, rate] of rows) {
    const known = rates.get(String(currency)) ?? [];
    known.push({ day: String(day), rate: Number(rate) });
    rates.set(String(currency), known);
  }
  return rates;
}

/** The rate that counts on a day (`2026-11-21`), or null where nobody has told one of it or of the week before. */
export function rateOn(rates: Rates, currency: string, day: string): number | null {
  const last = rates.get(currency)?.find((one) => one.day <= day);
  return last && daysBetween(last.day, day) <= longest ? last.rate : null;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
