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
  /** Hosts of the shop's other domains. */
  domains: string;
}

/** Themes and optimisers strip `data-*`, so each setting may stand in the script's address instead. */
export function readTag(script: HTMLScriptElement): Tag {
  const { origin, searchParams } = new URL(script.src);
  const setting = (name: string) => script.dataset[name] || searchParams.get(name) || '';
  const isDenied = navigator.globalPrivacyControl;
  const isGranted = !isDenied && setting('consent') === 'granted';
  const consent = consentOf(() => isGranted);
  // Anything else that a tag says is no visitor's answer.
  if (isDenied || isGranted) consent.source = isDenied ? 'gpc' : 'tag';
  return { origin, site: setting('site'), consent, domains: setting('domains') };
}
