import { join } from 'node:path';
import { attributesOf } from './attributes.ts';
import type { Product } from './books.ts';
import { csvFields, writeWhole } from './csv.ts';
import { hash } from './hash.ts';
import { en } from './messages/en.ts';
import { pounds } from './money.ts';
import { picturePath, productPath } from './path.ts';

const HEADER = [
  ...['item_id', 'item_name', 'item_category', 'price', 'currency', 'cost'],
  ...['url', 'image', 'availability', 'added', 'color', 'material', 'attribute:pieces'],
];

/** Nobody has told what the shop's wares cost it: between 45 and 70 percent of the price, by the product's id, is our assumption. */
function assumedCost(id: string, price: number): number {
  return Math.round(price * (0.45 + (hash(id) % 26) / 100));
}

/** Writes the catalogue for `vitrina import catalog FILE`; `origin` makes its links absolute. */
export async function catalogFile(dir: string, catalog: readonly Product[], origin: string): Promise<string> {
  const file = join(dir, 'catalog.csv');
  await writeWhole(file, lines(catalog, origin));
  return file;
}

function* lines(catalog: readonly Product[], origin: string) {
  yield `${csvFields(HEADER)}\n`;
  for (const { id, name, category, price, inStock, added } of catalog) {
    const { colour, material, pieces } = attributesOf(name);
    const line = csvFields([
      id,
      name,
      en.categories[category],
      pounds(price),
      'GBP',
      pounds(assumedCost(id, price)),
      origin + productPath(id),
      origin + picturePath(id),
      inStock ? 'in_stock' : 'out_of_stock',
      added,
      ...[colour, material, pieces],
    ]);
    yield `${line}\n`;
  }
}
