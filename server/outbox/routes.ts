import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { allSegments } from '../segments/segments.ts';
import { jsonBody } from '../valid.ts';
import { addEndpoint, endpointOf, endpointsOf, removeEndpoint, renewSecret, switchOn } from './endpoints.ts';
import type { Outbox } from './outbox.ts';

const NewEndpoint = z.object({ url: z.string().trim().min(1).max(500) });

/** Whom a segment tells of those who enter and leave it, under `/:segment`. */
export function endpointRoutes({ now, outbox }: { now(): number; outbox: Outbox }) {
  return new Hono<{ Variables: { shop: OpenShop } }>()
    .get('/:segment', async (c) => {
      return c.json({ endpoints: await endpointsOf(c.req.param('segment'), c.get('shop').store) });
    })
    .post('/:segment', jsonBody(NewEndpoint), async (c) => {
      const { store } = c.get('shop');
      const { id } = await segmentOf(c.req.param('segment'), c.get('shop'));
      return c.json(await addEndpoint(id, c.req.valid('json').url, store, now()), 201);
    })
    .post('/:segment/:id/test', async (c) => {
      const { store } = c.get('shop');
      const { id, name } = await segmentOf(c.req.param('segment'), c.get('shop'));
      const endpoint = await endpointOf(id, c.req.param('id'), store);
      return c.json(await outbox.test(endpoint, { id, name }, store));
    })
    .post('/:segment/:id/secret', async (c) => {
      const { segment, id } = c.req.param();
      return c.json({ secret: await renewSecret(segment, id, c.get('shop').store, now()) });
    })
    .post('/:segment/:id/on', async (c) => {
      const { segment, id } = c.req.param();
      await switchOn(segment, id, c.get('shop').store);
      return c.body(null, 204);
    })
    .delete('/:segment/:id', async (c) => {
      const { segment, id } = c.req.param();
      await removeEndpoint(segment, id, c.get('shop').store);
      return c.body(null, 204);
    });
}

async function segmentOf(id: string, { store }: OpenShop) {
  const segment = (await allSegments(store)).find((one) => one.id === id);
  if (!segment) throw new Problem(404, 'unknown-segment', `There is no segment "${id}".`);
  return segment;
}
