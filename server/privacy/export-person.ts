import type { Store } from '../store/store.ts';
import { personalPlaces } from './inventory.ts';
import type { Whose } from './whose.ts';

/** Everything that the shop's file holds of a person: one list a table. Memory must be saved first. */
export async function exportPerson(whose: Whose, store: Pick<Store, 'all'>): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const { exported } of personalPlaces()) if (exported) found[exported.as] = await exported.read(whose, store);
  return found;
}
