import type { Product } from '../catalog/product.ts';
import type { Reason } from '../log/reason.ts';
import type { Step } from '../log/receipt.ts';
import type { Evidence } from './evidence.ts';
import type { IngredientName, Recipe } from './recipe.ts';

/** A product that an ingredient brings; scores of one ingredient compare with each other only. */
export interface Candidate {
  id: string;
  score: number;
  reason: Reason;
}

/** What an ingredient brings, best first, or the reason why it has nothing to say. */
export type Brought = { candidates: Candidate[] } | { candidates: []; note: NonNullable<Step['note']> };

/** How many candidates an ingredient brings for each place on the shelf where several do, so that weights have something to weigh. */
const spare = 2;
/** A product is new for this long. */
const newFor = 90 * 86_400_000;

export function bring(
  use: IngredientName,
  recipe: Recipe,
  evidence: Evidence,
  allowed: (id: string) => boolean,
): Brought {
  const limit = recipe.limit * (recipe.ingredients.length > 1 ? spare : 1);
  switch (use) {
    case 'bought-together':
      return boughtTogether(anchorsOf(recipe, evidence), evidence, allowed, limit);
    case 'category': {
      const category = evidence.product === null ? null : evidence.catalog.get(evidence.product)?.category;
      if (!category) return { candidates: [], note: 'no-anchor' };
      return inCategories([{ category, share: 1 }], 'same-category', evidence, allowed, limit);
    }
    case 'liked-categories':
      return inCategories(evidence.likings.slice(0, 3), 'liked-category', evidence, allowed, limit);
    case 'popular':
      return some(
        evidence.baskets
          .popular(allowed, limit)
          .map(({ product, score }) => ({ id: product, score, reason: { code: 'popular' } })),
      );
    case 'new':
      return newProducts(evidence.now - newFor, { code: 'new' }, evidence, allowed, limit);
    case 'new-since': {
      const since = evidence.lastVisit;
      if (since === null) return { candidates: [], note: 'first-visit' };
      return newProducts(since, { code: 'new-since', since }, evidence, allowed, limit);
    }
    default:
      return use satisfies never;
  }
}

export function anchorsOf({ anchor }: Recipe, evidence: Evidence): readonly string[] {
  switch (anchor) {
    case 'product':
      return evidence.product === null ? [] : [evidence.product];
    case 'cart':
      return evidence.cart;
    case 'history':
      return evidence.history.slice(0, 6);
    case 'none':
      return [];
    default:
      return anchor satisfies never;
  }
}

function boughtTogether(
  anchors: readonly string[],
  evidence: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Brought {
  if (anchors.length === 0) return { candidates: [], note: 'no-anchor' };
  return some(
    evidence.baskets.boughtWith(anchors, allowed, limit).map(({ product, score, anchor, support }) => ({
      id: product,
      score,
      reason: { code: 'bought-together', with: anchor, support },
    })),
  );
}

/** What sells best in these categories, each in proportion to its share. */
function inCategories(
  categories: readonly { category: string; share: number }[],
  code: 'same-category' | 'liked-category',
  { baskets }: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Brought {
  const lists = categories.map(({ category, share }) => ({
    reason: { code, category },
    share,
    products: baskets.popular(allowed, limit, category),
    next: 0,
  }));
  const found: Candidate[] = [];
  while (found.length < limit) {
    let best: (typeof lists)[number] | null = null;
    let score = 0;
    for (const list of lists) {
      const head = list.products[list.next];
      if (!head || (best && head.score * list.share <= score)) continue;
      best = list;
      score = head.score * list.share;
    }
    const product = best?.products[best.next]?.product;
    if (!best || product === undefined) break;
    best.next++;
    found.push({ id: product, score, reason: best.reason });
  }
  return some(found);
}

/** Newest first, what the visitor likes before what is merely new. */
function newProducts(
  since: number,
  reason: Reason,
  evidence: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Brought {
  const shares = new Map(evidence.likings.map(({ category, share }) => [category, share]));
  const found: Candidate[] = [];
  for (const product of evidence.catalog.newest()) {
    if (product.addedAt <= since || found.length >= limit) break;
    if (!allowed(product.id)) continue;
    found.push({
      id: product.id,
      score: freshness(product, evidence.now) * (0.2 + (shares.get(product.category ?? '') ?? 0)),
      reason,
    });
  }
  return some(found);
}

function freshness({ addedAt }: Product, now: number): number {
  return 0.5 ** (Math.max(0, now - addedAt) / newFor);
}

function some(candidates: Candidate[]): Brought {
  return candidates.length > 0 ? { candidates } : { candidates: [], note: 'no-evidence' };
}
