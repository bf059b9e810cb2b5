import { base64url } from '../identity/visitor-token.ts';
import type { Passwords } from '../staff/passwords.ts';

/** The most that workerd allows in production. */
const iterations = 100_000;

/** PBKDF2-HMAC-SHA-256 (RFC 8018), the best that WebCrypto has: `pbkdf2$<iterations>$<salt>$<key>`. */
export const pbkdf2Passwords: Passwords = {
  hash: async (password) => {
    const salt = base64url(crypto.getRandomValues(new Uint8Array(16)));
    return `pbkdf2$${iterations}$${salt}$${await derive(password, salt, iterations)}`;
  },
  verify: async (stored, password) => {
    const [kind, count, salt, key] = stored.split('$');
    if (kind !== 'pbkdf2' || !salt || !key) return false;
    return (await derive(password, salt, Number(count))) === key;
  },
};

async function derive(password: string, salt: string, iterations: number): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(password), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations };
  return base64url(new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256)));
}
