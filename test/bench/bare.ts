import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** What it answers questions for recommendations with, in turns: texts of Vitrina's. */
let answers: string[] = [];
let asked = 0;
process.on('message', (texts: string[]) => {
  answers = texts;
});

/** The least that could be called a collector: reads a text, parses it, answers. */
const app = new Hono()
  .post('/v1/collect', async (c) => {
    const batch: unknown = JSON.parse(await c.req.text());
    return c.body(null, batch === null ? 400 : 204);
  })
  .post('/v1/recommendations', async (c) => {
    const question: unknown = JSON.parse(await c.req.text());
    const answer = answers[asked++ % answers.length] ?? '';
    return c.body(answer, question === null ? 400 : 200, { 'content-type': 'application/json' });
  });

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
  process.send?.({ port }),
);
process.once('disconnect', () => server.close());
