import { costsOf } from '../catalog/costs.ts';
import { rateOn, ratesOf } from '../orders/rates.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { type CostTerms, monthShareOf, termsOn } from './cost-rule.ts';
import type { Known, ProductCost } from './reckon.ts';
import type { SaleColumns } from './sale-columns.ts';

const chunk = 1_000;

/** What these sales are reckoned with on a day `today`: costs of their products, rates of their currencies, and the rules. */
export async function knownFor(
  columns: Pick<SaleColumns, 'products' | 'currencies'>,
  rules: readonly CostTerms[],
  { store, shop, today }: { store: Pick<Store, 'all'>; shop: Shop; today: string },
): Promise<Known> {
  const { products, currencies } = columns;
  const costs = new Array<ProductCost[] | undefined>(products.size).fill(undefined);
  const ids = products.all();
  for (let from = 0; from < ids.length; from += chunk)
    for (const [product, history] of await costsOf(ids.slice(from, from + chunk), store))
      costs[products.of(product)] = history.map(({ since, cost: { amount, currency } }) => ({
        ...{ since, amount, currency: currencies.of(currency) },
      }));
  const rates = await ratesOf(
    currencies.all().filter((currency) => currency !== shop.currency),
    store,
  );
  const monthly = rules.filter(({ per }) => monthShareOf(per) !== null).map(({ since }) => since);
  return {
    ...{ currency: shop.currency, costs, rateOn: (currency, day) => rateOn(rates, currency, day) },
    rules: [...new Set(rules.map(({ rule }) => rule))],
    termsOn: onceA((day) => termsOn(rules, day)),
    monthly: monthly.length > 0 ? { from: monthly.reduce((a, b) => (a < b ? a : b)), to: today } : null,
  };
}

function onceA<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
