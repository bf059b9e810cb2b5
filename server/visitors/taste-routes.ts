import { Hono } from 'hono';
import type { OpenShop } from '../collect/open-shop.ts';
import { telling } from '../profiles/interest.ts';
import { defaultTaste, halfLifeBounds, speaksFor, TasteIn, weightBounds } from '../profiles/taste.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';
import { tasteEffect } from './taste-effect.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

/** What events weigh for a liking: `/`, and what another taste would change. */
export function tasteRoutes({ now, later }: { now(): number; later(work: Promise<unknown>): void }) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { taste, audience } = c.get('shop');
      const { most, step } = weightBounds;
      const bounds = telling.map((name) => ({
        ...{ name, step },
        ...(speaksFor(name) ? { least: 0, most } : { least: -most, most: 0 }),
      }));
      return c.json({
        taste: taste.current,
        defaults: defaultTaste,
        bounds: { weights: bounds, halfLifeDays: halfLifeBounds },
        history: await taste.history(),
        /** Of everyone, whose row segments are counted by has followed it: 0 to 1. */
        applied: audience.tasted,
      });
    })
    .post('/preview', jsonBody(TasteIn), async (c) =>
      c.json(await tasteEffect(c.req.valid('json'), c.get('shop'), now())),
    )
    .put('/', jsonBody(TasteIn), async (c) => {
      const { taste, audience } = c.get('shop');
      await taste.choose(c.req.valid('json'), { by: c.get('staff').email, at: now() });
      later(audience.retaste());
      return c.body(null, 204);
    });
}
