import type { Store } from '../store/store.ts';
import { type Comparison, noComparison } from './comparison.ts';
import { comparison } from './table.ts';

/** The shop's comparison as its owner has chosen it, in memory: each decision asks. */
export interface ComparisonChoice extends Readonly<Comparison> {
  choose(next: Comparison): Promise<void>;
}

export async function openComparison({ db, write }: Pick<Store, 'db' | 'write'>): Promise<ComparisonChoice> {
  const [row] = await db.select({ share: comparison.share, instead: comparison.instead }).from(comparison).limit(1);
  let chosen: Comparison = row ?? noComparison;
  return {
    get share() {
      return chosen.share;
    },
    get instead() {
      return chosen.instead;
    },
    choose: async (next) => {
      await write([
        {
          sql:
            'INSERT INTO comparison (id, share, instead) VALUES (1, ?, ?) ' +
            'ON CONFLICT (id) DO UPDATE SET share = excluded.share, instead = excluded.instead',
          params: [next.share, next.instead],
        },
      ]);
      chosen = next;
    },
  };
}
