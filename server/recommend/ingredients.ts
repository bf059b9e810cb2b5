import type { Reason } from '../log/reason.ts';
import type { Step } from '../log/receipt.ts';
import { accessoriesFor } from './accessories.ts';
import type { Evidence } from './evidence.ts';
import { freshness, newFor } from './freshness.ts';
import { giftsFor } from './gifts-for.ts';
import type { Neighbour } from './model/shelf-model.ts';
import { longestWindow } from './model/window-sales.ts';
import { droppedFor, returnedFor } from './moved.ts';
import type { IngredientName, Recipe } from './recipe.ts';

/** A product that an ingredient brings. */
export interface Brought {
  id: string;
  reason: Reason;
}

/** What an ingredient brings, best first, or the reason why it has nothing to say. */
export type Bringing = { brought: Brought[] } | { brought: []; note: NonNullable<Step['note']> };

/** At most `limit` of them. */
export function bring(
  use: IngredientName,
  recipe: Recipe,
  evidence: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Bringing {
  switch (use) {
    case 'next': {
      // The model hears what was last at last.
      const anchors = anchorsOf(recipe, evidence);
      const inOrder = recipe.anchor === 'history' ? anchors.toReversed() : anchors;
      return neighbours(evidence.model.next, 'viewed-next', inOrder, evidence, allowed, limit);
    }
    case 'bought-together': {
      const anchors = anchorsOf(recipe, evidence);
      return neighbours(evidence.model.boughtWith, 'bought-together', anchors, evidence, allowed, limit);
    }
    case 'viewed-then-bought': {
      const anchors = anchorsOf(recipe, evidence);
      if (anchors.length === 0) return { brought: [], note: 'no-anchor' };
      const found = evidence.model.boughtAfter(anchors, allowed, limit);
      return some(
        found.map(({ product, anchor, support }) => ({
          id: product,
          reason: { code: 'viewed-then-bought', with: anchor, support },
        })),
      );
    }
    case 'similar': {
      const anchors = anchorsOf(recipe, evidence);
      if (anchors.length === 0) return { brought: [], note: 'no-anchor' };
      const found = evidence.likeness.similar(anchors, allowed, limit);
      return some(found.map(({ product, anchor }) => ({ id: product, reason: { code: 'similar', with: anchor } })));
    }
    case 'category': {
      const category = evidence.product === null ? null : evidence.catalog.get(evidence.product)?.category;
      if (!category) return { brought: [], note: 'no-anchor' };
      return inCategories([{ category, share: 1 }], 'same-category', evidence, allowed, limit);
    }
    case 'liked-categories':
      return inCategories(evidence.likings.slice(0, 3), 'liked-category', evidence, allowed, limit);
    case 'popular': {
      const { lookBack } = recipe;
      const { model, now } = evidence;
      const isWindow = lookBack !== null && lookBack <= longestWindow;
      const sold = isWindow ? model.soldWithin(lookBack, now, allowed, limit) : model.popular(allowed, limit);
      return some(sold.map(({ product }) => ({ id: product, reason: { code: 'popular' } })));
    }
    case 'trending':
      return rising(evidence, allowed, limit);
    case 'trending-category': {
      const category = evidence.product === null ? null : evidence.catalog.get(evidence.product)?.category;
      if (!category) return { brought: [], note: 'no-anchor' };
      return rising(evidence, among([category], evidence, allowed), limit);
    }
    case 'trending-liked': {
      const liked = evidence.likings.slice(0, 3).map(({ category }) => category);
      return rising(evidence, among(liked, evidence, allowed), limit);
    }
    case 'popular-near': {
      const near = evidence.model.popularNear(evidence.place, evidence.now, allowed, limit);
      return some(near.map(({ product, ...reason }) => ({ id: product, reason: { code: 'popular-near', ...reason } })));
    }
    case 'watched-now': {
      const watched = evidence.model.watchedNow(evidence.now, evidence.visitors, allowed, limit);
      return some(watched.map(({ product, visitors }) => ({ id: product, reason: { code: 'watched-now', visitors } })));
    }
    case 'new':
      return newProducts(evidence.now - newFor, { code: 'new' }, evidence, allowed, limit);
    case 'new-since': {
      const since = evidence.lastVisit;
      if (since === null) return { brought: [], note: 'first-visit' };
      // What was looked at since is new to nobody, however long this visit goes on.
      const isUnseen = (id: string) => evidence.lastAt(id) <= since && allowed(id);
      return newProducts(since, { code: 'new-since', since }, evidence, isUnseen, limit);
    }
    case 'recently-viewed': {
      const seen = evidence.viewed.filter(allowed).slice(0, limit);
      return some(seen.map((id) => ({ id, reason: { code: 'viewed', at: evidence.lastAt(id) } })));
    }
    case 'price-dropped':
      return some(droppedFor(evidence, allowed, limit));
    case 'back-in-stock':
      return some(returnedFor(evidence, allowed, limit));
    case 'buy-again': {
      const due = evidence.dueAgain.filter(({ id }) => allowed(id)).slice(0, limit);
      return some(due.map(({ id, at }) => ({ id, reason: { code: 'due-again', at } })));
    }
    case 'accessories': {
      const anchors = anchorsOf(recipe, evidence);
      if (anchors.length === 0) return { brought: [], note: 'no-anchor' };
      const haveThem = recipe.anchor === 'last-order';
      return some(accessoriesFor({ anchors, haveThem }, evidence, allowed, limit));
    }
    case 'gifts': {
      const { occasion } = evidence;
      if (!occasion) return { brought: [], note: 'no-occasion' };
      return some(giftsFor(occasion, recipe.minimum, evidence, allowed, limit));
    }
    default:
      return use satisfies never;
  }
}

export function anchorsOf({ anchor, lookBack }: Recipe, evidence: Evidence): readonly string[] {
  switch (anchor) {
    case 'product':
      return evidence.product === null ? [] : [evidence.product];
    case 'session':
      return evidence.session;
    case 'cart':
      return evidence.cart;
    case 'history':
      return (lookBack === null ? evidence.history : historyOf(evidence, lookBack)).slice(0, 6);
    case 'last-order':
      return evidence.lastOrder;
    case 'none':
      return [];
    default:
      return anchor satisfies never;
  }
}

/** What lies in the cart is of now. */
function historyOf(evidence: Evidence, days: number): string[] {
  const since = evidence.now - days * 86_400_000;
  return evidence.history.filter((id) => evidence.cart.includes(id) || evidence.lastAt(id) >= since);
}

function neighbours(
  ask: Evidence['model']['next'],
  code: 'viewed-next' | 'bought-together',
  anchors: readonly string[],
  { now }: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Bringing {
  if (anchors.length === 0) return { brought: [], note: 'no-anchor' };
  const reasonOf = ({ anchor, support }: Neighbour): Reason => ({ code, with: anchor, support });
  return some(ask(anchors, now, allowed, limit).map((found) => ({ id: found.product, reason: reasonOf(found) })));
}

/** What sells best in these categories, each in proportion to its share. */
function inCategories(
  categories: readonly { category: string; share: number }[],
  code: 'same-category' | 'liked-category',
  { model }: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Bringing {
  const lists = categories.map(({ category, share }) => ({
    reason: { code, category },
    share,
    products: model.popular(allowed, limit, category),
    next: 0,
  }));
  const found: Brought[] = [];
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
    found.push({ id: product, reason: best.reason });
  }
  return some(found);
}

/** So many of the newest are looked at for what the visitor likes. */
const mostNew = 200;

/** Seen as new on so many days, and never opened, a product gives place to other news. */
const enoughDays = 2;

/** The newest ones, what the visitor likes before what is merely new; behind them what they have seen often enough. */
function newProducts(
  since: number,
  reason: Reason,
  evidence: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Bringing {
  const categories = new Map(evidence.likings.map(({ category, share }) => [category, share]));
  const brands = new Map(evidence.likedBrands.map(({ brand, share }) => [brand, share]));
  const found: { id: string; isStale: boolean; score: number }[] = [];
  for (const product of evidence.catalog.newest()) {
    if (product.addedAt <= since || found.length >= Math.max(limit, mostNew)) break;
    if (!allowed(product.id)) continue;
    const liked = (categories.get(product.category ?? '') ?? 0) + (brands.get(product.brand ?? '') ?? 0);
    const isStale = evidence.daysAsNew(product.id) >= enoughDays && evidence.lastAt(product.id) === 0;
    found.push({ id: product.id, isStale, score: freshness(product, evidence.now) * (0.2 + liked) });
  }
  const best = found.sort((a, b) => Number(a.isStale) - Number(b.isStale) || b.score - a.score).slice(0, limit);
  return some(best.map(({ id }) => ({ id, reason })));
}

function rising({ model, now }: Evidence, allowed: (id: string) => boolean, limit: number): Bringing {
  const found = model.trending(now, allowed, limit);
  return some(
    found.map(({ product, orders, usual }) => ({ id: product, reason: { code: 'trending', orders, usual } })),
  );
}

/** Of these categories alone, and those of them that may be shown. */
function among(
  categories: readonly string[],
  { catalog }: Evidence,
  allowed: (id: string) => boolean,
): (id: string) => boolean {
  return (id) => categories.includes(catalog.get(id)?.category ?? '') && allowed(id);
}

function some(brought: Brought[]): Bringing {
  return brought.length > 0 ? { brought } : { brought: [], note: 'no-evidence' };
}
