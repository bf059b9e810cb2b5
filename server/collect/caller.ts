import type { Context } from 'hono';
import { newVisitor, type VisitorToken } from '../identity/visitor-token.ts';
import { Problem } from '../problem.ts';
import { isSecure } from '../secure.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

/** Who sent a batch, as far as it can be proved. */
export interface Caller {
  visitor: string;
  /** The token that it came with; null for a visitor that was made for this batch. */
  token: VisitorToken | null;
}

/**
 * The visitor that a signed token names, or a new one; null for someone who does not allow to be counted. A `Problem` for a
 * token that is not the shop's.
 */
export async function callerOf(
  c: Context,
  { consent }: ReadBatch,
  text: string | undefined,
  { tokens, profiles, door }: OpenShop,
): Promise<Caller | null> {
  if (!consent.statistics) return null;
  if (text === undefined || text === '') {
    const visitor = newVisitor();
    profiles.welcome(visitor);
    return { visitor, token: null };
  }
  const token = await tokens.read(text);
  if (token) return { visitor: token.visitor, token };
  door.invalidToken();
  c.header('set-cookie', noCookie(isSecure(c)));
  const detail = 'The visitor token is not one of this shop; drop it and send again without.';
  throw new Problem(401, 'invalid-token', detail, { field: 'token' });
}

const cookieName = '_v';
/** The longest that browsers keep a cookie: 400 days (RFC 6265bis). */
const cookieLife = 400 * 86_400;

/** The `Set-Cookie` of a token. Scripts cannot read it, and Safari does not cut it to seven days. */
export function tokenCookie(token: string, secure: boolean): string {
  return `${cookieName}=${token}; Path=/; Max-Age=${cookieLife}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function noCookie(secure: boolean): string {
  return `${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function cookieOf(header: string | undefined): string | null {
  const found = header?.split(/; */).find((pair) => pair.startsWith(`${cookieName}=`));
  return found ? found.slice(cookieName.length + 1) : null;
}

/**
 * True where a cookie of the collector is the visitor's own on this shop: both hosts are of one site. Browsers say so
 * themselves; for those that do not (Safari before 16.4) the hosts must be equal.
 */
export function isSameSite(headers: { get(name: string): string | null }, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'same-site';
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
