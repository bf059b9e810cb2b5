import type { Product } from '../catalog/product.ts';
import type { Step } from '../log/receipt.ts';
import { compare } from '../text-order.ts';
import type { Evidence } from './evidence.ts';
import { anchorsOf, bring, type Candidate } from './ingredients.ts';
import type { FilterName, Recipe } from './recipe.ts';

/** The products of a shelf, and how it came to them. */
export interface Recommendation {
  /** The recipe that filled it: the one asked for, or one of its fallbacks; null where none could. */
  recipe: Recipe | null;
  items: Candidate[];
  steps: Step[];
}

/** Follows a recipe, then its fallbacks. `taken`: products that another shelf of this page shows already. */
export function recommend(
  recipe: Recipe,
  recipes: ReadonlyMap<string, Recipe>,
  evidence: Evidence,
  taken: ReadonlySet<string>,
): Recommendation {
  const steps: Step[] = [];
  const tried = new Set<string>();
  for (let next: Recipe | undefined = recipe; next && !tried.has(next.id); next = recipes.get(next.fallback ?? '')) {
    tried.add(next.id);
    const items = follow(next, evidence, taken, steps);
    if (items.length >= next.minimum) return { recipe: next, items, steps };
    steps.push({ name: `too-few:${next.id}`, count: items.length });
  }
  return { recipe: null, items: [], steps };
}

function follow(recipe: Recipe, evidence: Evidence, taken: ReadonlySet<string>, steps: Step[]): Candidate[] {
  const away = new Map<string, string>();
  const allowed = filter(recipe, evidence, taken, away);
  const blended = new Map<string, Candidate>();
  for (const { use, weight } of recipe.ingredients) {
    const brought = bring(use, recipe, evidence, allowed);
    steps.push({ name: use, count: brought.candidates.length, ...('note' in brought ? { note: brought.note } : {}) });
    let best = 0;
    for (const { score } of brought.candidates) best = Math.max(best, score);
    for (const candidate of brought.candidates) {
      candidate.score *= weight / (best || 1);
      const known = blended.get(candidate.id);
      if (!known) blended.set(candidate.id, candidate);
      else {
        // The reason of the ingredient that says most for it.
        if (candidate.score > known.score) known.reason = candidate.reason;
        known.score += candidate.score;
      }
    }
  }
  const counts = new Map<string, number>();
  for (const name of away.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) steps.push({ name, count });
  return [...blended.values()].sort((a, b) => b.score - a.score || compare(a.id, b.id)).slice(0, recipe.limit);
}

/** Says what may be shown at all, and notes of each product that may not which filter took it away. */
function filter(
  recipe: Recipe,
  evidence: Evidence,
  taken: ReadonlySet<string>,
  away: Map<string, string>,
): (id: string) => boolean {
  const { catalog, product: shown } = evidence;
  const anchors = new Set(anchorsOf(recipe, evidence));
  const cart = new Set(evidence.cart);
  const holds = (name: FilterName, { id, inStock }: Product): boolean => {
    switch (name) {
      case 'anchor':
        return id === shown || anchors.has(id);
      case 'in-cart':
        return cart.has(id);
      case 'out-of-stock':
        return !inStock;
      case 'bought-lately':
        return evidence.boughtLately.has(id);
      default:
        return name satisfies never;
    }
  };
  const judge = (id: string): string | null => {
    const product = catalog.get(id);
    if (!product) return 'not-in-catalogue';
    if (taken.has(id)) return 'on-this-page';
    for (const name of recipe.exclude) if (holds(name, product)) return name;
    return null;
  };
  return (id) => {
    const verdict = judge(id);
    if (verdict === null) return true;
    away.set(id, verdict);
    return false;
  };
}
