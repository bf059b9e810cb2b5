import type { Context } from 'hono';

/** True where the browser came over TLS, to us or to a proxy in front of us. */
export function isSecure(c: Context): boolean {
  return c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https';
}
