import { CatalogRow, productOf } from '../catalog/feed.ts';
import type { Product } from '../catalog/product.ts';
import { replaceCatalog } from '../catalog/replace-catalog.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './commands/command.ts';
import { csvRows } from './csv.ts';

export interface Imported {
  kept: number;
  refused: RefusedLine[];
}

export interface RefusedLine {
  line: number;
  reason: string;
}

/** Puts the catalogue of a file in place of the one before; a file without one good line changes nothing. */
export async function importCatalog(store: Store, path: string, currency: string, now: number): Promise<Imported> {
  const products = new Map<string, Product>();
  const refused: RefusedLine[] = [];
  for await (const { line, row } of csvRows(path)) {
    const parsed = CatalogRow.safeParse(row);
    try {
      if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? 'invalid');
      const product = productOf(parsed.data, currency, now);
      products.set(product.id, product);
    } catch (error) {
      refused.push({ line, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  if (products.size === 0) throw new Failure(`${path} has no line that is a product. ${firstOf(refused)}`);
  await replaceCatalog(store, [...products.values()]);
  return { kept: products.size, refused };
}

export function firstOf(refused: readonly RefusedLine[]): string {
  const [first] = refused;
  return first ? `Line ${first.line}: ${first.reason}` : 'It is empty.';
}
