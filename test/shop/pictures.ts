import { Hono } from 'hono';
import type { Catalogue } from './catalogue.ts';
import { picture } from './picture.ts';

/** The products' pictures, drawn when asked for. */
export function pictures(catalogue: Catalogue) {
  return new Hono().get('/images/:file{.+\\.svg}', async (c, next) => {
    const product = catalogue.find(c.req.param('file').slice(0, -'.svg'.length));
    if (!product) return next();
    return c.body(picture(product), 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=86400',
      // Opened by itself an SVG is a document; this one may do nothing but be looked at.
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    });
  });
}
