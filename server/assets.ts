import { type Context, Hono } from 'hono';
import { Problem } from './problem.ts';

/** A file that browsers load. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  /** The same in brotli, where this runtime has it ready. */
  brotli?: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
}

export type Assets = (path: string) => Promise<Asset | null>;

/** A name that carries its content's hash never changes its meaning. */
const hashed = /-[A-Z0-9]{8}\.\w+$/;

const panelPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** The snippet, the widgets and the panel. */
export function assetRoutes(assets: Assets) {
  const send = async (c: Context, path: string, headers: Record<string, string>) => {
    const asset = await assets(path);
    if (!asset) throw new Problem(404, 'not-found', `There is nothing at ${c.req.path}.`);
    const common = {
      etag: asset.etag,
      'cache-control': hashed.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=600, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
      ...headers,
    };
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, common);
    const packed = asset.brotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? asset.brotli : null;
    const encoding = packed ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {};
    return c.body(packed ?? asset.body, 200, { ...common, 'content-type': asset.type, ...encoding });
  };

  // Every shop's pages load these, as modules too.
  const anyOrigin = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'timing-allow-origin': '*',
  };
  const panel = {
    'content-security-policy': panelPolicy,
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache',
  };

  return new Hono()
    .get('/v.js', (c) => send(c, 'v.js', anyOrigin))
    .get('/w/:file', (c) => send(c, `w/${c.req.param('file')}`, anyOrigin))
    .get('/admin/:file{[^/]+\\.\\w+}', (c) => send(c, `admin/${c.req.param('file')}`, {}))
    .get('/admin', (c) => send(c, 'admin/index.html', panel))
    .get('/admin/*', (c) => send(c, 'admin/index.html', panel));
}
