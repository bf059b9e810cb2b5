import type { OpenShop } from '../collect/open-shop.ts';
import { rateOn, ratesOf } from '../orders/rates.ts';
import { type CostTerms, monthShareOf, termsOn } from './cost-rule.ts';
import type { Known } from './reckon.ts';
import type { Sold } from './sale-book.ts';

/** What these sales are reckoned with on a day `today`: costs of their products, rates of their currencies, and the rules. */
export async function knownFor(
  { columns: { currencies }, costBook }: Pick<Sold, 'columns' | 'costBook'>,
  rules: readonly CostTerms[],
  { store, shop, catalog, today }: Pick<OpenShop, 'store' | 'shop' | 'catalog'> & { today: string },
): Promise<Known> {
  const costs = await costBook.at(catalog);
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
