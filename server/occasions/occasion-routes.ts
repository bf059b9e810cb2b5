import { Hono } from 'hono';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';
import type { OccasionBook } from './occasion-book.ts';
import { Occasions } from './occasions.ts';

interface Env {
  Variables: { shop: { occasions: OccasionBook }; staff: Staff };
}

/** For which occasions the shop has gift lists. */
export function occasionRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { current, usual, coming, history } = c.get('shop').occasions;
      const soon = coming(now()).map(({ occasion, days, lead }) => ({ occasion, days, lead }));
      return c.json({ occasions: current, usual, coming: soon, history: await history() });
    })
    .put('/', jsonBody(Occasions), async (c) => {
      await c.get('shop').occasions.choose(c.req.valid('json'), { by: c.get('staff').email, at: now() });
      return c.body(null, 204);
    });
}
