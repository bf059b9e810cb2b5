import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Asset, Assets } from '../assets.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const compress = promisify(brotliCompress);

/** The built files of a folder, read and compressed once. */
export function filesIn(folder: string): Assets {
  const known = new Map<string, Promise<Asset | null>>();
  return (path) => {
    if (!/^[\w-]+(\/[\w-]+)*\.\w+$/.test(path)) return Promise.resolve(null);
    const found = known.get(path) ?? read(join(folder, path));
    known.set(path, found);
    found.then((asset) => asset ?? known.delete(path));
    return found;
  };
}

async function read(path: string): Promise<Asset | null> {
  const body = await readFile(path).catch(() => null);
  const type = types[extname(path)];
  if (!body || !type) return null;
  const brotli = await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  return { body: new Uint8Array(body), brotli: new Uint8Array(brotli), type, etag };
}
