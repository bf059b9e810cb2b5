import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../staff/passwords.ts';

/** argon2id with OWASP's first parameters: 19 MiB, two passes; about 45 ms. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const argon2Passwords: Passwords = {
  hash: (password) => hash(password, cost),
  verify: (stored, password) => verify(stored, password).catch(() => false),
};
