import type { Catalog } from '../catalog/catalog.ts';
import { likings } from '../profiles/likings.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, lastVisitBefore } from '../profiles/read.ts';
import type { Baskets } from '../recommend/baskets.ts';
import { bestOf } from '../recommend/best-of.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Looking } from './looking.ts';

const lately = 30 * 86_400_000;
const historyLength = 20;

/** What the recipes may look at, on this page, for this visitor, with this consent. What no recipe asks for is not worked out. */
export function evidenceFor(looking: Looking, { catalog, baskets }: { catalog: Catalog; baskets: Baskets }): Evidence {
  const { profile, now, product } = looking;
  const page = { catalog, baskets, now, product };
  if (!profile) {
    return { ...page, cart: looking.cart ?? [], history: [], boughtLately: new Set(), likings: [], lastVisit: null };
  }
  return new ProfileEvidence(page, profile);
}

/** A class for its getters: those of an object literal are made anew with every object, which costs more than what they save. */
class ProfileEvidence implements Evidence {
  readonly catalog: Catalog;
  readonly baskets: Baskets;
  readonly now: number;
  readonly product: string | null;
  readonly cart: readonly string[];
  readonly lastVisit: number | null;
  readonly #profile: Profile;
  #history: Evidence['history'] | undefined;
  #boughtLately: Evidence['boughtLately'] | undefined;
  #likings: Evidence['likings'] | undefined;

  constructor(
    { catalog, baskets, now, product }: Pick<Evidence, 'catalog' | 'baskets' | 'now' | 'product'>,
    profile: Profile,
  ) {
    this.catalog = catalog;
    this.baskets = baskets;
    this.now = now;
    this.product = product;
    this.cart = cartOf(profile).map(({ id }) => id);
    this.lastVisit = lastVisitBefore(profile, now);
    this.#profile = profile;
  }

  get history() {
    this.#history ??= historyOf(this.#profile, this.cart);
    return this.#history;
  }

  get boughtLately() {
    this.#boughtLately ??= boughtAfter(this.#profile, this.now - lately);
    return this.#boughtLately;
  }

  get likings() {
    this.#likings ??= likings(this.#profile, 'categories', this.now).map(({ value, share }) => ({
      category: value,
      share,
    }));
    return this.#likings;
  }
}

/** What the visitor has in the cart, then saw or bought, newest first. */
function historyOf({ viewed, bought }: Profile, cart: readonly string[]): string[] {
  const timeOf = (id: string) => Math.max(viewed.get(id) ?? 0, bought.get(id) ?? 0);
  const isNewer = (a: string, b: string) => {
    const difference = timeOf(a) - timeOf(b);
    return difference > 0 || (difference === 0 && a < b);
  };
  const seen = [...viewed.keys()];
  for (const id of bought.keys()) if (!viewed.has(id)) seen.push(id);
  return [...new Set([...cart, ...bestOf(seen, historyLength, isNewer)])];
}

function boughtAfter({ bought }: Profile, time: number): Set<string> {
  const found = new Set<string>();
  for (const [id, at] of bought) if (at > time) found.add(id);
  return found;
}
