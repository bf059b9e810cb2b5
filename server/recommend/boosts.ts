import type { Product } from '../catalog/product.ts';
import type { Evidence } from './evidence.ts';
import { freshness } from './freshness.ts';
import type { Recipe } from './recipe.ts';

type Boost = Recipe['boosts'][number];

/** How many times as much a product counts by the recipe's boosts. */
export function boostOf({ boosts }: Recipe, { catalog, now }: Evidence): (id: string) => number {
  if (boosts.length === 0) return () => 1;
  return (id) => {
    const product = catalog.get(id);
    return product ? boosts.reduce((all, boost) => all * timesOf(boost, product, now), 1) : 1;
  };
}

function timesOf(boost: Boost, product: Product, now: number): number {
  switch (boost.what) {
    case 'category':
      return product.category === boost.value ? boost.factor : 1;
    case 'brand':
      return product.brand === boost.value ? boost.factor : 1;
    case 'new':
      return boost.factor ** freshness(product, now);
    case 'margin':
      return boost.factor ** marginOf(product);
    default:
      return boost satisfies never;
  }
}

/** The part of the price that is left, 0 to 1; none where the cost is not known in the price's currency. */
function marginOf({ price, currency, cost, costCurrency }: Product): number {
  if (!price || cost === null || costCurrency !== currency) return 0;
  return Math.max(0, Math.min(1, (price - cost) / price));
}
