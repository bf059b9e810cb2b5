import { asideNames, type LogEvent, quietNames } from '../log/log-event.ts';
import type { Money } from '../money.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, nameOf } from '../profiles/read.ts';
import type { LiveEvent, LiveVisitor } from './live-event.ts';

/** What happens on the shop's pages right now, from memory. */
export interface LiveFeed {
  /** Accepted events, in their order. `profileOf`: what each has just been folded into; null for a visitor without one. */
  add(events: readonly LogEvent[], profileOf: (event: LogEvent) => Profile | null): void;
  forget(visitors: ReadonlySet<string>): void;
  /** Newest first. */
  events(): readonly LiveEvent[];
  /** Everyone with an event in the last five minutes, newest first, at most 20,000. */
  visitors(): LiveVisitor[];
  /** Events in each of the last 30 minutes, oldest first. */
  perMinute(): number[];
  /** Carts of the visitors who are here, with what they would cost, one entry a currency. */
  carts(): { count: number; value: Money[] };
  /** Calls back with every event from now on; returns what ends that. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}

export type NameOf = (product: string) => string | null;

interface Happened {
  event: LogEvent;
  profile: Profile | null;
}

/** As many as the panel shows; each of them outlives the request that brought it, which is what a garbage collector pays for. */
const remembered = 50;
const present = 5 * 60_000;
/** Half a KB each. */
const mostPresent = 20_000;
const minute = 60_000;
const cartNames: ReadonlySet<string> = new Set(['add_to_cart', 'remove_from_cart', 'view_cart', 'purchase']);

/** `nameOf`: the catalogue's name of a product. */
export function createLiveFeed(now: () => number, nameOf: NameOf): LiveFeed {
  // Kept as they came: hundreds arrive for each one that somebody looks at.
  const events: Happened[] = [];
  // As they are shown, so that nobody's profile stays in memory for having been here.
  const visitors = new Map<string, LiveVisitor>();
  const minutes = new Map<number, number>();
  const listeners = new Set<(event: LiveEvent) => void>();
  const seen = ({ event, profile }: Happened) => liveEvent(event, profile, nameOf);

  const forget = () => {
    const left = now() - present;
    let surplus = visitors.size - mostPresent;
    for (const [id, { at }] of visitors) {
      if (at >= left && surplus <= 0) break;
      visitors.delete(id);
      surplus--;
    }
    const oldest = Math.floor(now() / minute) - 30;
    for (const place of minutes.keys()) if (place < oldest) minutes.delete(place);
  };

  const here = (): LiveVisitor[] => {
    forget();
    return [...visitors.values()].reverse();
  };

  const isShown = ({ name, at }: LogEvent) =>
    !asideNames.has(name) && !quietNames.has(name) && now() - at <= 30 * minute;

  const note = (happened: Happened) => {
    events.push(happened);
    if (events.length > 2 * remembered) events.splice(0, remembered);
    const place = Math.floor(happened.event.at / minute);
    minutes.set(place, (minutes.get(place) ?? 0) + 1);
    for (const listener of listeners) listener(seen(happened));
  };

  return {
    add: (added, profileOf) => {
      /** Of each visitor the last event, where they are by all of them, and whether one may have changed the cart. */
      const last = new Map<string, Happened & { isCart: boolean; company: string | null }>();
      for (const event of added.filter(isShown)) {
        const happened = { event, profile: profileOf(event) };
        note(happened);
        const before = last.get(event.visitor);
        const isCart = cartNames.has(event.name) || before?.isCart === true;
        const company = companyOf(event, before ?? visitors.get(event.visitor));
        last.set(event.visitor, { ...happened, isCart, company });
      }
      for (const [visitor, { isCart, company, ...happened }] of last) {
        const known = visitors.get(visitor);
        // Deleted first, so that the Map stays in the order of the newest event.
        visitors.delete(visitor);
        visitors.set(visitor, { ...liveVisitor(happened, isCart ? undefined : known?.cart), company });
        if (visitors.size % 256 === 0) forget();
      }
    },
    forget: (gone) => {
      const others = events.filter(({ event }) => !gone.has(event.visitor));
      events.splice(0, events.length, ...others);
      for (const visitor of gone) visitors.delete(visitor);
    },
    events: () => events.slice(-remembered).reverse().map(seen),
    visitors: here,
    perMinute: () => {
      const last = Math.floor(now() / minute);
      return Array.from({ length: 30 }, (_, index) => minutes.get(last - 29 + index) ?? 0);
    },
    carts: () => {
      const filled = here().filter(({ cart }) => cart.pieces > 0);
      const value = new Map<string, number>();
      for (const { cart } of filled) {
        if (cart.value) value.set(cart.value.currency, (value.get(cart.value.currency) ?? 0) + cart.value.amount);
      }
      return { count: filled.length, value: [...value].map(([currency, amount]) => ({ currency, amount })) };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function liveEvent(event: LogEvent, profile: Profile | null, productName: NameOf): LiveEvent {
  return {
    ...whoDoesWhat(event, profile),
    id: event.id,
    items: (event.items ?? []).slice(0, 3).map(({ id, name }) => ({ id, name: name ?? productName(id) })),
    value: event.value === undefined || !event.currency ? null : { amount: event.value, currency: event.currency },
  };
}

/** The first event of a batch says what is known of its address; the others leave it at that. */
function companyOf({ client, company }: LogEvent, before: { company: string | null } | undefined): string | null {
  return client ? (company?.name ?? null) : (before?.company ?? null);
}

/** `cart`: as it was shown last, where nothing has changed it since. */
function liveVisitor({ event, profile }: Happened, cart = shownCart(profile)): LiveVisitor {
  return { ...whoDoesWhat(event, profile), cart };
}

function whoDoesWhat(event: LogEvent, profile: Profile | null): Omit<LiveVisitor, 'cart'> {
  const client = event.client ?? profile?.client?.value;
  return {
    at: event.at,
    visitor: event.visitor,
    who: profile && nameOf(profile),
    name: event.name,
    path: event.page?.path ?? '',
    title: event.page?.title ?? null,
    country: client?.country ?? null,
    company: event.company?.name ?? null,
    browser: client?.browser ?? null,
    device: client?.device ?? null,
    simulated: event.simulated ?? false,
  };
}

function shownCart(profile: Profile | null): LiveVisitor['cart'] {
  const lines = profile ? cartOf(profile) : [];
  const currency = lines.find(({ price }) => price)?.price?.currency;
  const amount = lines.reduce(
    (sum, { price, quantity }) => sum + (price?.currency === currency ? (price?.amount ?? 0) : 0) * quantity,
    0,
  );
  return {
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    value: currency === undefined ? null : { amount: Math.round(amount), currency },
  };
}
