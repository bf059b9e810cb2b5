import type { ProductRates } from './product-rates.ts';

/** What happens in a session, as far as a chance to buy is read from it. */
export interface SessionEvent {
  /** ms since 1970. */
  at: number;
  kind: SessionEventKind;
  /** The products that it concerns. */
  items: readonly string[];
}

export type SessionEventKind = 'page' | 'search' | 'view' | 'cart' | 'remove' | 'checkout' | 'buy';

/** What was known of this visitor when the session began. */
export interface Past {
  sessions: number;
  orders: number;
  /** ms; null for never. */
  sinceSession: number | null;
  sinceOrder: number | null;
  /** Products that lay in the cart. */
  inCart: number;
  /** Whether a product had been looked at in an earlier session. */
  hasViewed(product: string): boolean;
}

/** A session so far. */
export interface Session {
  past: Past;
  from: number;
  to: number;
  /** Between the last two events, ms. */
  pause: number;
  counts: Record<SessionEventKind, number>;
  last: SessionEventKind;
  current: string | null;
  /** Product -> how often it was looked at. */
  viewed: Map<string, number>;
  carted: Set<string>;
  /** Looked at in this session, and in an earlier one. */
  again: number;
}

const mostProducts = 60;

export function startSession(at: number, past: Past): Session {
  return {
    ...{
      past,
      from: at,
      to: at,
      pause: 0,
      last: 'page',
      current: null,
      viewed: new Map(),
      carted: new Set(),
      again: 0,
    },
    counts: { page: 0, search: 0, view: 0, cart: 0, remove: 0, checkout: 0, buy: 0 },
  };
}

/** Takes in the next event, in place. */
export function follow(session: Session, { at, kind, items }: SessionEvent): void {
  session.pause = Math.max(0, at - session.to);
  session.to = Math.max(session.to, at);
  session.counts[kind]++;
  session.last = kind;
  const [first] = items;
  if (first !== undefined && (kind === 'view' || kind === 'cart')) session.current = first;
  for (const item of items) {
    if (kind === 'view' && (session.viewed.has(item) || session.viewed.size < mostProducts)) {
      if (!session.viewed.has(item) && session.past.hasViewed(item)) session.again++;
      session.viewed.set(item, (session.viewed.get(item) ?? 0) + 1);
    }
    if (kind === 'cart' && session.carted.size < mostProducts) session.carted.add(item);
    if (kind === 'remove') session.carted.delete(item);
  }
  if (kind === 'buy') session.carted.clear();
}

const day = 86_400_000;
const log = Math.log1p;

/**
 * Each feature with its weight before anything was learned, and how far that may be off. The weights say what holds of shops in
 * general: some two of a hundred sessions end with an order, a filled cart brings it near one in four, a checkout that was begun
 * past one in two. They are assumptions, and the shop's own sessions soon outweigh them.
 */
export const features = {
  always: { weight: -3.9, deviation: 1.5, of: () => 1 },
  views: { weight: 0.1, deviation: 0.5, of: ({ counts }) => log(counts.view) },
  pages: { weight: 0, deviation: 0.5, of: ({ counts }) => log(counts.page) },
  searches: { weight: 0.2, deviation: 0.5, of: ({ counts }) => log(counts.search) },
  products: { weight: 0, deviation: 0.5, of: ({ viewed }) => log(viewed.size) },
  'looked-again': {
    weight: 0.2,
    deviation: 0.5,
    of: ({ counts, viewed }) => log(Math.max(0, counts.view - viewed.size)),
  },
  'most-looked-at': { weight: 0.1, deviation: 0.5, of: ({ viewed }) => log(Math.max(0, ...viewed.values())) },
  cart: { weight: 2.4, deviation: 0.5, of: ({ carted }) => Number(carted.size > 0) },
  'in-cart': { weight: 0.2, deviation: 0.5, of: ({ carted }) => log(carted.size) },
  added: { weight: 0, deviation: 0.5, of: ({ counts }) => log(counts.cart) },
  removed: { weight: -0.4, deviation: 0.5, of: ({ counts }) => log(counts.remove) },
  'cart-before': { weight: 0.6, deviation: 0.5, of: ({ past }) => log(past.inCart) },
  checkout: { weight: 1.2, deviation: 0.5, of: ({ counts }) => log(counts.checkout) },
  'just-added': { weight: 0.2, deviation: 0.5, of: ({ last }) => Number(last === 'cart') },
  ordered: { weight: -1, deviation: 0.5, of: ({ counts }) => Number(counts.buy > 0) },
  'ordered-more': { weight: 0, deviation: 0.5, of: ({ counts }) => log(counts.buy) },
  minutes: { weight: 0.1, deviation: 0.5, of: ({ from, to }) => log((to - from) / 60_000) },
  pause: { weight: 0, deviation: 0.5, of: ({ pause }) => log(pause / 10_000) },
  'cart-minutes': {
    weight: 0,
    deviation: 0.5,
    of: ({ from, to, carted }) => (carted.size > 0 ? log((to - from) / 60_000) : 0),
  },
  'cart-views': { weight: 0, deviation: 0.5, of: ({ counts, carted }) => (carted.size > 0 ? log(counts.view) : 0) },
  newcomer: { weight: -0.4, deviation: 0.5, of: ({ past }) => Number(past.sessions === 0) },
  sessions: { weight: 0.1, deviation: 0.5, of: ({ past }) => log(past.sessions) },
  customer: { weight: 0.6, deviation: 0.5, of: ({ past }) => Number(past.orders > 0) },
  orders: { weight: 0.2, deviation: 0.5, of: ({ past }) => log(past.orders) },
  'days-away': { weight: 0, deviation: 0.5, of: ({ past }) => log((past.sinceSession ?? 0) / day) },
  'days-since-order': { weight: 0, deviation: 0.5, of: ({ past }) => log((past.sinceOrder ?? 0) / day) },
  'known-products': { weight: 0.3, deviation: 0.5, of: ({ again }) => log(again) },
  'current-known': {
    weight: 0.2,
    deviation: 0.5,
    of: ({ current, past }) => Number(current !== null && past.hasViewed(current)),
  },
  'product-sells': {
    weight: 0.5,
    deviation: 0.5,
    of: ({ current }, rates) => (current === null ? 0 : rates.lift(current)),
  },
  'cart-sells': {
    weight: 0.3,
    deviation: 0.5,
    of: ({ carted }, rates) => Math.max(0, ...[...carted].slice(-10).map((item) => rates.lift(item))),
  },
  'product-popular': {
    weight: 0,
    deviation: 0.5,
    of: ({ current }, rates) => (current === null ? 0 : log(rates.seen(current))),
  },
} satisfies Record<string, Feature>;

interface Feature {
  weight: number;
  deviation: number;
  of(session: Session, rates: Pick<ProductRates, 'lift' | 'seen'>): number;
}

const all: readonly Feature[] = Object.values(features);

export function featuresOf(session: Session, rates: Pick<ProductRates, 'lift' | 'seen'>): number[] {
  return all.map(({ of }) => of(session, rates));
}
