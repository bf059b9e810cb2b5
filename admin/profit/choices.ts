import type { Sorting } from '../../server/profit/report.ts';
import type { Dimension } from '../../server/profit/sheet.ts';
import { formats } from '../session/session.ts';

export const dimensions = ['customer', 'product', 'category', 'channel', 'region'] as const satisfies Dimension[];
export const periods = ['30', '90', '365', 'all', 'own'] as const;
export const sorts = ['profit', 'net', 'margin', 'orders', 'uncosted'] as const satisfies Sorting[];
export const orders = ['most', 'least'] as const;

/** What the page is asked: it stands in its address, so that it can be sent to somebody, and gone back to. */
export interface ProfitQuestion {
  period: (typeof periods)[number];
  /** Days of the shop's zone, `2026-11-21`. */
  from: string;
  to: string;
  by: Dimension;
  of: Dimension | null;
  /** Null for what is not known. */
  key: string | null;
  sort: (typeof sorts)[number];
  order: (typeof orders)[number];
}

const day = 86_400_000;
const aDay = /^\d{4}-\d{2}-\d{2}$/;

export function questionIn(query: Record<string, string>, now: number): ProfitQuestion {
  const period = periods.find((one) => one === query.period) ?? '90';
  const today = formats.value.day(now);
  const from = period === 'all' ? '2000-01-01' : formats.value.day(now - (Number(period) - 1) * day);
  const own = period === 'own' && aDay.test(query.from ?? '') && aDay.test(query.to ?? '');
  return {
    period: period === 'own' && !own ? '90' : period,
    ...(own ? { from: query.from ?? today, to: query.to ?? today } : { from, to: today }),
    by: dimensions.find((one) => one === query.by) ?? 'customer',
    of: dimensions.find((one) => one === query.of) ?? null,
    key: query.key ?? null,
    sort: sorts.find((one) => one === query.sort) ?? 'profit',
    order: orders.find((one) => one === query.order) ?? 'most',
  };
}

/** The page's address with some of it changed. */
export function addressOf(question: ProfitQuestion, changes: Partial<ProfitQuestion>): string {
  const { period, from, to, by, of, key, sort, order } = { ...question, ...changes };
  const words = new URLSearchParams({ period, by, sort, order });
  if (period === 'own') for (const [name, value] of Object.entries({ from, to })) words.set(name, value);
  if (of) words.set('of', of);
  if (of && key !== null) words.set('key', key);
  return `/admin/profit?${words}`;
}

/** As the server is asked. */
export function queryOf({ from, to, by, of, key, sort, order }: ProfitQuestion) {
  return { from, to, by, sort, order, ...(of ? { of, ...(key === null ? {} : { key }) } : {}) };
}
