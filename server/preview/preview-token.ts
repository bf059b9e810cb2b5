import { sign, verify } from 'hono/jwt';
import { z } from 'zod';

/**
 * Opens one draft for reading, on the pages of one shop, for minutes; and nothing else: it is no session of staff and no visitor.
 * A JSON Web Token (RFC 7519, HS256) by the shop's own key.
 */
const Claims = z.object({
  use: z.literal('preview'),
  /** The shop's public key, and which preview. */
  shop: z.string(),
  preview: z.string(),
  /** Seconds since 1970. */
  exp: z.number(),
});

/** ms. */
export const previewLife = 30 * 60_000;

export function signPreview(
  { shop, preview, expiresAt }: { shop: string; preview: string; expiresAt: number },
  secret: string,
): Promise<string> {
  return sign({ use: 'preview', shop, preview, exp: Math.floor(expiresAt / 1_000) }, secret, 'HS256');
}

/** Null for anything that this shop did not sign, or that is over. `now` in ms. */
export async function readPreview(
  token: string,
  { key, tokenSecret }: { key: string; tokenSecret: string },
  now: number,
): Promise<{ preview: string } | null> {
  const checks = { alg: 'HS256', exp: false, iat: false, nbf: false } as const;
  const { data } = Claims.safeParse(await verify(token, tokenSecret, checks).catch(() => null));
  return data && data.shop === key && data.exp * 1_000 > now ? { preview: data.preview } : null;
}
