import type { Catalog } from '../catalog/catalog.ts';
import type { FinderBook } from '../finders/finder-book.ts';
import { suggestFinder } from '../finders/suggest.ts';

/** The merchant of the demo shop has pressed "Make one of my catalogue". */
export async function keepDemoFinder(finders: FinderBook, catalog: Catalog, currency: string): Promise<void> {
  if (finders.all().length > 0) return;
  const made = await suggestFinder(
    catalog.newest().filter(({ inStock }) => inStock),
    currency,
  );
  if (made) await finders.keep({ id: 'find', ...made });
}
