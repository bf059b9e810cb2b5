import type { Catalog } from '../catalog/catalog.ts';
import type { BoughtBefore } from '../customers/bought-book.ts';
import type { BoughtLater } from '../customers/bought-later.ts';
import { dueProducts } from '../customers/due-products.ts';
import type { ProductClocks } from '../customers/product-clocks.ts';
import type { OccasionBook } from '../occasions/occasion-book.ts';
import { alertsOf } from '../profiles/alerts.ts';
import { giftWordAt, isGift } from '../profiles/gift.ts';
import { likings } from '../profiles/likings.ts';
import { day, type Profile } from '../profiles/profile.ts';
import { cartOf, daysAsNew, lastVisitBefore, wishesOf } from '../profiles/read.ts';
import type { Taste } from '../profiles/taste.ts';
import { bestOf } from '../recommend/best-of.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { compare } from '../text-order.ts';
import type { Looking } from './looking.ts';

const lately = 30 * 86_400_000;
const historyLength = 20;
/** ms without anything after which a visit is over; and how much of a long one is looked at. */
const sessionPause = 30 * 60_000;
const sessionLength = 12;

/** What the recipes may look at, on this page, for this visitor, with this consent. What no recipe asks for is not worked out. */
export function evidenceFor(
  looking: Looking,
  { catalog, model, likeness, taste, customers, occasions }: Learned,
): Evidence {
  const { profile, bought, now, product, place, visitors } = looking;
  const occasion = occasions.at(now);
  const { later } = customers.productClocks;
  const page = { catalog, model, likeness, later, now, product, place, occasion, visitors, visitor: looking.drawnBy };
  if (!profile) {
    return {
      ...page,
      session: product === null ? [] : [product],
      cart: looking.cart ?? [],
      history: [],
      lastAt: () => 0,
      daysAsNew: () => 0,
      viewed: [],
      wished: [],
      lastOrder: [],
      dueAgain: [],
      boughtLately: new Set(),
      likings: [],
      likedBrands: [],
      lastVisit: null,
      gift: false,
    };
  }
  return new ProfileEvidence(page, profile, { taste: taste.current, bought, clocks: customers.productClocks.current });
}

/** What the shop has learned, and how it weighs. */
export interface Learned extends Pick<Evidence, 'catalog' | 'model' | 'likeness'> {
  taste: { current: Taste };
  occasions: Pick<OccasionBook, 'at'>;
  customers: { productClocks: { current: ProductClocks; later: BoughtLater } };
}

interface Known {
  taste: Taste;
  bought: BoughtBefore;
  clocks: ProductClocks;
}

type Page = Pick<
  Evidence,
  'catalog' | 'model' | 'likeness' | 'later' | 'now' | 'product' | 'place' | 'occasion' | 'visitors' | 'visitor'
>;

/** A class for its getters: those of an object literal are made anew with every object, which costs more than what they save. */
class ProfileEvidence implements Evidence {
  readonly catalog: Catalog;
  readonly model: Evidence['model'];
  readonly likeness: Evidence['likeness'];
  readonly later: BoughtLater;
  readonly now: number;
  readonly place: Evidence['place'];
  readonly product: string | null;
  readonly occasion: Evidence['occasion'];
  readonly visitors: readonly string[];
  readonly visitor: string;
  readonly cart: readonly string[];
  readonly lastVisit: number | null;
  readonly gift: boolean;
  readonly #profile: Profile;
  readonly #known: Known;
  #session: Evidence['session'] | undefined;
  #history: Evidence['history'] | undefined;
  #dueAgain: Evidence['dueAgain'] | undefined;
  #daysAsNew: ReadonlyMap<string, number> | undefined;
  #boughtLately: Evidence['boughtLately'] | undefined;
  #likings: Evidence['likings'] | undefined;
  #likedBrands: Evidence['likedBrands'] | undefined;

  constructor(page: Page, profile: Profile, known: Known) {
    this.catalog = page.catalog;
    this.model = page.model;
    this.likeness = page.likeness;
    this.later = page.later;
    this.now = page.now;
    this.place = page.place;
    this.product = page.product;
    this.occasion = page.occasion;
    this.visitors = page.visitors;
    this.visitor = page.visitor;
    this.cart = cartOf(profile).map(({ id }) => id);
    this.lastVisit = lastVisitBefore(profile, page.now);
    this.gift = giftWordAt(profile, page.now)?.on === true;
    this.#profile = profile;
    this.#known = known;
  }

  get session() {
    this.#session ??= sessionOf(this.#profile, this.product, this.now);
    return this.#session;
  }

  get history() {
    this.#history ??= this.gift
      ? [...new Set([...this.cart, ...[...this.session].reverse()])]
      : historyOf(this.#profile, this.cart);
    return this.#history;
  }

  lastAt(id: string) {
    return Math.max(this.#profile.viewed.get(id) ?? 0, this.#profile.bought.get(id) ?? 0);
  }

  daysAsNew(id: string) {
    this.#daysAsNew ??= daysAsNew(this.#profile, this.now);
    return this.#daysAsNew.get(id) ?? 0;
  }

  get viewed() {
    return bestOf([...this.#profile.viewed], historyLength, isLater).map(([id]) => id);
  }

  get wished() {
    // What they asked to be told of first.
    const waited = alertsOf(this.#profile).map(({ product }) => product);
    return [...new Set([...waited, ...wishesOf(this.#profile).map(({ id }) => id)])];
  }

  get lastOrder() {
    return lastOrderOf(this.#profile);
  }

  get dueAgain() {
    this.#dueAgain ??= dueOf(this.#known, this.#profile, this.now);
    return this.#dueAgain;
  }

  get boughtLately() {
    if (!this.#boughtLately) {
      const bought = boughtAfter(this.#profile, this.now - lately);
      if (bought.size > 0) for (const { id } of this.dueAgain) bought.delete(id);
      this.#boughtLately = bought;
    }
    return this.#boughtLately;
  }

  get likings() {
    this.#likings ??= this.#liked('categories').map(({ value, share }) => ({ category: value, share }));
    return this.#likings;
  }

  get likedBrands() {
    this.#likedBrands ??= this.#liked('brands').map(({ value, share }) => ({ brand: value, share }));
    return this.#likedBrands;
  }

  #liked(what: 'categories' | 'brands'): { value: string; share: number }[] {
    if (!this.gift) return likings(this.#profile, what, this.#known.taste);
    const field = what === 'categories' ? 'category' : 'brand';
    return sharesOf(this.session.flatMap((id) => this.catalog.get(id)?.[field] ?? []));
  }
}

/** What was looked at in this visit, oldest first; what the page shows is the newest, whatever other tabs do. */
function sessionOf({ viewed }: Profile, product: string | null, now: number): string[] {
  const found: string[] = [];
  let since = now;
  for (const [id, at] of bestOf([...viewed], sessionLength, ([, a], [, b]) => a > b)) {
    if (since - at > sessionPause) break;
    since = Math.min(since, at);
    if (id !== product) found.push(id);
  }
  found.reverse();
  if (product !== null) found.push(product);
  return found;
}

/** How much of all each of them is, the most frequent first. */
function sharesOf(values: readonly string[]): { value: string; share: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const shares = [...counts].map(([value, count]) => ({ value, share: count / values.length }));
  return shares.sort((a, b) => b.share - a.share || compare(a.value, b.value));
}

/** What the visitor has in the cart, then saw or bought, newest first. */
function historyOf(profile: Profile, cart: readonly string[]): string[] {
  const { viewed, bought } = profile;
  const timeOf = (id: string) => Math.max(viewed.get(id) ?? 0, bought.get(id) ?? 0);
  const isNewer = (a: string, b: string) => {
    const difference = timeOf(a) - timeOf(b);
    return difference > 0 || (difference === 0 && a < b);
  };
  const seen = [...viewed.keys()];
  for (const id of bought.keys()) if (!viewed.has(id)) seen.push(id);
  const own = profile.gifts.size === 0 ? seen : seen.filter((id) => !isGift(profile, id, timeOf(id)));
  return [...new Set([...cart, ...bestOf(own, historyLength, isNewer)])];
}

function isLater([a, at]: [string, number], [b, bt]: [string, number]): boolean {
  return at > bt || (at === bt && a < b);
}

/** What was bought at the time of the newest order. */
function lastOrderOf({ bought }: Profile): string[] {
  const newest = Math.max(0, ...bought.values());
  return [...bought].filter(([, at]) => at === newest).map(([id]) => id);
}

/** What was bought a moment ago is not in the file yet, and what came back is there no more: neither is due. */
function dueOf({ clocks, bought }: Known, profile: Profile, now: number): Evidence['dueAgain'] {
  if (bought.size === 0) return [];
  return dueProducts(clocks, bought, now).filter(({ id, at }) => (profile.bought.get(id) ?? 0) - at < day);
}

function boughtAfter({ bought }: Profile, time: number): Set<string> {
  const found = new Set<string>();
  for (const [id, at] of bought) if (at > time) found.add(id);
  return found;
}
