import { base64url } from '../identity/visitor-token.ts';

/**
 * A name for someone who allowed nothing: good for counting people within one day, and for nothing else. The salt lives in
 * memory and dies with the UTC day, so that the name cannot be made again afterwards.
 */
export interface CookielessNames {
  of(site: string, address: string, userAgent: string): Promise<string>;
}

const day = 86_400_000;

export function createCookielessNames(now: () => number): CookielessNames {
  let salt = { day: -1, bytes: '' };
  return {
    of: async (site, address, userAgent) => {
      const today = Math.floor(now() / day);
      if (salt.day !== today) salt = { day: today, bytes: base64url(crypto.getRandomValues(new Uint8Array(32))) };
      const text = new TextEncoder().encode([salt.bytes, site, address, userAgent].join('\n'));
      return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text), 0, 12));
    },
  };
}
