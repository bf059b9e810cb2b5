import { asideNames, type LogEvent, quietNames } from '../log/log-event.ts';
import type { Money } from '../money.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, nameOf } from '../profiles/read.ts';
import type { LiveEvent, LiveVisitor } from './live-event.ts';

/** What happens on the shop's pages right now, from memory. */
export interface LiveFeed {
  /** An accepted event, with the profile that it has just been folded into; null for a visitor without one. */
  add(event: LogEvent, profile: Profile | null): void;
  forget(visitors: ReadonlySet<string>): void;
  /** Newest first. */
  events(): readonly LiveEvent[];
  /** Everyone with an event in the last five minutes, newest first. */
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
const minute = 60_000;

/** `nameOf`: the catalogue's name of a product. */
export function createLiveFeed(now: () => number, nameOf: NameOf): LiveFeed {
  // Kept as they came: hundreds arrive for each one that somebody looks at.
  const events: Happened[] = [];
  const visitors = new Map<string, Happened>();
  const minutes = new Map<number, number>();
  const listeners = new Set<(event: LiveEvent) => void>();
  const seen = ({ event, profile }: Happened) => liveEvent(event, profile, nameOf);

  const forget = () => {
    const left = now() - present;
    for (const [id, { event }] of visitors) {
      if (event.at >= left) break;
      visitors.delete(id);
    }
    const oldest = Math.floor(now() / minute) - 30;
    for (const place of minutes.keys()) if (place < oldest) minutes.delete(place);
  };

  const here = (): LiveVisitor[] => {
    forget();
    return [...visitors.values()].reverse().map((happened) => liveVisitor(seen(happened), happened.profile));
  };

  return {
    add: (event, profile) => {
      if (asideNames.has(event.name) || quietNames.has(event.name) || now() - event.at > 30 * minute) return;
      const happened = { event, profile };
      events.push(happened);
      if (events.length > 2 * remembered) events.splice(0, remembered);
      const place = Math.floor(event.at / minute);
      minutes.set(place, (minutes.get(place) ?? 0) + 1);
      // Deleted first, so that the Map stays in the order of the newest event.
      visitors.delete(event.visitor);
      visitors.set(event.visitor, happened);
      if (visitors.size % 256 === 0) forget();
      for (const listener of listeners) listener(seen(happened));
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
  const client = event.client ?? profile?.client?.value;
  return {
    id: event.id,
    at: event.at,
    visitor: event.visitor,
    who: profile && nameOf(profile),
    name: event.name,
    path: event.page?.path ?? '',
    title: event.page?.title ?? null,
    country: client?.country ?? null,
    browser: client?.browser ?? null,
    device: client?.device ?? null,
    items: (event.items ?? []).slice(0, 3).map(({ id, name }) => ({ id, name: name ?? productName(id) })),
    value: event.value === undefined || !event.currency ? null : { amount: event.value, currency: event.currency },
    simulated: event.simulated ?? false,
  };
}

function liveVisitor(event: LiveEvent, profile: Profile | null): LiveVisitor {
  const lines = profile ? cartOf(profile) : [];
  const currency = lines.find(({ price }) => price)?.price?.currency;
  const amount = lines.reduce(
    (sum, { price, quantity }) => sum + (price?.currency === currency ? (price?.amount ?? 0) : 0) * quantity,
    0,
  );
  return {
    ...event,
    cart: {
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      value: currency === undefined ? null : { amount: Math.round(amount), currency },
    },
  };
}
