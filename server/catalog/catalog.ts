import type { Store } from '../store/store.ts';
import { compare } from '../text-order.ts';
import type { Product } from './product.ts';
import { products } from './table.ts';

/** The shop's products in memory, as a decision asks for them. */
export interface Catalog {
  get(id: string): Product | undefined;
  readonly size: number;
  /** Newest first. */
  newest(): readonly Product[];
}

export function createCatalog(all: readonly Product[]): Catalog {
  const byId = new Map(all.map((product) => [product.id, product]));
  const newest = [...all].sort((a, b) => b.addedAt - a.addedAt || compare(a.id, b.id));
  return { get: (id) => byId.get(id), size: byId.size, newest: () => newest };
}

export async function loadCatalog(store: Store): Promise<Catalog> {
  return createCatalog(await store.db.select().from(products));
}
