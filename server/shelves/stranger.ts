import type { Catalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { evidenceFor, type Learned } from '../decide/evidence.ts';
import type { Evidence } from '../recommend/evidence.ts';

/** What recipes may look at on a page that somebody opens of whom nothing is known, not even from where. `now` in ms. */
export function strangerOn(product: string | null, learned: Learned, now: number): Evidence {
  const page = { language: 'en' as const, place: {}, product, cart: null, now };
  const nobody = { consent: {}, profile: null, bought: new Map(), drawnBy: '', visitors: [] };
  return evidenceFor({ ...page, ...nobody }, learned);
}

/** The catalogue as it would be with this product in stock: what keeps it out beside that, and what would lead to it, is worth knowing. */
export function withInStock(product: Product, catalog: Catalog): Catalog {
  if (product.inStock) return catalog;
  const offered = { ...product, inStock: true };
  return {
    get: (id) => (id === product.id ? offered : catalog.get(id)),
    get size() {
      return catalog.size;
    },
    get version() {
      return catalog.version;
    },
    newest: () => catalog.newest(),
    moves: catalog.moves,
    follow: (listener) => catalog.follow(listener),
  };
}
