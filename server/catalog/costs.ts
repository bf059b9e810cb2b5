import type { Money } from '../money.ts';
import type { Statement, Store } from '../store/store.ts';

/** A product's costs, each with the time (ms) since when it was so; newest first. */
export type Costs = ReadonlyMap<string, readonly { since: number; cost: Money }[]>;

/**
 * Notes the costs of these products that differ from those known last; belongs into the transaction that has changed them. The first
 * cost of a product counts from its beginning: as far as anyone has said, it was never another.
 */
export function noteCosts(now: number, ids: readonly string[]): Statement {
  return { sql: note, params: [now, JSON.stringify(ids)] };
}

const note = `INSERT INTO product_costs (product, since, cost, currency)
SELECT p.id, CASE WHEN c.product IS NULL THEN 0 ELSE ? END, p.cost, p.cost_currency
FROM products p LEFT JOIN product_costs c
  ON c.product = p.id AND c.since = (SELECT max(since) FROM product_costs WHERE product = p.id)
WHERE p.cost IS NOT NULL AND (c.cost IS NOT p.cost OR c.currency IS NOT p.cost_currency)
  AND p.id IN (SELECT value FROM json_each(?))
ON CONFLICT (product, since) DO UPDATE SET cost = excluded.cost, currency = excluded.currency`;

export async function costsOf(products: readonly string[], store: Pick<Store, 'all'>): Promise<Costs> {
  const rows = await store.all(
    'SELECT product, since, cost, currency FROM product_costs WHERE product IN (SELECT value FROM json_each(?)) ' +
      'ORDER BY product, since DESC',
    [JSON.stringify([...new Set(products)])],
  );
  const costs = new Map<string, { since: number; cost: Money }[]>();
  for (const [product, since, amount, currency] of rows) {
    const known = costs.get(String(product)) ?? [];
    known.push({ since: Number(since), cost: { amount: Number(amount), currency: String(currency) } });
    costs.set(String(product), known);
  }
  return costs;
}

/** What the product cost at a time; null where nobody has told. */
export function costAt(costs: Costs, product: string, at: number): Money | null {
  return costs.get(product)?.find(({ since }) => since <= at)?.cost ?? null;
}
