import type { Consent, Params } from './protocol.ts';

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
  /** Any event: Google Analytics 4's name where it has one, with GA4's parameters. */
  (name: string, params?: Params): void;
  /** The calls that the stub has gathered: `arguments`, as iterable as an array. */
  q?: [name: string, params?: Params | Consent | boolean | undefined][];
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
