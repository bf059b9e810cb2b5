import { Problem } from '../problem.ts';
import { type Chooser, type KeptChoice, openKeptChoice } from '../store/kept-choice.ts';
import type { Store } from '../store/store.ts';
import { Common, usualCommon } from './common.ts';

/** What holds for all campaigns: each decision asks. Version 1 as long as nobody has chosen. */
export interface CommonBook extends Pick<KeptChoice<Common>, 'current' | 'version' | 'history'> {
  /** `base`: the version that was changed; a `Problem` where another one holds by now. Returns the version that holds then. */
  choose(common: Common, base: number, who: Chooser): Promise<number>;
}

export async function openCommon(store: Pick<Store, 'all' | 'write'>): Promise<CommonBook> {
  const kept = await openKeptChoice<Common>(store, {
    table: 'campaign_commons',
    usual: usualCommon,
    first: 1,
    check: Common.parse,
    read: Common.parse,
  });
  return {
    get current() {
      return kept.current;
    },
    get version() {
      return kept.version;
    },
    choose: (common, base, who) =>
      kept.choose(common, who, (version) => {
        if (base === version) return;
        throw new Problem(409, 'common-changed', `This has changed meanwhile: version ${version} holds now.`, {
          field: 'base',
        });
      }),
    history: kept.history,
  };
}
