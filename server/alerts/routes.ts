import { Hono } from 'hono';
import type { OpenShop } from '../collect/open-shop.ts';

type Env = { Variables: { shop: OpenShop } };

/** Products that most people wait for. */
export function alertRoutes() {
  return new Hono<Env>().get('/', async (c) => {
    const { alerts, catalog } = c.get('shop');
    const waiting = await alerts.mostWaited();
    return c.json({
      waiting: waiting.map((one) => ({ ...one, name: catalog.get(one.product)?.name ?? null })),
      /** Somebody's system writes letters. */
      canMail: alerts.canMail,
    });
  });
}
