import type { Product } from '../catalog/product.ts';
import type { Reason } from '../log/reason.ts';
import type { Evidence } from './evidence.ts';

/** What is dearer than this share of a product's price is no accessory of it, unless the shop says so. A rule of thumb. */
const dearest = 0.5;

/** What goes with these products, at most `limit`: first what the shop names, its first ones first, then what orders say. */
export function accessoriesFor(
  anchors: readonly string[],
  { catalog, model }: Pick<Evidence, 'catalog' | 'model'>,
  allowed: (id: string) => boolean,
  limit: number,
): { id: string; reason: Reason }[] {
  const found = new Map<string, Reason>();
  const named = anchors.map((anchor) => catalog.get(anchor)?.details?.accessories ?? []);
  const longest = Math.max(...named.map(({ length }) => length));
  // In turn, so that the first of several products does not speak alone.
  for (let place = 0; place < longest; place++) {
    for (const [at, anchor] of anchors.entries()) {
      const id = named[at]?.[place];
      if (id === undefined || found.has(id) || found.size >= limit || anchors.includes(id) || !allowed(id)) continue;
      found.set(id, { code: 'accessory', with: anchor, support: null });
    }
  }
  const goesWith = (id: string, anchor: string) =>
    !found.has(id) && isWellBelow(catalog.get(id), catalog.get(anchor)) && allowed(id);
  for (const { product, anchor, support } of model.accessories(anchors, goesWith, limit - found.size))
    found.set(product, { code: 'accessory', with: anchor, support });
  return [...found].map(([id, reason]) => ({ id, reason }));
}

function isWellBelow(one: Product | undefined, other: Product | undefined): boolean {
  if (!one?.price || !other?.price || one.currency !== other.currency) return false;
  return one.price <= dearest * other.price;
}
