import type { LogEvent, LogItem } from '../log/log-event.ts';
import { addCount } from './lattice.ts';

/**
 * What a visitor did with things of which category, brand and price: how often, a week and an event each. What an event
 * weighs, and how fast it fades, is applied when it is read, so that a merchant can change both without a new fold.
 */
export interface Interest {
  /** `<week since 1970><sign> <category>` -> how often. */
  categories: Map<string, number>;
  brands: Map<string, number>;
  /** Of a quarter of the prices in the product's category: 1 the lowest, 4 the highest. */
  bands: Map<string, number>;
}

export type Dimension = keyof Interest;

/** The events that say something of a liking, each with its sign in a profile: one digit, since a profile has many. */
export const signs = {
  view_item: 0,
  select_item: 1,
  add_to_wishlist: 2,
  remove_from_wishlist: 3,
  add_to_cart: 4,
  remove_from_cart: 5,
  purchase: 6,
  refund: 7,
  complaint: 8,
} as const;

export type TellingEvent = keyof typeof signs;

/** In the order of their signs. */
export const telling = (Object.keys(signs) as TellingEvent[]).sort((a, b) => signs[a] - signs[b]);

export const week = 7 * 86_400_000;

const namedBy: Record<Dimension, (item: LogItem) => string | undefined> = {
  categories: ({ category }) => category,
  brands: ({ brand }) => brand,
  bands: ({ band }) => (band === undefined ? undefined : String(band)),
};

export const dimensions = Object.keys(namedBy) as Dimension[];

/** One or none. */
export function valuesOf(item: LogItem, dimension: Dimension): string[] {
  const value = namedBy[dimension](item);
  return value ? [value] : [];
}

export type Telling = Pick<LogEvent, 'name' | 'at' | 'items' | 'forAnother'>;

export function foldInterest(interest: Interest, { name, at, items, forAnother }: Telling): void {
  if (!items || !isTelling(name) || forAnother) return;
  const moment = Math.floor(at / week) * 10 + signs[name];
  for (const item of items) {
    for (const dimension of dimensions) {
      for (const value of valuesOf(item, dimension)) addCount(interest[dimension], interestKey(moment, value), 1);
    }
  }
}

/** `moment`: ten times the week since 1970, and the sign. Four digits of weeks last until 2161, so that the greatest keys are the newest. */
export function interestKey(moment: number, value: string): string {
  return `${moment} ${value}`;
}

export function emptyInterest(): Interest {
  return { categories: new Map(), brands: new Map(), bands: new Map() };
}

export function isTelling(name: string): name is TellingEvent {
  return Object.hasOwn(signs, name);
}
