import { type BasedChoice, openBasedChoice } from '../store/based-choice.ts';
import type { Store } from '../store/store.ts';
import { Common, usualCommon } from './common.ts';

/** What holds for all campaigns: each decision asks. Version 1 as long as nobody has chosen. */
export type CommonBook = BasedChoice<Common>;

export function openCommon(store: Pick<Store, 'all' | 'write'>): Promise<CommonBook> {
  const check = Common.parse;
  return openBasedChoice<Common>(
    store,
    { table: 'campaign_commons', usual: usualCommon, first: 1, check, read: check },
    'common-changed',
  );
}
