import type { Catalog } from '../catalog/catalog.ts';
import { newestTimes } from '../profiles/lattice.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, lastVisitBefore, likings } from '../profiles/read.ts';
import type { Baskets } from '../recommend/baskets.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Looking } from './looking.ts';

const lately = 30 * 86_400_000;

/** What the recipes may look at, on this page, for this visitor, with this consent. */
export function evidenceFor(looking: Looking, { catalog, baskets }: { catalog: Catalog; baskets: Baskets }): Evidence {
  const { profile, now, product } = looking;
  const page = { catalog, baskets, now, product };
  if (!profile) {
    return { ...page, cart: looking.cart ?? [], history: [], boughtLately: new Set(), likings: [], lastVisit: null };
  }
  const cart = cartOf(profile).map(({ id }) => id);
  return {
    ...page,
    cart,
    history: historyOf(profile, cart),
    boughtLately: new Set([...profile.bought].flatMap(([id, at]) => (at > now - lately ? [id] : []))),
    likings: likings(profile, now),
    lastVisit: lastVisitBefore(profile, now),
  };
}

/** What the visitor has in the cart, then saw or bought, newest first. */
function historyOf({ viewed, bought }: Profile, cart: readonly string[]): string[] {
  const seen = newestTimes(new Map([...bought, ...viewed]));
  return [...new Set([...cart, ...seen])];
}
