import type { Money } from '../money.ts';
import { compare } from '../text-order.ts';
import { addCount, compareSaid, latest } from './lattice.ts';
import { type CartChange, day, type Profile, readKey, stretch } from './profile.ts';
import { saidOf } from './said-of.ts';

/** What is asked of a profile at a moment: windows slide when they are read. */

export interface Visit {
  /** ms since 1970; the start of the first and the end of the last active stretch of ten minutes. */
  from: number;
  to: number;
}

/** Runs of activity, newest first: a gap of 30 minutes ends a visit. */
export function visitsOf(profile: Profile): Visit[] {
  const visits: Visit[] = [];
  for (const place of [...profile.active.keys()].sort((a, b) => b - a)) {
    const visit = visits.at(-1);
    if (visit && visit.from - (place + 1) * stretch < 3 * stretch) visit.from = place * stretch;
    else visits.push({ from: place * stretch, to: (place + 1) * stretch });
  }
  return visits;
}

/** The first of them, or the first that began before a moment: it is asked of every page, so no list of all is made. */
export function newestVisit({ active }: Profile, before = Number.POSITIVE_INFINITY): Visit | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const place of active.keys()) if (place * stretch < before && place > last) last = place;
  if (last === Number.NEGATIVE_INFINITY) return null;
  let first = last;
  for (let gap = 1; gap <= 3; gap++) {
    if (!active.has(first - gap)) continue;
    first -= gap;
    gap = 0;
  }
  return { from: first * stretch, to: (last + 1) * stretch };
}

/** When the visit before the one at `now` ended; null on a first visit. */
export function lastVisitBefore(profile: Profile, now: number): number | null {
  let visit = newestVisit(profile);
  while (visit && now - visit.to < 3 * stretch) visit = newestVisit(profile, visit.from);
  return visit?.to ?? null;
}

/** Product -> on how many days before the one of `now` (ms) it was seen where it stood as new. */
export function daysAsNew({ news }: Profile, now: number): Map<string, number> {
  const days = new Map<string, number>();
  for (const key of news.keys()) {
    const [on, product] = readKey(key);
    if (on < Math.floor(now / day)) addCount(days, product, 1);
  }
  return days;
}

export interface CartLine {
  id: string;
  name: string | null;
  quantity: number;
  price: Money | null;
}

/** The cart now: all changes since the last order, in their order. A cart that was seen whole replaces what was added up. */
export function cartOf(profile: Profile): CartLine[] {
  const lines = new Map<string, CartLine>();
  const changes = profile.cart.filter(({ at }) => at > profile.lastOrder).sort(compareSaid);
  for (const { value } of changes) {
    if (value.all) lines.clear();
    for (const item of value.items) addLine(lines, item, value.currency);
  }
  return [...lines.values()].filter(({ quantity }) => quantity > 0);
}

/** The products on the wish list with the time (ms) of each, the latest first. */
export function wishesOf({ wishes }: Profile): { id: string; at: number }[] {
  const standing = [...latest(wishes, wishes.size)].filter(([, word]) => word % 2 === 0);
  return standing.map(([id, word]) => ({ id, at: word / 2 }));
}

export function nameOf(profile: Profile): string | null {
  return saidOf(profile).get('name')?.value.value || null;
}

/** What is known of them by being said, in the order of the keys; an answer that was taken back is none. */
export function traitsOf(profile: Profile): { key: string; value: string; at: number; source: string }[] {
  return [...saidOf(profile)]
    .filter(([, { value }]) => value.value !== '')
    .map(([key, { at, value }]) => ({ key, at, value: value.value, source: value.source }))
    .sort((a, b) => compare(a.key, b.key));
}

/** The customer that a verified key named last. */
export function customerOf(profile: Profile): string | null {
  const [newest] = [...profile.customers].sort(([a, at], [b, bt]) => bt - at || compare(a, b));
  return newest?.[0] ?? null;
}

function addLine(lines: Map<string, CartLine>, item: CartChange['items'][number], currency: string | null): void {
  const line = lines.get(item.id) ?? { id: item.id, name: null, quantity: 0, price: null };
  line.quantity += item.quantity;
  line.name = item.name ?? line.name;
  if (item.price !== undefined && currency) line.price = { amount: item.price, currency };
  lines.set(item.id, line);
}
