import type { Asset, Assets } from '../assets.ts';
import { base64url } from '../identity/visitor-token.ts';

/** `dist/public`, put in place by the build: path -> base64. */
declare const PUBLIC_FILES: Readonly<Record<string, string>>;

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};

const unpacked = new Map<string, Promise<Asset>>();

/** The built files, which travel inside of the worker. Uncompressed: the edge in front of it compresses. */
export const embeddedAssets: Assets = async (path) => {
  const packed = Object.hasOwn(PUBLIC_FILES, path) ? PUBLIC_FILES[path] : undefined;
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  if (packed === undefined || type === undefined) return null;
  const asset = unpacked.get(path) ?? unpack(packed, type);
  unpacked.set(path, asset);
  return asset;
};

async function unpack(packed: string, type: string): Promise<Asset> {
  const body = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const etag = `"${base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', body), 0, 12))}"`;
  return { body, type, etag };
}
