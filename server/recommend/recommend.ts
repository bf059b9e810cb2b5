import type { Step } from '../log/receipt.ts';
import { compare } from '../text-order.ts';
import type { Evidence } from './evidence.ts';
import { anchorsOf, type Brought, bring } from './ingredients.ts';
import type { FilterName, Recipe } from './recipe.ts';

export interface Candidate extends Brought {
  score: number;
}

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

/**
 * Ingredients count on scales of their own, so their orders are blended: the first product counts the ingredient's weight, the
 * one in this place half of it (reciprocal rank fusion; Cormack et al. 2009, with less of it than for long lists).
 */
const flatness = 10;

function follow(recipe: Recipe, evidence: Evidence, taken: ReadonlySet<string>, steps: Step[]): Candidate[] {
  const away = new Map<string, FilterName>();
  const allowed = filter(recipe, evidence, taken, away);
  const blended = new Map<string, Candidate & { most: number }>();
  for (const { use, weight } of recipe.ingredients) {
    const bringing = bring(use, recipe, evidence, allowed);
    steps.push({ name: use, count: bringing.brought.length, ...('note' in bringing ? { note: bringing.note } : {}) });
    for (const [place, { id, reason }] of bringing.brought.entries()) {
      const score = (weight * flatness) / (flatness + place);
      const known = blended.get(id);
      if (!known) blended.set(id, { id, reason, score, most: score });
      else {
        known.score += score;
        if (score <= known.most) continue;
        // The reason of the ingredient that says most for it.
        known.most = score;
        known.reason = reason;
      }
    }
  }
  const counts = new Map<string, number>();
  for (const name of away.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) steps.push({ name, count });
  return [...blended.values()]
    .sort((a, b) => b.score - a.score || compare(a.id, b.id))
    .slice(0, recipe.limit)
    .map(({ id, reason, score }) => ({ id, reason, score }));
}

/** Says what may be shown at all, whatever the recipe, and notes of each product that may not which filter took it away. */
function filter(
  recipe: Recipe,
  evidence: Evidence,
  taken: ReadonlySet<string>,
  away: Map<string, FilterName>,
): (id: string) => boolean {
  const { catalog, cart, product } = evidence;
  // One look for all of them: it is asked of hundreds of products for a shelf. The first that is named stands.
  const gone = new Map<string, FilterName>();
  const take = (name: FilterName, ids: Iterable<string>) => {
    for (const id of ids) if (!gone.has(id)) gone.set(id, name);
  };
  take('on-this-page', taken);
  if (product !== null) take('anchor', [product]);
  take('in-cart', cart);
  for (const name of recipe.exclude)
    take(name, name === 'anchor' ? anchorsOf(recipe, evidence) : evidence.boughtLately);
  const judge = (id: string): FilterName | null => {
    const product = catalog.get(id);
    if (!product) return 'not-in-catalogue';
    return gone.get(id) ?? (product.inStock ? null : 'out-of-stock');
  };
  return (id) => {
    const verdict = judge(id);
    if (verdict === null) return true;
    away.set(id, verdict);
    return false;
  };
}
