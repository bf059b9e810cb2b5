import type { Product } from '../catalog/product.ts';
import type { Reason } from '../log/reason.ts';
import type { Evidence } from './evidence.ts';

/** What is dearer than this share of a product's price is no accessory of it, unless the shop says so. A rule of thumb. */
const dearest = 0.5;

/**
 * What goes with these products, at most `limit`: first what the shop names, its first ones first, then what orders say, and behind
 * it what is bought later. `haveThem`: of products that the visitor has, what is bought later takes turns with what is bought with them.
 */
export function accessoriesFor(
  { anchors, haveThem }: { anchors: readonly string[]; haveThem: boolean },
  { catalog, model, later }: Pick<Evidence, 'catalog' | 'model' | 'later'>,
  allowed: (id: string) => boolean,
  limit: number,
): { id: string; reason: Reason }[] {
  const found = new Map<string, Reason>();
  const named = anchors.map((anchor) => catalog.get(anchor)?.details?.accessories ?? []);
  const isOther = (id: string) => !found.has(id) && !anchors.includes(id) && allowed(id);
  inTurn(named, (id, at) => {
    if (found.size < limit && isOther(id)) found.set(id, { code: 'accessory', with: anchors[at] ?? '', support: null });
  });
  const goesWith = (id: string, anchor: string) => isWellBelow(catalog.get(id), catalog.get(anchor)) && isOther(id);
  const beside = model
    .accessories(anchors, goesWith, limit - found.size)
    .map(({ product, anchor, support }): Said => [product, { code: 'accessory', with: anchor, support }]);
  const after = boughtLater(anchors, later, goesWith);
  const take = ([id, reason]: Said) => {
    if (found.size < limit && !found.has(id)) found.set(id, reason);
  };
  if (haveThem) inTurn([beside, after], take);
  else for (const said of [...beside, ...after]) take(said);
  return [...found].map(([id, reason]) => ({ id, reason }));
}

type Said = [id: string, reason: Reason];

/** Those of most people first; of several anchors the one after which most bought it speaks. */
function boughtLater(
  anchors: readonly string[],
  later: Evidence['later'],
  goesWith: (id: string, anchor: string) => boolean,
): Said[] {
  const best = new Map<string, { anchor: string; people: number; all: number }>();
  for (const anchor of anchors) {
    for (const { product, people } of later(anchor)) {
      if (!goesWith(product, anchor)) continue;
      const known = best.get(product) ?? { anchor, people, all: 0 };
      best.set(product, { ...(known.people >= people ? known : { anchor, people }), all: known.all + people });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => b.all - a.all)
    .map(([id, { anchor, people }]) => [id, { code: 'bought-later', with: anchor, people }]);
}

/** The first of each, then the second of each, so that the first of several does not speak alone. */
function inTurn<T>(lists: readonly (readonly T[])[], visit: (one: T, at: number) => void): void {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let place = 0; place < longest; place++) {
    for (const [at, list] of lists.entries()) {
      const one = list[place];
      if (one !== undefined) visit(one, at);
    }
  }
}

function isWellBelow(one: Product | undefined, other: Product | undefined): boolean {
  if (!one?.price || !other?.price || one.currency !== other.currency) return false;
  return one.price <= dearest * other.price;
}
