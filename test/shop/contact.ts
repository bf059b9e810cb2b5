import type { Customer } from './books.ts';
import { hash } from './hash.ts';

/** What an account has beside the name. */
export interface Contact {
  email: string;
  phone: string;
}

/** Made up, as the names are: of a domain that nobody can have (RFC 2606), and a number that is nobody's (Ofcom, for drama). */
export function contactOf({ id, name }: Customer): Contact {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? ['customer'];
  return {
    email: `${words.join('.')}.${id}@example.com`,
    phone: `+447700900${String(hash(id) % 1_000).padStart(3, '0')}`,
  };
}
