import { Problem } from '../problem.ts';
import { type Chooser, type KeptChoice, type Kind, openKeptChoice } from './kept-choice.ts';
import type { Store } from './store.ts';

/** What the merchant has chosen, where nobody writes over what somebody else has chosen meanwhile. */
export interface BasedChoice<T> extends Pick<KeptChoice<T>, 'current' | 'version' | 'history'> {
  /** `base`: the version that was changed; a `Problem` where another one holds by now. Returns the version that holds then. */
  choose(next: T, base: number, who: Chooser): Promise<number>;
}

/** `code` is the problem's: for instance `ranking-changed`. */
export async function openBasedChoice<T>(
  store: Pick<Store, 'all' | 'write'>,
  kind: Kind<T>,
  code: string,
): Promise<BasedChoice<T>> {
  const kept = await openKeptChoice(store, kind);
  return {
    get current() {
      return kept.current;
    },
    get version() {
      return kept.version;
    },
    choose: (next, base, who) =>
      kept.choose(next, who, (version) => {
        if (base !== version)
          throw new Problem(409, code, `This has changed meanwhile: version ${version} holds now.`, { field: 'base' });
      }),
    history: kept.history,
  };
}
