import type { Product } from '../catalog/product.ts';
import { groupOf } from '../catalog/variants.ts';
import type { Evidence } from './evidence.ts';
import { anchorsOf } from './ingredients.ts';
import type { FilterName, Recipe } from './recipe.ts';
import { isEmpty, isIn } from './scope.ts';
import { isSoldAt } from './sold-at.ts';

export interface Filters {
  /** May be shown at all, whatever the recipe's ingredients; and is none that the recipe never shows. */
  mayShow(id: string): boolean;
  /** May be shown by this recipe. */
  allowed(id: string): boolean;
  /** What was asked for and may not be shown, with the filter that took it away. */
  away: Map<string, FilterName>;
}

type Judge = (id: string, product: Product) => FilterName | null;

/** `taken`: products that another shelf of this page shows already. */
export function filtersOf(recipe: Recipe, evidence: Evidence, taken: ReadonlySet<string>): Filters {
  const { catalog, cart, product: shown } = evidence;
  const away = new Map<string, FilterName>();
  const always = new Map<string, FilterName>();
  take(always, 'on-this-page', taken);
  if (shown !== null) take(always, 'anchor', [shown]);
  take(always, 'in-cart', cart);
  // One look for all of them: it is asked of hundreds of products for a shelf. The first that is named stands.
  const gone = recipe.pins.length === 0 ? always : new Map(always);
  for (const name of recipe.exclude)
    take(gone, name, name === 'anchor' ? anchorsOf(recipe, evidence) : evidence.boughtLately);
  const judges = judgesOf(recipe, evidence);
  const groupsOf = (ids: readonly string[]) => ids.map((id) => groupOf(id, catalog.get(id)));
  const groupsAlways = new Set(groupsOf(shown === null ? cart : [...cart, shown]));
  const groups = new Set(groupsAlways);
  if (recipe.exclude.includes('anchor')) for (const group of groupsOf(anchorsOf(recipe, evidence))) groups.add(group);
  const among = (groups: ReadonlySet<string>, id: string, product: Product) =>
    groups.has(groupOf(id, product)) ? 'variant' : null;

  const allowed = (id: string) => {
    const product = catalog.get(id);
    const verdict = product
      ? (gone.get(id) ?? among(groups, id, product) ?? judge(id, product, evidence, judges))
      : 'not-in-catalogue';
    if (verdict === null) return true;
    away.set(id, verdict);
    return false;
  };
  const pinnable: readonly Judge[] = [(_, product) => (isIn(recipe.never, product) ? 'never' : null)];
  const mayShow = (id: string) => {
    const product = catalog.get(id);
    const verdict = product
      ? (always.get(id) ?? among(groupsAlways, id, product) ?? judge(id, product, evidence, pinnable))
      : 'not-in-catalogue';
    if (verdict === null) return true;
    away.set(id, verdict);
    return false;
  };
  return { mayShow, allowed, away };
}

/** Why a product is offered to nobody at that place; null where it is. */
export function offeredAt(product: Product, place: Evidence['place']): FilterName | null {
  if (!product.inStock) return 'out-of-stock';
  return isSoldAt(product, place) ? null : 'not-sold-here';
}

function judge(
  id: string,
  product: Product,
  { place }: Pick<Evidence, 'place'>,
  judges: readonly Judge[],
): FilterName | null {
  const away = offeredAt(product, place);
  if (away !== null) return away;
  for (const judge of judges) {
    const said = judge(id, product);
    if (said !== null) return said;
  }
  return null;
}

function take(from: Map<string, FilterName>, name: FilterName, ids: Iterable<string>): void {
  for (const id of ids) if (!from.has(id)) from.set(id, name);
}

/** What the recipe says beside its exclusions, as far as it says anything. */
function judgesOf(recipe: Recipe, evidence: Evidence): Judge[] {
  const { only, never, price } = recipe;
  const judges: Judge[] = [];
  if (!isEmpty(never)) judges.push((_, product) => (isIn(never, product) ? 'never' : null));
  if (!isEmpty(only)) judges.push((_, product) => (isIn(only, product) ? null : 'not-among'));
  if (price !== null) {
    const within = priceWithin(recipe, price, evidence);
    judges.push((_, product) => (within(product) ? null : 'price-relation'));
  }
  return judges;
}

function priceWithin(
  recipe: Recipe,
  { least, most }: NonNullable<Recipe['price']>,
  evidence: Evidence,
): (product: Product) => boolean {
  const anchors = anchorsOf(recipe, evidence);
  const ids = anchors.length === 0 && evidence.product !== null ? [evidence.product] : anchors;
  let dearest: Product | null = null;
  for (const id of ids) {
    const anchor = evidence.catalog.get(id);
    if (anchor?.price && anchor.price > (dearest?.price ?? 0)) dearest = anchor;
  }
  const of = dearest?.price ?? 0;
  const currency = dearest?.currency ?? null;
  return (product) => {
    if (of === 0 || product.price === null || product.currency !== currency) return false;
    const above = (product.price / of - 1) * 100;
    return (least === null || above >= least) && (most === null || above <= most);
  };
}
