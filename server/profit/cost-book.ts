import { costsOf } from '../catalog/costs.ts';
import type { Store } from '../store/store.ts';
import type { Known } from './reckon.ts';
import type { SaleCodes } from './sale-page.ts';

/** What the products that were sold have cost, as the file has it. */
export interface CostBook {
  /** Read anew only where the catalogue has changed, or something else was sold: costs change with its products. */
  at(catalog: { readonly version: number }): Promise<Known['costs']>;
}

const chunk = 1_000;

export function createCostBook(
  { products, currencies }: Pick<SaleCodes, 'products' | 'currencies'>,
  store: Pick<Store, 'all'>,
): CostBook {
  let read: { version: number; costs: Known['costs'] } | null = null;
  return {
    at: async ({ version }) => {
      if (read?.version === version && read.costs.length === products.size) return read.costs;
      const ids = products.all();
      const costs = new Array<Known['costs'][number]>(products.size).fill(undefined);
      for (let from = 0; from < ids.length; from += chunk)
        for (const [product, history] of await costsOf(ids.slice(from, from + chunk), store))
          costs[products.of(product)] = history.map(({ since, cost: { amount, currency } }) => ({
            ...{ since, amount, currency: currencies.of(currency) },
          }));
      read = { version, costs };
      return costs;
    },
  };
}
