import type { Product } from '../catalog/product.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import type { Money } from '../money.ts';
import { filtersOf } from '../recommend/filters.ts';
import type { FilterName, IngredientName, Recipe } from '../recommend/recipe.ts';
import { type PreviewedShelf, previewedShelf, priceOf } from './preview.ts';
import { strangerOn, withInStock } from './stranger.ts';

/** A product, what its page recommends to somebody of whom nothing is known, and what keeps it off shelves. */
export interface ProductView {
  id: string;
  name: string;
  /** From above; empty where the shop says none. */
  categories: string[];
  brand: string | null;
  price: Money | null;
  url: string;
  image: string | null;
  /** One name may stand there several times; `unit` belongs to a number alone. */
  attributes: { name: string; value: string | number; unit: string | null }[];
  /** ms since 1970: since when it is offered. */
  addedAt: number;
  inStock: boolean;
  /** ms since 1970: since when it is not, where that is known. */
  outSince: number | null;
  /** Codes of ISO 3166-1 or 3166-2; empty where nothing is said. */
  soldIn: readonly string[];
  notSoldIn: readonly string[];
  /** Visits in which it was looked at, and orders in which it was, as far as the model remembers. */
  visits: number;
  orders: number;
  /** Of each recipe that looks at the page's product. */
  shelves: { recipe: Recipe; shelf: PreviewedShelf }[];
  /** Recipes that never show it, and why. */
  neverOf: { recipe: Recipe; filter: FilterName }[];
  /** Product -> name, for the products that reasons speak of. */
  names: Record<string, string>;
}

type Shop = Pick<OpenShop, 'catalog' | 'model' | 'likeness' | 'taste' | 'customers' | 'occasions' | 'recipes'>;

/** `now` in ms. */
export function productView(product: Product, shop: Shop, now: number): ProductView {
  const { id, name, category, brand, url, image, addedAt, inStock, details } = product;
  const evidence = strangerOn(id, shop, now);
  const names: Record<string, string> = {};
  const shelves = [...shop.recipes.values()]
    .filter(looksAtProduct)
    .map((recipe) => ({ recipe, shelf: previewedShelf(recipe, shop.recipes, evidence, names) }));
  return {
    ...{ id, name, brand, price: priceOf(product), url, image, addedAt, inStock },
    categories: category === null ? [] : [category, ...(details?.path ?? [])],
    attributes: (details?.attributes ?? []).map(({ name, value, unit = null }) => ({ name, value, unit })),
    outSince: inStock ? null : (shop.catalog.pastOf(id)?.wentOut ?? null),
    soldIn: details?.soldIn ?? [],
    notSoldIn: details?.notSoldIn ?? [],
    visits: shop.model.looks(id),
    orders: shop.model.bought(id),
    shelves,
    neverOf: neverOf(product, shop, now),
    names,
  };
}

const ofAnchors: readonly IngredientName[] = [
  'next',
  'bought-together',
  'viewed-then-bought',
  'similar',
  'accessories',
];
const ofItsCategory: readonly IngredientName[] = ['category', 'trending-category'];

/** Whether what it brings on a product's page is other than on another's. */
function looksAtProduct({ anchor, ingredients }: Recipe): boolean {
  const isAnchor = anchor === 'product' || anchor === 'session';
  return ingredients.some(({ use }) => (isAnchor && ofAnchors.includes(use)) || ofItsCategory.includes(use));
}

/** Wherever it is asked, and whatever there is in stock: a price that is too far from that of one page is not from another's. */
function neverOf(product: Product, shop: Shop, now: number): ProductView['neverOf'] {
  const evidence = { ...strangerOn(null, shop, now), catalog: withInStock(product, shop.catalog) };
  return [...shop.recipes.values()].flatMap((recipe) => {
    const { allowed, away } = filtersOf({ ...recipe, price: null }, evidence, new Set());
    allowed(product.id);
    const filter = away.get(product.id);
    return filter === undefined ? [] : [{ recipe, filter }];
  });
}
