import type { Consent } from '../../snippet/protocol.ts';
import type { Place } from '../acquisition/region.ts';
import type { Client, GiftWord, LogItem, Touch } from '../log/log-event.ts';
import type { Alerts } from './alerts.ts';
import { type Exposures, noExposures } from './exposures.ts';
import type { Interest } from './interest.ts';
import type { Said } from './lattice.ts';

/** What a visitor's events add up to. Times are ms since 1970. */
export interface Profile extends Interest {
  firstSeen: number;
  lastSeen: number;
  /** Event name -> how often. Money is not here: two reports of one order are two events, and only `orders` knows that. */
  totals: Map<string, number>;
  /** UTC day since 1970 -> page views. */
  days: Map<number, number>;
  /**
   * `<UTC day> <event>`, and for items `<UTC day> <event> <category>`: how often. Windows are read from it. Page views have
   * `days`; what happens all the time and says nothing (scrolling, vitals) is not here.
   */
  acts: Map<string, number>;
  /** What was done last, in its order. */
  steps: Set<string>;
  /** Ten-minute stretch since 1970 -> events; visits are read from the gaps. */
  active: Map<number, number>;
  /** Product -> last time. */
  viewed: Map<string, number>;
  bought: Map<string, number>;
  /** Product -> twice the time of the last word about it on the wish list, and one more where that took it off. */
  wishes: Map<string, number>;
  /** `<UTC day> <product>`: how often it was seen where it stood as new. */
  news: Map<string, number>;
  /** Whether they shop for somebody else, as was said last; it holds for its visit alone. */
  gift: Said<Pick<GiftWord, 'on' | 'by'>> | null;
  /** Product -> twice the last time at which it was looked at for somebody else, and one more where that was taken back. */
  gifts: Map<string, number>;
  /** Changes of the cart; what is in it is worked out when asked. */
  cart: Said<CartChange>[];
  /** When an order emptied the cart last; 0 for never. */
  lastOrder: number;
  /**
   * What was said of them. `customer`: whose word it is, for what is said only as long as that customer is joined. The empty
   * text is an answer that was taken back.
   */
  traits: Map<string, Said<{ value: string; source: string; customer?: string }>>;
  /** What others tell of them: the newest word of each source about each trait, by `factKey`. */
  facts: Map<string, Said<string>>;
  /** What staff has corrected; see `saidOf`. */
  edits: Map<string, Said<Edit>>;
  exposures: Exposures;
  alerts: Alerts;
  /** Where this visitor came from first. */
  touch: Said<Touch> | null;
  /** Where from last, as long as something said so: a typed address does not take the place of the letter before it. */
  lastTouch: Said<Touch> | null;
  /** Where this visitor was last known to be. */
  place: Said<Place> | null;
  client: Said<Client & { language?: string }> | null;
  consent: Said<Consent> | null;
  /** Customer numbers that a verified key gave. */
  customers: Map<string, number>;
  /** Something was said of who this is; the edges know what holds. */
  keyed: boolean;
  simulated: boolean;
}

/** Pieces added (or, below zero, removed) of one product; `all` says that the event held the whole cart. */
export interface CartChange {
  items: Pick<LogItem, 'id' | 'name' | 'quantity' | 'price'>[];
  currency: string | null;
  all: boolean;
}

/** A correction that staff made of a trait; `value` null where it was taken back. */
export interface Edit {
  value: string | null;
  own: string;
  /** ms since 1970. */
  since: number;
}

export const day = 86_400_000;
export const stretch = 600_000;

export function emptyProfile(): Profile {
  return {
    firstSeen: Number.MAX_SAFE_INTEGER,
    lastSeen: 0,
    totals: new Map(),
    days: new Map(),
    acts: new Map(),
    steps: new Set(),
    active: new Map(),
    categories: new Map(),
    brands: new Map(),
    bands: new Map(),
    viewed: new Map(),
    bought: new Map(),
    wishes: new Map(),
    news: new Map(),
    gift: null,
    gifts: new Map(),
    cart: [],
    lastOrder: 0,
    traits: new Map(),
    facts: new Map(),
    edits: new Map(),
    exposures: noExposures(),
    alerts: new Map(),
    touch: null,
    lastTouch: null,
    place: null,
    client: null,
    consent: null,
    customers: new Map(),
    keyed: false,
    simulated: false,
  };
}

/** Days have five digits until the year 2243, so that the greatest keys are those of the newest days. */
export function actKey(day: number, act: string): string {
  return `${String(day).padStart(5, '0')} ${act}`;
}

/** The time and the label of a key of `acts` or of an interest. */
export function readKey(key: string): [time: number, label: string] {
  const space = key.indexOf(' ');
  return [Number(key.slice(0, space)), key.slice(space + 1)];
}
