import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { EndpointView } from '../server/outbox/endpoints.ts';
import { type Owner, signUp } from './collector/owner.ts';
import { shopper } from './collector/shopper.ts';
import type { Stage } from './collector/stage.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { type Installation, runtimes } from './runtimes.ts';

interface Document {
  webhooks: Record<
    string,
    {
      post: {
        parameters: { name: string }[];
        requestBody: { content: Record<string, { schema: Parameters<typeof z.fromJSONSchema>[0]; example: unknown }> };
      };
    }
  >;
}

/** Who enters a segment is told to a system on this machine. */
describe.each(runtimes)('on $name', (runtime) => {
  let shop: Installation;
  let owner: Owner;
  let server: FeedServer;
  beforeAll(async () => {
    server = await startFeedServer();
    shop = await runtime.start('https://www.shop.example', { privateFeeds: true });
    owner = await signUp(shop);
  });
  afterAll(async () => {
    await shop?.stop();
    await server?.stop();
  });

  const ask = async (path: string, method: string, body?: object) =>
    owner.ask(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  test('a visitor’s view is heard of, and asked again for after a failure', async () => {
    const heard: { headers: Record<string, string>; body: string }[] = [];
    const url = server.answer('/hear', (request: IncomingMessage, response) => {
      void text(request).then((body) => {
        heard.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(heard.length === 2 ? 503 : 204).end();
      });
    });
    const rule = { did: 'view_item', is: '>=', times: 1, within: 7 };
    const { id } = (await (await ask('/segments', 'POST', { name: 'Looks', rule })).json()) as { id: string };
    const made = (await (await ask(`/endpoints/${id}`, 'POST', { url })).json()) as { id: string; secret: string };
    const tried = await ask(`/endpoints/${id}/${made.id}/test`, 'POST');
    expect(await tried.json()).toMatchObject({ status: 204 });
    await expect
      .poll(async () => ((await owner.read(`/segments/${id}/days`)) as { days: object[] }).days.length)
      .toBe(1);
    const visitor = shopper({ origin: shop.origin, owner } as Stage);
    const view = visitor.event('view_item', { items: [{ item_id: 'TEA-1' }] });
    await visitor.send([view]);
    await expect.poll(() => heard.length).toBe(3);
    const [, first, again] = heard.map(({ headers, body }) => ({
      id: headers['webhook-id'],
      said: new Webhook(made.secret).verify(body, headers),
    }));
    expect(first).toEqual(again);
    expect(first?.said).toMatchObject({
      type: 'segment.entered',
      data: { segment: { id, name: 'Looks' }, customer: null, visitor: await owner.visitorOf(view.id) },
    });
    const { webhooks } = (await (await fetch(`${shop.origin}/openapi.json`)).json()) as Document;
    const described = webhooks['segment.entered']?.post;
    const { schema, example } = described?.requestBody.content['application/json'] ?? {};
    const Described = z.fromJSONSchema(schema ?? false);
    for (const said of [first?.said, example]) expect(Described.safeParse(said)).toMatchObject({ success: true });
    expect(Described.safeParse({ ...(first?.said as object), type: 'segment.seen' }).success).toBe(false);
    const sent = Object.keys(heard[1]?.headers ?? {}).filter((header) => header.startsWith('webhook-'));
    expect(described?.parameters.map(({ name }) => name).sort()).toEqual(sent.sort());
    await expect
      .poll(async () => {
        const { endpoints } = (await owner.read(`/endpoints/${id}`)) as { endpoints: EndpointView[] };
        return endpoints.map(({ failingSince, offAt, deliveries }) => [
          ...[failingSince, offAt],
          ...deliveries.map(({ status }) => status),
        ]);
      })
      .toEqual([[null, null, 204, 503, 204]]);
    expect(JSON.stringify(await owner.read(`/endpoints/${id}`))).not.toContain(made.secret);
    expect((await ask(`/endpoints/${id}/${made.id}`, 'DELETE')).status).toBe(204);
    expect(await owner.read(`/endpoints/${id}`)).toEqual({ endpoints: [] });
  });
});
