import { Hono } from 'hono';
import type { OpenShop } from '../collect/open-shop.ts';
import { Occasions } from '../occasions/occasions.ts';
import { giftBand } from '../recommend/gift-band.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

/** For which occasions the shop has gift lists, and what people spend on them. */
export function occasionRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { occasions, model, catalog } = c.get('shop');
      const { current, usual, coming, history } = occasions;
      const soon = coming(now()).map(({ occasion, days, lead }) => ({ occasion, days, lead }));
      const [next] = coming(now());
      const learnt = next
        ? giftBand({ past: next.past, price: { how: 'learnt' } }, { model, catalog, now: now() })
        : null;
      return c.json({ occasions: current, usual, coming: soon, learnt, history: await history() });
    })
    .put('/', jsonBody(Occasions), async (c) => {
      await c.get('shop').occasions.choose(c.req.valid('json'), { by: c.get('staff').email, at: now() });
      return c.body(null, 204);
    });
}
