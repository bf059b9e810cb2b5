import type { Place } from '../acquisition/region.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { BoughtLater } from '../customers/bought-later.ts';
import type { Upcoming } from '../occasions/occasions.ts';
import type { Likeness } from './content/likeness.ts';
import type { ShelfModel } from './model/shelf-model.ts';

/** What a recommendation may look at. Plain values: the decision that made them says who is looking and what consent allows. */
export interface Evidence {
  catalog: Catalog;
  model: Pick<
    ShelfModel,
    | 'next'
    | 'boughtWith'
    | 'boughtAfter'
    | 'accessories'
    | 'popular'
    | 'soldWithin'
    | 'trending'
    | 'popularNear'
    | 'watchedNow'
    | 'gifts'
  >;
  likeness: Pick<Likeness, 'similar'>;
  later: BoughtLater;
  /** ms since 1970. */
  now: number;
  /** Where who is looking is now, as far as that is known. */
  place: Place;
  /** Products that the page is about: the one shown on it. */
  product: string | null;
  /** Looked at in this visit, the product of the page last; that one alone without consent to use a profile. */
  session: readonly string[];
  /** In the cart now. */
  cart: readonly string[];
  /** Seen or bought by this visitor, the latest 20 behind what is in the cart, newest first; empty without consent to use a profile. */
  history: readonly string[];
  /** When this visitor saw or bought it last; ms since 1970, 0 where that is not known. */
  lastAt(id: string): number;
  /** On how many days (UTC) before today this visitor saw it where it stood as new; 0 where that may not be known. */
  daysAsNew(id: string): number;
  /** Looked at by this visitor, the latest 20, newest first. */
  viewed: readonly string[];
  /** On this visitor's wish list, the latest first. */
  wished: readonly string[];
  /** What this visitor ordered last. */
  lastOrder: readonly string[];
  /** What this visitor bought before and may buy again about now, the likeliest first; when it was bought last, ms since 1970. */
  dueAgain: readonly { id: string; at: number }[];
  /** Bought by this visitor in the last 30 days, and not due again yet. */
  boughtLately: ReadonlySet<string>;
  /** Liked categories, strongest first; shares sum to 1. */
  likings: readonly { category: string; share: number }[];
  /** The same of brands. */
  likedBrands: readonly { brand: string; share: number }[];
  /** When the visit before this one ended; null on a first visit, or when it may not be known. */
  lastVisit: number | null;
  /** They shop for somebody else in this visit: it is not what they like that counts. */
  gift: boolean;
  /** The occasion that is near by the days of the shop, for which people look for gifts; null where none is. */
  occasion: Upcoming | null;
  /** Names that this visitor goes by: whoever goes by one is nobody else. */
  visitors: readonly string[];
  /** Who is looking, where it is drawn what somebody sees. */
  visitor: string;
}
