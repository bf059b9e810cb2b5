import type { Place } from '../acquisition/region.ts';
import type { Evidence } from '../recommend/evidence.ts';

/** What may be known where nobody may be known: the shop, the time, and where the request comes from. */
export function nobodyHere(
  { catalog, model, likeness }: Pick<Evidence, 'catalog' | 'model' | 'likeness'>,
  now: number,
  place: Place = {},
): Evidence {
  return {
    ...{ catalog, model, likeness, now, place, product: null, session: [], cart: [], history: [], viewed: [] },
    ...{ lastOrder: [], boughtLately: new Set<string>(), likings: [], lastVisit: null, visitor: '' },
    lastAt: () => 0,
  };
}
