import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { originsOf } from '../shops/origins.ts';
import type { OpenShop } from './open-shop.ts';
import type { ReadBatch } from './read-batch.ts';

/** The page's origin: only the shop's own pages send for the shop. */
export function allowedOrigin(c: Context, { shop, door }: OpenShop, batch?: ReadBatch): string {
  const origin = c.req.header('origin') ?? '';
  // A page on our own host reads without naming itself (Fetch, 3.1); no other page can make its browser say so.
  if (origin === '' && c.req.method === 'GET' && c.req.header('sec-fetch-site') === 'same-origin') return '';
  const isAllowed =
    originsOf(shop).includes(origin) || (origin === 'null' && batch && isFromPixel(batch, originsOf(shop)));
  if (isAllowed) return origin;
  door.wrongOrigin(origin);
  const detail = origin
    ? `${origin} is not one of the shop's addresses.`
    : 'The request has no Origin header; only pages of the shop send here.';
  throw new Problem(403, 'wrong-origin', detail);
}

/** Lets the page read the answer. */
export function readableBy(origin: string): Record<string, string> {
  if (origin === '') return {};
  // Without credentials: whoever has no address has no cookie of ours either.
  if (origin === 'null') return { 'access-control-allow-origin': 'null' };
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  };
}

/** Shopify runs its pixels in a sandboxed frame, which has no address of its own; the page around it has one. */
function isFromPixel({ events, url, slots = [] }: ReadBatch, origins: readonly string[]): boolean {
  return origins.includes(url.origin) && slots.length === 0 && events.every(({ way }) => way === 'shopify');
}

/** Lets the page that asked read a refusal for which no shop was looked at yet: whether to try again, and when. */
export function readableRefusal(c: Context): void {
  c.header('access-control-allow-origin', c.req.header('origin') ?? '*');
  c.header('access-control-allow-credentials', 'true');
  c.header('access-control-expose-headers', 'retry-after');
}

/** What a browser asks before a request that is not a simple one. The request itself is still checked. */
export function preflight(c: Context): Response {
  const headers = {
    'access-control-allow-origin': c.req.header('origin') ?? '',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'content-type, authorization',
    'access-control-max-age': '86400',
    vary: 'origin',
  };
  return new Response(null, { status: 204, headers });
}
