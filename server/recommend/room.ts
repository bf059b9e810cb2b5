import type { Catalog } from '../catalog/catalog.ts';
import { groupOf } from '../catalog/variants.ts';
import type { Recipe } from './recipe.ts';

/** What a shelf still takes: one of several variants, and as many of a category and of a brand as the recipe says. */
export interface Room {
  /** Why it does not take this one; null where it does. */
  refuses(id: string): 'variant' | 'too-many-alike' | null;
  take(id: string): void;
}

export function createRoom({ atMost }: Recipe, catalog: Catalog): Room {
  const isBounded = atMost.category !== null || atMost.brand !== null;
  const variants = new Set<string>();
  const taken = new Map<string, number>();
  const kindsOf = (id: string): [kind: string, most: number][] => {
    if (!isBounded) return [];
    const product = catalog.get(id);
    const kinds: [string, number][] = [];
    if (atMost.category !== null && product?.category) kinds.push([`category ${product.category}`, atMost.category]);
    if (atMost.brand !== null && product?.brand) kinds.push([`brand ${product.brand}`, atMost.brand]);
    return kinds;
  };
  return {
    refuses: (id) => {
      if (variants.has(groupOf(id, catalog.get(id)))) return 'variant';
      return kindsOf(id).every(([kind, most]) => (taken.get(kind) ?? 0) < most) ? null : 'too-many-alike';
    },
    take: (id) => {
      variants.add(groupOf(id, catalog.get(id)));
      for (const [kind] of kindsOf(id)) taken.set(kind, (taken.get(kind) ?? 0) + 1);
    },
  };
}
