import { Problem } from '../../problem.ts';
import { type Chooser, type KeptChoice, openKeptChoice } from '../../store/kept-choice.ts';
import type { Store } from '../../store/store.ts';
import { Ranking, usualRanking } from './ranking.ts';

/** How the shop's own lists are put into another order: each list that is ranked asks. Version 1 as long as nobody has chosen. */
export interface RankingBook extends Pick<KeptChoice<Ranking>, 'current' | 'version' | 'history'> {
  /** `base`: the version that was changed; a `Problem` where another one holds by now. Returns the version that holds then. */
  choose(ranking: Ranking, base: number, who: Chooser): Promise<number>;
}

export async function openRanking(store: Pick<Store, 'all' | 'write'>): Promise<RankingBook> {
  const kept = await openKeptChoice<Ranking>(store, {
    table: 'rankings',
    usual: usualRanking,
    first: 1,
    check: Ranking.parse,
    read: Ranking.parse,
  });
  return {
    get current() {
      return kept.current;
    },
    get version() {
      return kept.version;
    },
    choose: (ranking, base, who) =>
      kept.choose(ranking, who, (version) => {
        if (base === version) return;
        throw new Problem(409, 'ranking-changed', `The order has changed meanwhile: version ${version} holds now.`, {
          field: 'base',
        });
      }),
    history: kept.history,
  };
}
