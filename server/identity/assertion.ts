import { sign, verify } from 'hono/jwt';
import { z } from 'zod';
import type { Identity } from '../log/log-event.ts';
import { plainText } from '../plain-text.ts';
import type { Shop } from '../shops/table.ts';

/**
 * The shop's backend says who has logged in: a JSON Web Token (RFC 7519, HS256) that lives for minutes, so that one found in
 * a log or a history opens nothing. Any backend has a library that makes it.
 */
const Claims = z.object({
  /** The shop's customer number. */
  sub: z.union([z.string().min(1).max(100).regex(plainText), z.number().transform(String)]),
  name: z.string().max(200).regex(plainText).optional(),
  /** With its `..._verified` (OpenID Connect Core 5.1), it joins people as the number does. */
  email: z.string().max(200).regex(plainText).optional(),
  email_verified: z.boolean().optional(),
  phone_number: z.string().max(40).regex(plainText).optional(),
  phone_number_verified: z.boolean().optional(),
  /** Where it is given, the token speaks for the first visitor that brings it, and for no other. */
  jti: z.string().min(1).max(100).regex(plainText).optional(),
  /** For whom it was written: where that is said, the shop has to be among them, by its public key. */
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  iat: z.number(),
  exp: z.number(),
});

/** Seconds. */
export const longestLife = 15 * 60;

/** Null for anything that the shop did not sign, or not just now. `now` is in ms. */
export async function readAssertion(
  token: string,
  { identitySecret, key }: Pick<Shop, 'identitySecret' | 'key'>,
  now: number,
): Promise<Identity | null> {
  const payload = await verify(token, identitySecret, { alg: 'HS256', exp: false, iat: false, nbf: false }).catch(
    () => null,
  );
  const { data } = Claims.safeParse(payload);
  if (!data) return null;
  const seconds = now / 1000;
  if (data.exp < seconds || data.iat > seconds + 60 || data.exp - data.iat > longestLife) return null;
  if (data.aud !== undefined && ![data.aud].flat().includes(key)) return null;
  return {
    customer: data.sub,
    ...(data.name ? { name: data.name } : {}),
    ...(data.email && data.email_verified ? { email: data.email } : {}),
    ...(data.phone_number && data.phone_number_verified ? { phone: data.phone_number } : {}),
    ...(data.jti ? { proof: data.jti } : {}),
    evidence: 'signed',
  };
}

type Signed = Pick<
  z.input<typeof Claims>,
  'sub' | 'name' | 'email' | 'email_verified' | 'phone_number' | 'phone_number_verified'
>;

/** What a shop's backend does after a sign-in. */
export function signAssertion(who: Signed, secret: string, now: number): Promise<string> {
  const iat = Math.floor(now / 1000);
  return sign({ ...who, iat, exp: iat + 300, jti: crypto.randomUUID() }, secret, 'HS256');
}
