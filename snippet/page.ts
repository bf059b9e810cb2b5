import type { Page } from './protocol.ts';

/** The page as it is now, under a new id. */
export function describePage(referrer: string | undefined): Page {
  return {
    // 96 random bits. `crypto.randomUUID` does not exist on shops without https.
    id: crypto.getRandomValues(new Uint32Array(3)).join(''),
    url: location.href,
    referrer,
    title: document.title,
    language: document.documentElement.lang || navigator.language,
  };
}
