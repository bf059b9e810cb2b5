import { type KeptChoice, openKeptChoice } from '../store/kept-choice.ts';
import type { Store } from '../store/store.ts';
import { defaultTaste, type Taste, TasteIn } from './taste.ts';

/** The shop's taste: whatever reads likings asks it. Version 0 as long as nobody has chosen. */
export type TasteBook = KeptChoice<Taste>;

export function openTaste(store: Pick<Store, 'all' | 'write'>): Promise<TasteBook> {
  return openKeptChoice<Taste>(store, {
    table: 'tastes',
    usual: defaultTaste,
    first: 0,
    check: TasteIn.parse,
    // What has come to weigh since it was chosen weighs as it does where nobody has chosen.
    read: (kept) => {
      const { weights, halfLifeDays } = kept as Taste;
      return { weights: { ...defaultTaste.weights, ...weights }, halfLifeDays };
    },
  });
}
