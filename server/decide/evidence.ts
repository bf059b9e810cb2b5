import type { Catalog } from '../catalog/catalog.ts';
import { addAll, addTime } from '../profiles/lattice.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, lastVisitBefore, likings } from '../profiles/read.ts';
import type { Baskets } from '../recommend/baskets.ts';
import { bestOf } from '../recommend/best-of.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Looking } from './looking.ts';

const lately = 30 * 86_400_000;
const historyLength = 50;

/** What the recipes may look at, on this page, for this visitor, with this consent. What no recipe asks for is not worked out. */
export function evidenceFor(looking: Looking, { catalog, baskets }: { catalog: Catalog; baskets: Baskets }): Evidence {
  const { profile, now, product } = looking;
  const page = { catalog, baskets, now, product };
  if (!profile) {
    return { ...page, cart: looking.cart ?? [], history: [], boughtLately: new Set(), likings: [], lastVisit: null };
  }
  const cart = cartOf(profile).map(({ id }) => id);
  const history = once(() => historyOf(profile, cart));
  const bought = once(() => boughtAfter(profile, now - lately));
  const liked = once(() => likings(profile, now));
  return {
    ...page,
    cart,
    lastVisit: lastVisitBefore(profile, now),
    get history() {
      return history();
    },
    get boughtLately() {
      return bought();
    },
    get likings() {
      return liked();
    },
  };
}

/** What the visitor has in the cart, then saw or bought, newest first. */
function historyOf({ viewed, bought }: Profile, cart: readonly string[]): string[] {
  const times = new Map(bought);
  addAll(times, viewed, addTime);
  const isNewer = ([a, at]: [string, number], [b, other]: [string, number]) => at > other || (at === other && a < b);
  const history = new Set(cart);
  for (const [id] of bestOf([...times], historyLength, isNewer)) history.add(id);
  return [...history];
}

function boughtAfter({ bought }: Profile, time: number): Set<string> {
  const found = new Set<string>();
  for (const [id, at] of bought) if (at > time) found.add(id);
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
