import { base64url } from './identity/visitor-token.ts';

/** SHA-256 as base64url: what is kept of a secret that someone presents. */
export async function digest(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
