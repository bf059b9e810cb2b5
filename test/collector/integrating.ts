import { describe, expect, test } from 'vitest';
import type { Problem } from './shopper.ts';
import { browserWords, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

interface Created {
  key: { id: string; name: string; ending: string };
  secret: string;
}

interface Done {
  kept: number;
  known: number;
  upserted: number;
  deleted: number;
  refused: { index: number; field: string; reason: string }[];
}

const tea = (words: object = {}) => ({
  item_id: `TEA-${crypto.randomUUID()}`,
  item_name: 'Чай <b>',
  item_category: 'Teas',
  price: '199,50',
  url: 'https://www.shop.example/tea',
  ...words,
});

/** What the shop's own servers tell and ask, with a secret key. */
export function integrating(stage: () => Stage): void {
  const newKey = async (name = 'Warehouse') => {
    const answer = await stage().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name }) });
    expect(answer.status).toBe(201);
    return (await answer.json()) as Created;
  };
  let shared: Promise<Created> | null = null;
  /** A request of the shop's server; without a key given, with one that is good. */
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    shared ??= newKey();
    return fetch(`${stage().origin}/v1${path}`, {
      headers: {
        authorization: `Bearer ${(await shared).secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  };
  const done = async (path: string, body: unknown) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Done;
  };
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    return (await answer.json()) as Problem;
  };

  describe('a secret key', () => {
    test('is shown once, listed by its last letters with its last use, and opens nothing once revoked', async () => {
      const { owner, origin } = stage();
      const { key, secret } = await newKey('Shop backend');
      expect(secret).toMatch(/^vk_[\w-]{43}$/);
      const get = () => fetch(`${origin}/v1/export`, { headers: { authorization: `Bearer ${secret}` } });
      const opened = await get();
      await opened.text();
      expect(opened.status).toBe(200);
      const listed = async () => {
        const text = await (await owner.ask('/keys')).text();
        expect(text).not.toContain(secret);
        const { keys } = JSON.parse(text) as { keys: { id: string; lastUsedAt: number | null; ending: string }[] };
        return keys.find(({ id }) => id === key.id);
      };
      await expect.poll(listed).toMatchObject({ ending: secret.slice(-4), lastUsedAt: expect.any(Number) });
      expect((await owner.ask(`/keys/${key.id}`, { method: 'DELETE' })).status).toBe(204);
      const refused = await get();
      expect([refused.status, (await problem(refused)).code]).toEqual([401, 'invalid-key']);
    });

    test('of another shop, the public key, a guess, and none at all are turned away', async () => {
      const { owner, other, origin } = stage();
      const foreign = await other.owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Theirs' }) });
      const { secret } = (await foreign.json()) as Created;
      const given = [`Bearer ${secret}`, `Bearer ${owner.site}`, 'Bearer vk_guess', 'Basic dXNlcg==', ''];
      for (const authorization of given) {
        const answer = await fetch(`${origin}/v1/catalog/A`, { headers: authorization ? { authorization } : {} });
        expect([authorization, answer.status, answer.headers.get('www-authenticate')]).toEqual([
          authorization,
          401,
          'Bearer',
        ]);
        await problem(answer);
      }
    });

    test.each(['catalog', 'orders', 'events', 'rates'])('that nobody has tells nothing at /v1/%s', async (path) => {
      const answer = await ask(`/${path}`, { [path]: [{}] }, { authorization: `Bearer vk_${'x'.repeat(43)}` });
      expect([answer.status, (await problem(answer)).code]).toEqual([401, 'invalid-key']);
    });

    test('is refused from a page, with the words that say why', async () => {
      const answer = await ask('/catalog', { delete: ['x'] }, { origin: shopOrigin });
      expect(answer.status).toBe(403);
      expect(await problem(answer)).toMatchObject({
        code: 'key-in-browser',
        detail: expect.stringContaining('Revoke it'),
      });
    });

    test.each(['GET', 'POST'])('cannot be asked for without signing in (%s)', async (method) => {
      const answer = await fetch(`${stage().origin}/admin/api/keys`, { method, headers: { 'x-vitrina': '1' } });
      expect(answer.status).toBe(401);
    });
  });

  describe('a product that the server sends', () => {
    test('is in the catalogue at once: read back, and named in what a page sends next', async () => {
      const product = tea();
      expect(await done('/catalog', { upsert: [product] })).toEqual({ upserted: 1, deleted: 0, refused: [] });
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject({
        item_name: 'Чай <b>',
        price: '199.50',
        currency: 'EUR',
        availability: 'in_stock',
      });
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view, visitor.event('view_item', { items: [{ item_id: product.item_id }] })]);
      const { viewed } = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(viewed).toMatchObject([{ id: product.item_id, name: 'Чай <b>' }]);
    });

    test('has attributes and places where it is sold, which outlive a crash; what is none of them is refused alone', async () => {
      const attributes = { colour: ['red', 'blue'], weight: { value: 250, unit: 'g' }, pieces: 6 };
      const words = { item_category2: 'Green', attributes, sold_in: ['UA-46', 'RO'] };
      const product = tea(words);
      const wrong = [
        { attributes: { colour: [] } },
        { attributes: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`a${n}`, 1])) },
        { sold_in: ['Ukraine'] },
      ].map((words) => tea(words));
      const { upserted, refused } = await done('/catalog', { upsert: [product, ...wrong] });
      expect([upserted, refused.map(({ index, field }) => [index, field.split('.')[0]])]).toEqual([
        ...[
          1,
          [
            [1, 'attributes'],
            [2, 'attributes'],
            [3, 'sold_in'],
          ],
        ],
      ]);
      const said = {
        category_path: ['Green'],
        attributes: { colour: ['red', 'blue'], weight: [{ value: 250, unit: 'g' }], pieces: [6] },
        ...{ sold_in: ['UA-46', 'RO'], not_sold_in: [] },
      };
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject(said);
      await stage().crash();
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject(said);
    });

    test('names what goes with it and what it is a variant of, which outlive a crash; too many are refused', async () => {
      const product = tea({ accessories: ['CUP', 'POT'], variant_of: 'TEAS' });
      const wrong = [{ accessories: Array.from({ length: 51 }, (_, n) => `A${n}`) }, { variant_of: '' }].map(tea);
      const { refused } = await done('/catalog', { upsert: [product, ...wrong] });
      expect(refused.map(({ index, field }) => [index, field])).toEqual([
        [1, 'accessories'],
        [2, 'variant_of'],
      ]);
      const said = { accessories: ['CUP', 'POT'], variant_of: 'TEAS' };
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject(said);
      await stage().crash();
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject(said);
    });

    test('keeps the day on which it was first offered, and outlives a crash', async () => {
      const product = tea({ added: '2026-01-02T03:04:05Z' });
      await done('/catalog', { upsert: [product] });
      await done('/catalog', { upsert: [{ ...product, added: undefined, price: 5, availability: 'out_of_stock' }] });
      await stage().crash();
      expect(await (await ask(`/catalog/${product.item_id}`)).json()).toMatchObject({
        price: '5.00',
        availability: 'out_of_stock',
        added: '2026-01-02T03:04:05.000Z',
      });
    });

    test.each([
      ['in another field', { products: [tea()] }, 'products'],
      ['beside a field that there is not', { upsert: [tea()], remove: ['A'] }, 'remove'],
      ['nowhere', { upsert: [], delete: [] }, 'upsert'],
      ['nowhere at all', {}, 'upsert'],
    ])('%s is refused whole, instead of a 200 that did nothing', async (_, body, field) => {
      const answer = await ask('/catalog', body);
      expect(answer.status).toBe(422);
      expect(await problem(answer)).toMatchObject({ code: 'invalid', field });
    });

    test('goes when it is deleted', async () => {
      const product = tea();
      await done('/catalog', { upsert: [product] });
      expect(await done('/catalog', { delete: [product.item_id, 'never-there'] })).toMatchObject({ deleted: 1 });
      expect((await ask(`/catalog/${product.item_id}`)).status).toBe(404);
    });

    test('is refused alone where it is wrong, by its place and field', async () => {
      const good = tea();
      const wrong = [
        tea({ url: 'javascript:alert(1)' }),
        tea({ price: 'cheap' }),
        tea({ currency: 'QQQ' }),
        tea({ price: -1 }),
        tea({ url: 'https://shop.example/\ud800' }),
        7,
      ];
      const { upserted, refused } = await done('/catalog', { upsert: [...wrong, good] });
      expect(upserted).toBe(1);
      expect(refused.map(({ index, field }) => [index, field])).toEqual([
        [0, 'url'],
        [1, 'price'],
        [2, 'currency'],
        [3, 'price'],
        [4, 'url'],
        [5, ''],
      ]);
      const answer = await ask('/catalog', { upsert: wrong });
      expect([answer.status, (await problem(answer)).field]).toEqual([422, 'upsert.0.url']);
    });

    test.each([
      ['more than a call may have', { delete: Array.from({ length: 1001 }, String) }, 422, 'delete'],
      [
        'more of both than a call may have',
        { upsert: Array(600).fill({}), delete: Array(600).fill('x') },
        422,
        'upsert',
      ],
      ['no list', { upsert: 'all' }, 422, 'upsert'],
    ])('is refused with all others where there is %s', async (_, body, status, field) => {
      const answer = await ask('/catalog', body);
      expect([answer.status, (await problem(answer)).field]).toEqual([status, field]);
    });
  });

  describe('an order that the server reports', () => {
    const order = (words: object = {}) => ({
      order_id: crypto.randomUUID(),
      time: new Date(Date.now() - 3_600_000).toISOString(),
      customer: { id: crypto.randomUUID(), name: 'Олена' },
      items: [{ item_id: 'A1', item_name: 'Green tea', quantity: 2, price: '199,50' }],
      tax: 20,
      ...words,
    });
    const exported = async (customer: string) =>
      (await (await ask(`/profiles/${customer}`)).json()) as {
        profile: { who: string; orders: number; net: object[] };
        events: { id: string; name: string; value: number; params: object }[];
      };

    test("is its customer's: bought, paid, and refunded in part, in minor units, each once", async () => {
      const first = order({ status: 'placed', currency: 'UAH' });
      expect(await done('/orders', { orders: [first] })).toEqual({ kept: 1, known: 0, refused: [] });
      const later = {
        ...first,
        status: 'paid',
        updated: Date.now(),
        refunds: [{ refund_id: 'R1', time: Date.now(), items: [{ item_id: 'A1', price: 199.5 }] }],
      };
      expect(await done('/orders', { orders: [later, first] })).toEqual({ kept: 1, known: 1, refused: [] });
      const { profile, events } = await exported(first.customer.id);
      expect(profile).toMatchObject({ who: 'Олена', orders: 1, net: [{ amount: 19950, currency: 'UAH' }] });
      expect(events.map(({ name, value, params }) => [name, value ?? params])).toEqual([
        ['purchase', 39900],
        ['order_status', { status: 'placed' }],
        // What it is since then: the lines are the same.
        ['order_amended', 39900],
        ['order_status', { status: 'paid' }],
        ['refund', 19950],
      ]);
      expect(events[0]).toMatchObject({ id: `order:${first.order_id}:server`, params: { tax: 2000 } });
    });

    test.each([
      ['without items', { items: [] }, 'orders.0.items'],
      ['with an amount that is none', { shipping: 'free' }, 'orders.0.shipping'],
      ['with an item whose price is none', { items: [{ item_id: 'A', price: 'x' }] }, 'orders.0.items.0.price'],
      ['in a currency that is none', { currency: 'QQQ' }, 'orders.0.currency'],
      ['from the future', { time: '2099-01-01T00:00:00Z' }, 'orders.0.time'],
      ['with a time that is none', { time: 'yesterday' }, 'orders.0.time'],
      ['in a state that is none', { status: 'lost' }, 'orders.0.status'],
      ['with a refund of nothing', { refunds: [{ refund_id: 'R', time: 1 }] }, 'orders.0.refunds.0.value'],
      ['with a number that no column holds', { order_id: 'a\ud800' }, 'orders.0.order_id'],
    ])('is refused whole %s', async (_, words, field) => {
      const wrong = order(words);
      const answer = await ask('/orders', { orders: [wrong] });
      expect([answer.status, (await problem(answer)).field]).toEqual([422, field]);
      expect((await ask(`/profiles/${wrong.customer.id}`)).status).toBe(404);
    });
  });

  describe('an event that the server sends', () => {
    const call = (words: object = {}) => ({
      ...{ id: crypto.randomUUID(), name: 'message', time: new Date().toISOString(), params: { channel: 'call' } },
      ...words,
    });

    test('is in the timeline of the visitor whose token it carries, once', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const event = call({ token: visitor.token });
      expect(await done('/events', { events: [event] })).toEqual({ kept: 1, known: 0, refused: [] });
      expect(await done('/events', { events: [event] })).toEqual({ kept: 0, known: 1, refused: [] });
      const timeline = await stage().owner.timeline(await stage().owner.visitorOf(view.id));
      expect(timeline.filter(({ name }) => name === 'message')).toHaveLength(1);
    });

    test('makes a person of a customer number', async () => {
      const customer = crypto.randomUUID();
      await done('/events', { events: [call({ customer })] });
      expect((await ask(`/profiles/${customer}`)).status).toBe(200);
    });

    test('is refused alone where nobody is named, a token is forged, or the name is sent elsewhere', async () => {
      const { refused, kept } = await done('/events', {
        events: [
          call(),
          call({ token: 'made.up.1234567890123456789012' }),
          call({ customer: '1', name: 'purchase' }),
          call({ customer: '1', name: 'decision' }),
          call({ customer: '1', time: '2020-01-01T00:00:00Z' }),
          call({ customer: '1' }),
        ],
      });
      expect(kept).toBe(1);
      expect(refused.map(({ index, field }) => [index, field])).toEqual([
        [0, 'customer'],
        [1, 'token'],
        [2, 'name'],
        [3, 'name'],
        [4, 'time'],
      ]);
    });
  });

  describe('an Idempotency-Key', () => {
    test('gives the same answer to the same body, and refuses another', async () => {
      const key = { 'idempotency-key': crypto.randomUUID() };
      const body = { upsert: [tea()] };
      const first = await ask('/catalog', body, key);
      await ask('/catalog', { delete: [body.upsert[0]?.item_id] });
      const again = await ask('/catalog', body, key);
      expect([again.status, again.headers.get('idempotency-replayed'), await again.text()]).toEqual([
        200,
        'true',
        await first.text(),
      ]);
      expect((await ask(`/catalog/${body.upsert[0]?.item_id}`)).status).toBe(404);
      const other = await ask('/catalog', { upsert: [tea()] }, key);
      expect([other.status, (await problem(other)).code]).toEqual([409, 'idempotency-key-reused']);
    });

    test('is still known after a crash, and a refusal is answered the same too', async () => {
      const key = { 'idempotency-key': crypto.randomUUID() };
      const first = await ask('/orders', { orders: [{}] }, key);
      await stage().crash();
      const again = await ask('/orders', { orders: [{}] }, key);
      expect([again.status, again.headers.get('content-type'), await again.text()]).toEqual([
        422,
        'application/problem+json',
        await first.text(),
      ]);
    });
  });

  describe('the export', () => {
    test('has every product and every event, a line each', async () => {
      const product = tea();
      await done('/catalog', { upsert: [product] });
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      const answer = await ask('/export', undefined, { 'user-agent': browserWords });
      expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
      const lines = (await answer.text()).trim().split('\n');
      const all = lines.map((line) => JSON.parse(line) as { product?: { id: string }; event?: { id: string } });
      expect(all.some((line) => line.product?.id === product.item_id)).toBe(true);
      expect(all.at(-1)?.event?.id).toBe(view.id);
    });
  });

  describe('the document of the API', () => {
    test('is OpenAPI 3.1 with the fields that the calls check', async () => {
      const document = await (await fetch(`${stage().origin}/openapi.json`)).json();
      expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: stage().origin }] });
      const body = document.paths['/v1/orders'].post.requestBody.content['application/json'].schema;
      expect(body.properties.orders.items.required).toEqual(['order_id', 'time', 'items']);
      expect(document.paths['/v1/collect'].post.security).toEqual([]);
      expect(JSON.stringify(document)).not.toContain('#/$defs');
    });

    test('is a page to read, under a policy that lets nothing else in', async () => {
      const answer = await fetch(`${stage().origin}/docs`);
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
      const text = await answer.text();
      for (const path of ['/v1/catalog', '/v1/orders', '/v1/events', '/v1/export', '/v1/collect'])
        expect(text).toContain(path);
      for (const said of ['segment.entered', 'segment.left', 'webhook-signature']) expect(text).toContain(said);
      expect(text).not.toMatch(/<script|<style|style=/);
      expect((await fetch(`${stage().origin}/docs.css`)).headers.get('content-type')).toContain('text/css');
    });
  });
}
