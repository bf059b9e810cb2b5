import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { hash } from './hash.ts';
import { SHOP } from './path.ts';

const types = {
  'shop.css': 'text/css; charset=utf-8',
  'shop.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

type Name = keyof typeof types;

export type Assets = ReturnType<typeof openAssets>;

/** The shop's style, script and icon; their addresses change with their content, so that they may be cached for ever. */
export function openAssets(dir: string) {
  const texts = new Map<string, string>(
    Object.keys(types).map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );
  const url = (name: Name) => `${SHOP}/assets/${hash(texts.get(name) ?? '').toString(36)}/${name}`;
  const app = new Hono().get('/assets/:version/:name', async (c, next) => {
    const name = c.req.param('name');
    const text = texts.get(name);
    if (text === undefined || !isName(name)) return next();
    return c.body(text, 200, { 'Content-Type': types[name], 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  return { url, app };
}

const isName = (name: string): name is Name => name in types;
