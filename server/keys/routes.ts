import { Hono } from 'hono';
import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import type { Staff } from '../staff/table.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { createKey, keysOf, revokeKey } from './keys.ts';

const NewKey = z.object({ name: z.string().trim().min(1).max(100).regex(plainText) });

/** The shop's secret keys. The text of a key is in the one answer that creates it. */
export function keyRoutes({ directory, now }: { directory: Store; now(): number }) {
  return new Hono<{ Variables: { staff: Staff } }>()
    .get('/', async (c) => c.json({ keys: await keysOf(directory, c.get('staff').shop) }))
    .post('/', jsonBody(NewKey), async (c) => {
      const { shop } = c.get('staff');
      return c.json(await createKey(directory, { shop, ...c.req.valid('json') }, now()), 201);
    })
    .delete('/:id', async (c) => {
      const id = c.req.param('id');
      const known = await revokeKey(directory, c.get('staff').shop, id, now());
      if (!known) throw new Problem(404, 'unknown-key', `There is no key "${id}".`);
      return c.body(null, 204);
    });
}
