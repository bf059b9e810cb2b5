import type { Catalog } from '../catalog/catalog.ts';
import type { Recipe } from './recipe.ts';

/** How many more of a category, and of a brand, a shelf takes. */
export interface Room {
  readonly isBounded: boolean;
  has(id: string): boolean;
  take(id: string): void;
}

export function createRoom({ atMost }: Recipe, catalog: Catalog): Room {
  const isBounded = atMost.category !== null || atMost.brand !== null;
  if (!isBounded) return unbounded;
  const taken = new Map<string, number>();
  const groupsOf = (id: string): [group: string, most: number][] => {
    const product = catalog.get(id);
    const groups: [string, number][] = [];
    if (atMost.category !== null && product?.category) groups.push([`category ${product.category}`, atMost.category]);
    if (atMost.brand !== null && product?.brand) groups.push([`brand ${product.brand}`, atMost.brand]);
    return groups;
  };
  return {
    isBounded,
    has: (id) => groupsOf(id).every(([group, most]) => (taken.get(group) ?? 0) < most),
    take: (id) => {
      for (const [group] of groupsOf(id)) taken.set(group, (taken.get(group) ?? 0) + 1);
    },
  };
}

const unbounded: Room = { isBounded: false, has: () => true, take: () => {} };
