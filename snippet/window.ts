import type { Consent, Params, RankRequest } from './protocol.ts';

/** What a page may say beside a name. */
export type Given = Params | Consent | RankedList | boolean | undefined;

export type RankedList = Pick<RankRequest, 'kind' | 'ids' | 'query' | 'category' | 'keepFirst' | 'product' | 'cart'>;

export type Ordered = (ids: RankRequest['ids'], decision?: string) => void;

/**
 * `window.vitrina`, the only name that the snippet adds to a page. Before it has loaded, the shop's stub stands there:
 * `window.vitrina=window.vitrina||function(){(vitrina.q=vitrina.q||[]).push(arguments)}`
 */
export interface Vitrina {
  /** What the visitor allows from now on. A purpose that is missing is not allowed. */
  (name: 'consent', consent: Consent): void;
  /** Who this is, signed by the shop's backend. Slots are asked for again. */
  (name: 'login', params: { identity: string }): void;
  /** The next person on this device is someone else. What slots show is taken down at once. */
  (name: 'logout'): void;
  /**
   * What the visitor says of themselves: a text, a number, `1990-02-28`, `true`, the value of a choice or a list of them; null
   * takes an earlier answer back.
   */
  (name: 'answer', params: { question: string; answer: string | number | boolean | string[] | null }): void;
  /** Whether the visitor shops for somebody else, until this visit ends. Slots are asked for again. */
  (name: 'gift', on: boolean): void;
  /** The page has changed itself: ask again what its slots show. */
  (name: 'slots'): void;
  /**
   * The order for this visitor of a list that the page draws itself. `done` hears all of its ids, each as often as given: in the
   * shop's own order where the collector does not say another one within half a second; with the decision, for `slot_view`
   * and `slot_click`, where it does.
   */
  (name: 'rank', list: RankedList, done: Ordered): void;
  /** Any event: Google Analytics 4's name where it has one, with GA4's parameters. */
  (name: string, params?: Params): void;
  /** The calls that the stub has gathered: `arguments`, as iterable as an array. */
  q?: [name: string, params?: Given, done?: Ordered][];
  /** The snippet is here, so a second copy of it leaves the page alone. */
  loaded?: true;
}

declare global {
  interface Window {
    vitrina?: Vitrina;
  }
  interface Document {
    /** Chromium's alone, so far. */
    prerendering?: boolean;
  }
}
