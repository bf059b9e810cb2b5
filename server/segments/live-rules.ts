import type { Store } from '../store/store.ts';
import type { RuleBook } from './matches.ts';
import { allSegments, bookOf } from './segments.ts';

/** The rules of all segments in memory, for what asks them on every page. */
export interface LiveRules {
  readonly current: RuleBook;
  /** After a segment was kept or deleted. */
  refresh(): Promise<void>;
}

export async function openRules(store: Pick<Store, 'db'>): Promise<LiveRules> {
  let current = bookOf(await allSegments(store));
  return {
    get current() {
      return current;
    },
    refresh: async () => {
      current = bookOf(await allSegments(store));
    },
  };
}
