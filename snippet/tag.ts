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
  /** The last word of the visitor, of a banner or of this tag. */
  consent: Consent;
  /** Hosts of the shop's other domains, as they stand in the tag. */
  domains: string;
}

/**
 * Themes and optimisers strip `data-*`, so each setting may stand in the script's address instead. Without `URL` and `dataset`:
 * a page keeps 18 KB for the interfaces that its first use brings.
 */
export function readTag(script: HTMLScriptElement): Tag {
  const { src } = script;
  const setting = (name: string) =>
    script.getAttribute(`data-${name}`) || src.split(`${name}=`)[1]?.split('&')[0] || '';
  const isDenied = navigator.globalPrivacyControl;
  const isGranted = !isDenied && setting('consent') === 'granted';
  const consent = consentOf(() => isGranted);
  // Anything else that a tag says is no visitor's answer.
  if (isDenied || isGranted) consent.source = isDenied ? 'gpc' : 'tag';
  const origin = src.split('/', 3).join('/');
  return { origin, site: setting('site'), consent, domains: setting('domains') };
}
