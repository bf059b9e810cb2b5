import { type Costs, costsOf } from '../catalog/costs.ts';
import type { Money } from '../money.ts';
import { rateOn, ratesOf } from '../orders/rates.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { type CostTerms, termsOn } from './cost-rule.ts';
import type { Known } from './reckon.ts';
import type { Sold } from './sale-book.ts';

const chunk = 1_000;

/** What these sales are reckoned with: costs of their products, rates of their currencies, and the rules. */
export async function knownFor(
  sold: Pick<Sold, 'products' | 'currencies'>,
  rules: readonly CostTerms[],
  { store, shop }: { store: Pick<Store, 'all'>; shop: Shop },
): Promise<Known> {
  const currencies = new Set(sold.currencies);
  const costs = await allCosts([...sold.products], store);
  for (const history of costs.values()) for (const { cost } of history) currencies.add(cost.currency);
  currencies.delete(shop.currency);
  const rates = await ratesOf([...currencies], store);
  // A code of ISO 4217 has three letters.
  const rateOf = onceA((key) => rateOn(rates, key.slice(0, 3), key.slice(3)));
  return {
    ...{ currency: shop.currency, costs, rateOn: (currency, day) => rateOf(currency + day) },
    rules: [...new Set(rules.map(({ rule }) => rule))],
    termsOn: onceA((day) => termsOn(rules, day)),
  };
}

async function allCosts(products: readonly string[], store: Pick<Store, 'all'>): Promise<Costs> {
  const all = new Map<string, readonly { since: number; cost: Money }[]>();
  for (let from = 0; from < products.length; from += chunk)
    for (const [product, history] of await costsOf(products.slice(from, from + chunk), store))
      all.set(product, history);
  return all;
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
