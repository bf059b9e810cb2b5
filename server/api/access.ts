import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { OpenShop } from '../collect/open-shop.ts';
import { type Key, keyOf, noteUse } from '../keys/keys.ts';
import type { Limits } from '../limits/limits.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';

export interface AccessDeps {
  limits: Limits;
  /** The caller's address, as this runtime knows it. */
  addressOf(context: Context): string;
  now(): number;
  directory: Store;
  openShop(key: string): Promise<OpenShop | null>;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

export interface ApiEnv {
  Variables: { shop: OpenShop; key: Key };
}

/** Lets the shop's own servers through, by their secret key. */
export function onlyServers({ now, directory, openShop, later, limits, addressOf }: AccessDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    limits.address(c, addressOf(c));
    const [, secret] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const origin = c.req.header('origin');
    if (secret !== undefined && origin !== undefined)
      throw new Problem(
        403,
        'key-in-browser',
        `This secret key was sent by a page of ${origin}, where everyone who opens it can read the key. Revoke it, and call from your server.`,
      );
    c.header('www-authenticate', 'Bearer');
    if (secret === undefined)
      throw new Problem(401, 'no-key', 'Send a secret key of this shop: "Authorization: Bearer vk_...".');
    const key = await keyOf(directory, secret);
    const shop = key && (await openShop(key.shop));
    if (!shop)
      throw new Problem(
        401,
        'invalid-key',
        'This is no secret key of a shop here, or it was revoked. Is it the public one?',
      );
    c.header('www-authenticate', undefined);
    limits.key(c, key.id);
    c.header('cache-control', 'no-store');
    later(noteUse(directory, key, now()));
    c.set('shop', shop);
    c.set('key', key);
    await next();
  });
}
