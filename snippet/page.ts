import type { Page } from './protocol.ts';

/** The page as it is now, under a new id. */
export function describePage(referrer: string | undefined): Page {
  return {
    id: randomId(),
    url: location.href,
    referrer: referrer || undefined,
    title: document.title,
    language: document.documentElement.lang || navigator.language,
  };
}

/** 128 random bits. `crypto.randomUUID` does not exist on shops without https. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
}
