import { decimalOf } from '../money.ts';
import { csvLine } from '../segments/csv.ts';
import type { ColdPage } from './coverage.ts';
import type { ProductsPage } from './products.ts';
import type { ShelfResults } from './results.ts';

type Delimiter = ',' | ';';

/** The rows of a report as CSV; amounts in major units, in the currency that the last column names. */
export function resultLines({ versions, currency }: ShelfResults, delimiter: Delimiter): string {
  const head = ['slot', 'recipe', 'version', 'filled', 'views', 'clicks', 'carts', 'orders', 'pieces', 'net'];
  return [
    csvLine([...head, 'currency'], delimiter),
    ...versions.map(({ slot, recipe, version, filled, views, clicks, carts, orders, pieces, net }) =>
      csvLine(
        [
          ...[slot, recipe, version, filled, views, clicks, carts, orders, pieces],
          ...[decimalOf({ amount: net, currency }), currency],
        ],
        delimiter,
      ),
    ),
  ].join('');
}

export function productLines({ items, currency }: ProductsPage, delimiter: Delimiter): string {
  const head = ['product', 'name', 'shown', 'clicks', 'carts', 'orders', 'pieces', 'net', 'currency'];
  return [
    csvLine(head, delimiter),
    ...items.map(({ product, name, shown, clicks, carts, orders, pieces, net }) =>
      csvLine(
        [...[product, name, shown, clicks, carts, orders, pieces], ...[decimalOf({ amount: net, currency }), currency]],
        delimiter,
      ),
    ),
  ].join('');
}

export function coldLines({ items }: ColdPage, delimiter: Delimiter): string {
  const head = ['product', 'name', 'category', 'offered since', 'shown', 'looks', 'pieces'];
  return [
    csvLine(head, delimiter),
    ...items.map(({ product, name, category, addedAt, shown, looks, pieces }) =>
      csvLine([product, name, category, new Date(addedAt).toISOString(), shown, looks, pieces], delimiter),
    ),
  ].join('');
}
