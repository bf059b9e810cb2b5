import { Hono } from 'hono';
import { z } from 'zod';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { jsonBody, query } from '../valid.ts';
import type { CompanyBook } from './company-book.ts';
import { coverageOf } from './coverage.ts';

interface Env {
  Variables: {
    shop: {
      companies: CompanyBook;
      store: Pick<Store, 'all'>;
      save(): Promise<void>;
      audience: { renewTold(): Promise<void> };
    };
  };
}

interface Deps {
  now(): number;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
  /** The rows of a table that is sent. */
  rowsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): Parameters<CompanyBook['take']>[0];
}

const Named = z.object({ name: z.string().trim().min(1).max(200).default('companies.csv') });
const Belief = z.object({ days: z.number().int().min(1).max(3_650).nullable() });

const largest = 64 * 1024 * 1024;

export const companyLimit = limitBody(
  largest,
  `A file has at most ${largest / 1024 / 1024} MiB, and may be packed with gzip; "vitrina import companies" takes any.`,
);

/** Whose addresses are whose: what there is of it, a file in its place, and back again. */
export function companyRoutes({ now, later, rowsOf }: Deps) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { companies, store, save } = c.get('shop');
      await save();
      return c.json({
        current: companies.current(),
        previous: companies.previous(),
        coverage: await coverageOf(store, now()),
      });
    })
    .post('/', companyLimit, query(Named), async (c) => {
      const { companies, audience } = c.get('shop');
      if (!c.req.raw.body) throw new Problem(422, 'unreadable', 'The file is empty.', { field: 'file' });
      const { name } = c.req.valid('query');
      const taken = await companies.take(rowsOf(c.req.raw.body), { name, now: now() });
      // Whoever was of a company before there was a file is so again.
      later(audience.renewTold());
      return c.json(taken);
    })
    .delete('/', async (c) => {
      await c.get('shop').companies.remove();
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    })
    .post('/previous', async (c) => {
      await c.get('shop').companies.putBack();
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    })
    .put('/days', jsonBody(Belief), async (c) => {
      await c.get('shop').companies.believe(c.req.valid('json').days);
      later(c.get('shop').audience.renewTold());
      return c.body(null, 204);
    });
}
