import type { Store } from '../store/store.ts';

/** Visits that have begun in the last days while there was a file, and how many of them came from a company. */
export interface Coverage {
  visits: number;
  known: number;
}

const dayLength = 86_400_000;
const days = 30;

export async function coverageOf(store: Pick<Store, 'all'>, now: number): Promise<Coverage> {
  const rows = await store.all(
    "SELECT name, sum(count) FROM door_counts WHERE day > ? AND kind = 'visit' GROUP BY name",
    [Math.floor(now / dayLength) - days],
  );
  const of = (name: string) => Number(rows.find(([is]) => is === name)?.[1] ?? 0);
  return { visits: of('company') + of('nobody'), known: of('company') };
}
