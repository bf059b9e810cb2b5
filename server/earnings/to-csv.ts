import { decimalOf } from '../money.ts';
import { inSlices } from '../profit/in-slices.ts';
import { csvLine } from '../segments/csv.ts';
import type { ColdPage } from './coverage.ts';
import { eachOf } from './each-of.ts';
import type { ProductsPage } from './products.ts';
import type { ShelfResults } from './results.ts';

type Delimiter = ',' | ';';
type Cells = (string | number | null)[];

/** The rows of a report as CSV; amounts in major units, in the currency that the last column names. */
export function resultLines({ versions, currency }: ShelfResults, delimiter: Delimiter): Promise<string> {
  const head = ['slot', 'recipe', 'version', 'filled', 'views', 'clicks', 'carts', 'orders', 'pieces', 'net'];
  return linesOf(
    { head: [...head, 'currency'], delimiter },
    versions,
    ({ slot, recipe, version, filled, views, clicks, carts, orders, pieces, net }) => [
      ...[slot, recipe, version, filled, views, clicks, carts, orders, pieces],
      ...[decimalOf({ amount: net, currency }), currency],
    ],
  );
}

export function productLines({ items, currency }: ProductsPage, delimiter: Delimiter): Promise<string> {
  return linesOf(
    { head: ['product', 'name', 'shown', 'clicks', 'carts', 'orders', 'pieces', 'net', 'currency'], delimiter },
    items,
    ({ product, name, shown, clicks, carts, orders, pieces, net }) => [
      ...[product, name, shown, clicks, carts, orders, pieces],
      ...[decimalOf({ amount: net, currency }), currency],
    ],
  );
}

export function coldLines({ items }: ColdPage, delimiter: Delimiter): Promise<string> {
  return linesOf(
    { head: ['product', 'name', 'category', 'offered since', 'shown', 'looks', 'pieces'], delimiter },
    items,
    ({ product, name, category, addedAt, shown, looks, pieces }) => [
      ...[product, name, category, new Date(addedAt).toISOString(), shown, looks, pieces],
    ],
  );
}

async function linesOf<Row>(
  { head, delimiter }: { head: string[]; delimiter: Delimiter },
  rows: readonly Row[],
  cellsOf: (row: Row) => Cells,
): Promise<string> {
  let lines = csvLine(head, delimiter);
  await inSlices(
    eachOf(rows, (row) => {
      lines += csvLine(cellsOf(row), delimiter);
    }),
  );
  return lines;
}
