import type { Consent } from './protocol.ts';

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
  const granted =
    setting('consent') === 'granted' && !('globalPrivacyControl' in navigator && navigator.globalPrivacyControl);
  return {
    origin,
    site: setting('site'),
    consent: { statistics: granted, personalisation: granted, marketing: granted },
  };
}
