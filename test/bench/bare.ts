import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The least that could be called a collector: reads a text, parses it, answers. */
const app = new Hono().post('/v1/collect', async (c) => {
  const batch: unknown = JSON.parse(await c.req.text());
  return c.body(null, batch === null ? 400 : 204);
});

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
  process.send?.({ port }),
);
process.once('disconnect', () => server.close());
