import type { Context } from 'hono';
import type { TokenKey } from '../identity/visitor-token.ts';
import { isSecure } from '../secure.ts';
import { acknowledgementCookie, hasAcknowledgement } from './acknowledgement-cookie.ts';
import { type Caller, cookieOf, noCookie, tokenCookie } from './caller.ts';

/** A token of this age is renewed, so that a regular visitor's never runs out. */
const renewAfter = 30 * 86_400_000;

/** The token that the browser must keep from now on; undefined where it has it already, or may keep none. */
export async function newToken(
  caller: Caller | null,
  visitor: string,
  { sign }: TokenKey,
  now: number,
): Promise<string | undefined> {
  if (!caller) return undefined;
  const isCurrent = caller.token?.visitor === visitor && now - caller.token.issued < renewAfter;
  return isCurrent ? undefined : sign({ visitor, issued: now });
}

interface Kept {
  origin: string;
  /** A cookie of ours is the visitor's own on this shop. */
  sameSite: boolean;
  /** The visitor has said no to what we keep on the device. */
  refused: boolean;
  token: string | undefined;
  /** The visitor's last batches, this one among them. */
  arrived: readonly string[];
}

/** What the browser is told to keep, and what no longer. */
export function cookiesFor(c: Context, { origin, sameSite, refused, token, arrived }: Kept): string[] {
  const sent = c.req.header('cookie');
  const secure = isSecure(c);
  const cookies: string[] = [];
  if (refused && cookieOf(sent) !== null) cookies.push(noCookie(secure));
  if (!sameSite) return cookies;
  if (token !== undefined) cookies.push(tokenCookie(token, secure));
  // The shop's next page reads what has arrived.
  if (arrived.length > 0 || (refused && hasAcknowledgement(sent)))
    cookies.push(acknowledgementCookie(arrived, { origin, host: hostOf(c.req.url), secure }));
  return cookies;
}

/** Without the port. The runtime has made a well-formed address of it. */
function hostOf(url: string): string {
  const start = url.indexOf('//') + 2;
  const authority = url.slice(start, url.indexOf('/', start));
  return authority.replace(/:\d+$/, '');
}
