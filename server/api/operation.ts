import type { z } from 'zod';

/** What a call of the API is, for its document: it stands beside its route, and is made of the schemas that the route checks with. */
export interface Operation {
  method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/v1/catalog/{id}`. */
  path: `/v1/${string}`;
  summary: string;
  text: string;
  /**
   * `key`: a secret key of the shop's server. `page`: a page of the shop. `visitor`: such a page, with the visitor's token.
   * `either`: such a page, or a server with its key. `signature`: the sender signs the body.
   */
  access: 'key' | 'page' | 'visitor' | 'either' | 'signature';
  /** Name -> what it says. */
  query?: Record<string, { text: string; required?: true }>;
  body?: { type: string; schema: z.ZodType; example: unknown };
  /** Understands `Idempotency-Key`. */
  idempotent?: true;
  answers: Record<number, { text: string; type?: string; schema?: z.ZodType }>;
}

/** What we tell a system of the shop's, for the same document. */
export interface MessageOut {
  /** As the body's `type` says it. */
  name: string;
  summary: string;
  text: string;
  /** Name -> what it says. */
  headers: Record<string, string>;
  schema: z.ZodType;
  example: unknown;
}
