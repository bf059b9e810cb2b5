import { Hono } from 'hono';
import type { Assets } from '../assets.ts';
import { Problem } from '../problem.ts';

/** Shopify's custom pixel as its owner pastes it: where it sends, and for which shop. */
export async function pixelFor(assets: Assets, origin: string, site: string): Promise<string> {
  const asset = await assets('shopify-pixel.js');
  if (!asset) throw new Problem(404, 'not-found', 'This build has no pixel.');
  return new TextDecoder().decode(asset.body).replaceAll('%ORIGIN%', origin).replaceAll('%SITE%', site);
}

/** The same at a fixed place, for whoever keeps it in a repository of their own. */
export function pixelRoutes(assets: Assets) {
  return new Hono().get('/shopify-pixel.js', async (c) => {
    const site = c.req.query('site') ?? '';
    if (!/^[\w-]{1,64}$/.test(site))
      throw new Problem(404, 'unknown-site', 'Say ?site= and the key of the shop.', { field: 'site' });
    const text = await pixelFor(assets, new URL(c.req.url).origin, site);
    return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' });
  });
}
