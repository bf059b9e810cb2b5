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
  const excluded = new Map<string, number>();
  const allowed = filter(recipe, evidence, taken, excluded);
  const blended = new Map<string, Candidate>();
  for (const { use, weight } of recipe.ingredients) {
    const brought = bring(use, recipe, evidence, allowed);
    steps.push({ name: use, count: brought.candidates.length, ...('note' in brought ? { note: brought.note } : {}) });
    const best = brought.candidates.reduce((top, { score }) => Math.max(top, score), 0);
    for (const { id, score, reason } of brought.candidates) {
      const part = (weight * score) / (best || 1);
      const known = blended.get(id);
      // The reason of the ingredient that says most for it.
      if (!known) blended.set(id, { id, score: part, reason });
      else blended.set(id, { id, score: known.score + part, reason: part > known.score ? reason : known.reason });
    }
  }
  for (const [name, count] of excluded) steps.push({ name, count });
  return [...blended.values()].sort((a, b) => b.score - a.score || compare(a.id, b.id)).slice(0, recipe.limit);
}

/** Says what may be shown at all, and counts what each filter took away. */
function filter(
  recipe: Recipe,
  evidence: Evidence,
  taken: ReadonlySet<string>,
  excluded: Map<string, number>,
): (id: string) => boolean {
  const anchors = new Set(anchorsOf(recipe, evidence));
  const cart = new Set(evidence.cart);
  const holds: Record<FilterName, (id: string) => boolean> = {
    anchor: (id) => anchors.has(id) || id === evidence.product,
    'in-cart': (id) => cart.has(id),
    'out-of-stock': (id) => evidence.catalog.get(id)?.inStock === false,
    'bought-lately': (id) => evidence.boughtLately.has(id),
  };
  const verdicts = new Map<string, string | null>();
  const judge = (id: string): string | null => {
    if (!evidence.catalog.get(id)) return 'not-in-catalogue';
    if (taken.has(id)) return 'on-this-page';
    return recipe.exclude.find((name) => holds[name](id)) ?? null;
  };
  return (id) => {
    let verdict = verdicts.get(id);
    if (verdict === undefined) {
      verdict = judge(id);
      verdicts.set(id, verdict);
      if (verdict !== null) excluded.set(verdict, (excluded.get(verdict) ?? 0) + 1);
    }
    return verdict === null;
  };
}
