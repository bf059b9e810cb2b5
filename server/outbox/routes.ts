import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { jsonBody } from '../valid.ts';
import { addEndpoint, endpointOf, endpointsOf, removeEndpoint, renewSecret, switchOn } from './endpoints.ts';
import type { Outbox } from './outbox.ts';
import { alertTopic, topicOf } from './topic.ts';

const NewEndpoint = z.object({ url: z.string().trim().min(1).max(500) });

/** Whom a segment tells of those who enter and leave it, under `/:segment`; and under that of alerts, whom those tell. */
export function endpointRoutes({ now, outbox }: { now(): number; outbox: Outbox }) {
  return new Hono<{ Variables: { shop: OpenShop } }>()
    .get('/:segment', async (c) => {
      return c.json({ endpoints: await endpointsOf(c.req.param('segment'), c.get('shop').store) });
    })
    .post('/:segment', jsonBody(NewEndpoint), async (c) => {
      const shop = c.get('shop');
      const { id } = await topicOf(c.req.param('segment'), shop);
      const added = await addEndpoint(id, c.req.valid('json').url, shop.store, now());
      await changed(id, shop);
      return c.json(added, 201);
    })
    .post('/:segment/:id/test', async (c) => {
      const { store } = c.get('shop');
      const { id, example } = await topicOf(c.req.param('segment'), c.get('shop'));
      const endpoint = await endpointOf(id, c.req.param('id'), store);
      return c.json(await outbox.test(endpoint, example, store));
    })
    .post('/:segment/:id/secret', async (c) => {
      const { segment, id } = c.req.param();
      return c.json({ secret: await renewSecret(segment, id, c.get('shop').store, now()) });
    })
    .post('/:segment/:id/on', async (c) => {
      const { segment, id } = c.req.param();
      await switchOn(segment, id, c.get('shop').store);
      await changed(segment, c.get('shop'));
      return c.body(null, 204);
    })
    .delete('/:segment/:id', async (c) => {
      const { segment, id } = c.req.param();
      await removeEndpoint(segment, id, c.get('shop').store);
      await changed(segment, c.get('shop'));
      return c.body(null, 204);
    });
}

/** Whether an address is asked for goes by whether somebody hears of it. */
async function changed(topic: string, { alerts }: OpenShop): Promise<void> {
  if (topic === alertTopic) await alerts.readEndpoints();
}
