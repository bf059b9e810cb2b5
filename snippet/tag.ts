import { consentOf } from './consent.ts';
import type { Consent } from './protocol.ts';

declare global {
  interface Navigator {
    /** Firefox', Brave's and DuckDuckGo's. */
    globalPrivacyControl?: boolean;
  }
}

/** What the shop's one script tag says. */
export interface Tag {
  /** The collector: where the script came from. */
  origin: string;
  site: string;
  /** Until the page says otherwise. */
  consent: Consent;
}

/** Themes and optimisers strip `data-*`, so each setting may stand in the script's address instead. */
export function readTag(script: HTMLScriptElement): Tag {
  const { origin, searchParams } = new URL(script.src);
  const setting = (name: string) => script.dataset[name] || searchParams.get(name) || '';
  const isGranted = setting('consent') === 'granted' && !navigator.globalPrivacyControl;
  return { origin, site: setting('site'), consent: consentOf(() => isGranted) };
}
