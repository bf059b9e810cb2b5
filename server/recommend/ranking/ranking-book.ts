import { type BasedChoice, openBasedChoice } from '../../store/based-choice.ts';
import type { Store } from '../../store/store.ts';
import { Ranking, usualRanking } from './ranking.ts';

/** How the shop's own lists are put into another order: each list that is ranked asks. Version 1 as long as nobody has chosen. */
export type RankingBook = BasedChoice<Ranking>;

export function openRanking(store: Pick<Store, 'all' | 'write'>): Promise<RankingBook> {
  const check = Ranking.parse;
  return openBasedChoice<Ranking>(
    store,
    { table: 'rankings', usual: usualRanking, first: 1, check, read: check },
    'ranking-changed',
  );
}
