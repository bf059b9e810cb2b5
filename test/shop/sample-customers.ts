import type { Customer } from './books.ts';

const BRITISH = 5;
const ABROAD = 5;
const NEWCOMERS = 2;

/** A few customers worth meeting: the most faithful at home, of other countries one each, and some who came once. */
export function sampleCustomers(customers: readonly Customer[]): Customer[] {
  const faithful = customers.toSorted((a, b) => b.orders - a.orders || a.id.localeCompare(b.id));
  const british = faithful.filter(({ country }) => country === 'GB').slice(0, BRITISH);
  const seen = new Set(['GB', '']);
  const abroad = faithful.filter(({ country }) => !seen.has(country) && seen.add(country)).slice(0, ABROAD);
  const newcomers = faithful.filter(({ orders }) => orders === 1).slice(-NEWCOMERS);
  return [...british, ...abroad, ...newcomers];
}
