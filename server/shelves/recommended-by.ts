import type { Product } from '../catalog/product.ts';
import type { Learned } from '../decide/evidence.ts';
import type { Reason } from '../log/reason.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { ShelfModel } from '../recommend/model/shelf-model.ts';
import { plainRecipe, type Recipe } from '../recommend/recipe.ts';
import { recommend } from '../recommend/recommend.ts';
import { compare } from '../text-order.ts';
import { strangerOn, withInStock } from './stranger.ts';

/** What one product may have to do with another. */
export const ways = ['bought-together', 'next', 'similar'] as const;
export type Way = (typeof ways)[number];

/** A product that has another among its first ones. */
export interface Recommender {
  product: string;
  name: string;
  image: string | null;
  /** From 1. */
  place: number;
  reason: Reason;
}

export interface LedTo {
  way: Way;
  /** Where it stands first before where it stands later. */
  by: Recommender[];
  /** Products that were asked: of `candidates`, those that have most to do with it; fewer where the time was up. */
  asked: number;
  candidates: number;
}

interface Shop extends Omit<Learned, 'model'> {
  model: ShelfModel;
}

/** Places of a page that count. */
const first = 12;
/** Products that are asked for each way, and ms in which they may be; the likest ones cost most. */
const most: Record<Way, number> = { 'bought-together': 200, next: 200, similar: 60 };
const patience = 1_500;

/**
 * Among whose first ones a product is, in each way: those that may have it there are asked what they recommend to somebody of whom
 * nothing is known. One that is out of stock is looked for as if it were there. `now` in ms.
 */
export function recommendedBy(product: Product, shop: Shop, now: number): Promise<LedTo[]> {
  return inSlices(
    (function* () {
      const found: LedTo[] = [];
      for (const way of ways) found.push(yield* ledTo(product, way, shop, now));
      return found;
    })(),
  );
}

function* ledTo(product: Product, way: Way, shop: Shop, now: number): Generator<void, LedTo> {
  const catalog = withInStock(product, shop.catalog);
  const recipe = recipeOf(way);
  const recipes = new Map([[recipe.id, recipe]]);
  const { products, candidates } = yield* candidatesFor(product.id, way, shop);
  const until = performance.now() + patience;
  const by: Recommender[] = [];
  let asked = 0;
  for (const candidate of products) {
    yield;
    if (performance.now() > until) break;
    asked++;
    const evidence = { ...strangerOn(candidate, shop, now), catalog };
    const { items } = recommend(recipe, recipes, evidence, new Set());
    const place = items.findIndex(({ id }) => id === product.id);
    const item = items[place];
    const other = shop.catalog.get(candidate);
    if (item && other)
      by.push({ product: candidate, name: other.name, image: other.image, place: place + 1, reason: item.reason });
  }
  by.sort((a, b) => a.place - b.place || supportOf(b) - supportOf(a) || compare(a.product, b.product));
  return { way, by, asked, candidates };
}

/** Who is in no visit or order with it has no support for it, and who is not at all like it others that are more so. */
function* candidatesFor(
  id: string,
  way: Way,
  { model, likeness, catalog }: Shop,
): Generator<void, { products: string[]; candidates: number }> {
  const isKnown = (product: string) => catalog.get(product) !== undefined;
  if (way === 'similar') {
    yield;
    const products = likeness.similar([id], isKnown, most[way]).map(({ product }) => product);
    return { products, candidates: products.length };
  }
  const { products, count } = yield* model.together(way === 'next' ? 'visits' : 'orders', id, most[way]);
  const known = products.map(({ product }) => product).filter(isKnown);
  // What the shop does not offer any more has no page.
  return { products: known, candidates: count - (products.length - known.length) };
}

function recipeOf(way: Way): Recipe {
  return {
    ...plainRecipe,
    ...{ id: way, version: 1, title: 'forYou', anchor: 'product', exclude: ['anchor'] },
    ingredients: [{ use: way, weight: 1 }],
    ...{ limit: first, minimum: 1, fallback: null },
  };
}

function supportOf({ reason }: Recommender): number {
  return 'support' in reason ? (reason.support ?? 0) : 0;
}
