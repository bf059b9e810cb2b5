import { Hono } from 'hono';
import { z } from 'zod';
import { insteads, largestShare } from '../decide/comparison.ts';
import type { ComparisonChoice } from '../decide/comparison-choice.ts';
import { jsonBody } from '../valid.ts';

interface Env {
  Variables: { shop: { comparison: ComparisonChoice } };
}

const Chosen = z.object({
  share: z.number().int().min(0).max(largestShare),
  instead: z.enum(insteads),
});

/** Of how many visitors the shelves are kept away, to know what they bring. */
export function shelfRoutes() {
  return new Hono<Env>()
    .get('/comparison', (c) => {
      const { share, instead } = c.get('shop').comparison;
      return c.json({ share, instead });
    })
    .put('/comparison', jsonBody(Chosen), async (c) => {
      await c.get('shop').comparison.choose(c.req.valid('json'));
      return c.body(null, 204);
    });
}
