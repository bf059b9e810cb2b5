import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../server/log/log-event.ts';
import { handover } from './handing-over.ts';
import { newPerson, signedIn } from './knowing.ts';
import { type Problem, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** Someone with a long story in the shop, and everything by which they could be found afterwards. */
export interface Life {
  customer: string;
  phone: Awaited<ReturnType<typeof signedIn>>;
  /** A device that was taken for theirs, until staff said otherwise. */
  stranger: Awaited<ReturnType<typeof signedIn>>;
  traces: string[];
}

/** A request of the shop's server. */
export async function asServer({ origin, owner }: Pick<Stage, 'origin' | 'owner'>) {
  const made = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Backend' }) });
  const { secret } = (await made.json()) as { secret: string };
  return (
    path: string,
    { method = 'GET', body, headers = {} }: RequestInit & { headers?: Record<string, string> } = {},
  ) =>
    fetch(`${origin}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    });
}

/** `name`: of one word that nothing else has. */
export async function live(stage: Stage, name: string): Promise<Life> {
  const number = crypto.randomUUID();
  const address = `${name}.person@example.com`.toLowerCase();
  const telephone = `+38067${Math.floor(Math.random() * 9e6 + 1e6)}`;
  const who = {
    ...newPerson(name),
    email: address,
    email_verified: true,
    phone_number: telephone,
    phone_number_verified: true,
  };
  const jti = `proof-${crypto.randomUUID()}`;
  const phone = await signedIn(stage, { ...who, jti });
  const laptop = await signedIn(stage, who);
  const stranger = await signedIn(stage, who);
  await stage.owner.ask(`/visitors/${stranger.id}/unmerge`, { method: 'POST', body: '{}' });

  const { visitor } = phone;
  visitor.open(`/account/${name}`, `Hello ${name}`);
  const mug = { item_id: 'MUG', item_name: `A mug for ${name}`, price: 12 };
  const order = { currency: 'EUR', value: 24, tax: 2, coupon: `${name}10`, items: [{ ...mug, quantity: 2 }] };
  await visitor.send(
    [
      visitor.event('page_view'),
      visitor.event('search', { search_term: `ring for ${name}` }),
      visitor.event('add_to_cart', { items: [mug], note: `gift of ${name}` }),
      visitor.event('purchase', { ...order, transaction_id: `${number}-1`, delivery: `${name} street 1` }),
      visitor.event('purchase', { ...order, transaction_id: `${number}-2` }),
      visitor.event('add_to_cart', { items: [{ ...mug, price: 'dear' }] }),
    ],
    { slots: ['greeting', 'home'] },
  );
  const { handover: word } = await handover(stage, visitor.token ?? '');
  await shopper(stage).send([], { handover: word });

  const ask = await asServer(stage);
  const items = [{ item_id: 'MUG', item_name: `A mug for ${name}`, quantity: 2, price: 12 }];
  const placed = { time: new Date().toISOString(), currency: 'EUR', customer: { id: who.sub, name }, items };
  const orders = [
    { ...placed, order_id: `${number}-2`, status: 'shipped', coupon: `${name}10` },
    {
      ...placed,
      order_id: `${number}-3`,
      refunds: [{ refund_id: '1', time: placed.time, items: [{ item_id: 'MUG', price: 12 }] }],
    },
  ];
  const sent = { method: 'POST', headers: { 'idempotency-key': `orders-of-${name}` } };
  expect((await ask('/orders', { ...sent, body: JSON.stringify({ orders }) })).status).toBe(200);
  const call = { id: `call-${name}`, name: 'message', time: placed.time, customer: who.sub, params: { said: name } };
  expect((await ask('/events', { ...sent, body: JSON.stringify({ events: [call] }) })).status).toBe(200);
  const fact = { type: 'text', value: `Heard of ${name}` };
  const profiles = [
    { customer: who.sub, traits: { rumour: fact } },
    { email: address, traits: { gossip: fact } },
  ];
  expect((await ask('/profiles', { ...sent, body: JSON.stringify({ source: 'crm', profiles }) })).status).toBe(200);
  const corrected = `corrected.${name}@example.com`.toLowerCase();
  const edit = { method: 'POST', body: JSON.stringify({ traits: { email: corrected } }) };
  expect((await stage.owner.ask(`/visitors/${phone.id}/edits`, edit)).status).toBe(204);
  return {
    customer: who.sub,
    phone,
    stranger,
    traces: [
      name,
      address,
      corrected,
      telephone.slice(1),
      who.sub,
      jti,
      phone.id,
      laptop.id,
      visitor.token ?? '',
      word.slice(word.lastIndexOf('.') + 1),
    ],
  };
}

/** Which of these a text has; capitals do not count. */
export function tracesIn(text: string, traces: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return traces.filter((trace) => lower.includes(trace.toLowerCase()));
}

async function exportedEvents(ask: Awaited<ReturnType<typeof asServer>>): Promise<LogEvent[]> {
  const lines = (await (await ask('/export')).text()).trim().split('\n');
  return lines.flatMap((line) => (JSON.parse(line) as { event?: LogEvent }).event ?? []);
}

export function erasing(stage: () => Stage): void {
  /** Everything that can be asked about anyone. */
  const everything = async (ask: Awaited<ReturnType<typeof asServer>>) => {
    const { owner } = stage();
    const asked = await Promise.all([
      ask('/export').then((answer) => answer.text()),
      ...['/visitors', '/live', '/doctor', '/keys', '/install'].map(async (path) =>
        JSON.stringify(await owner.read(path)),
      ),
    ]);
    return asked.join('\n');
  };
  const sales = (events: readonly LogEvent[]) =>
    events
      .filter(({ name }) => ['purchase', 'refund', 'order_status'].includes(name))
      .map(({ id, at, name, currency, value, order }) => ({ id, at, name, currency, value, order }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  describe('a person', () => {
    test('is exported whole: profile, devices, events, keys and orders', async () => {
      const life = await live(stage(), 'Exporta');
      const ask = await asServer(stage());
      const text = await (await ask(`/profiles/${life.customer}`)).text();
      const traces = life.traces.filter((trace) => trace !== life.phone.visitor.token);
      expect(tracesIn(text, traces)).toEqual(traces);
      const told = JSON.parse(text) as { orders: object[]; keys: { key: string }[]; events: LogEvent[] };
      expect(told.orders).toHaveLength(3);
      expect(new Set(told.keys.map(({ key }) => key.split(':')[0]))).toEqual(new Set(['customer', 'email', 'phone']));
    });

    test('who is erased is nowhere, and what the shop sold is the same', async () => {
      const { owner } = stage();
      const life = await live(stage(), 'Erasmina');
      const ask = await asServer(stage());
      expect(tracesIn(await everything(ask), ['Erasmina', life.customer, life.phone.id])).toHaveLength(3);
      const sold = sales(await exportedEvents(ask));

      const erased = await ask(`/profiles/${life.customer}`, { method: 'DELETE' });
      expect(await erased.json()).toMatchObject({ visitors: 4, events: expect.any(Number), anonymous: 6 });

      expect(tracesIn(await everything(ask), life.traces)).toEqual([]);
      expect((await ask(`/profiles/${life.customer}`)).status).toBe(404);
      expect((await ask(`/profiles/${life.customer}`, { method: 'DELETE' })).status).toBe(404);
      for (const path of ['', '/timeline']) {
        const answer = await owner.ask(`/visitors/${life.phone.id}${path}`);
        expect(tracesIn(await answer.text(), ['Erasmina', life.customer])).toEqual([]);
      }
      expect((await owner.ask(`/visitors/${life.phone.id}`)).status).toBe(404);
      const events = await exportedEvents(ask);
      expect(sales(events)).toEqual(sold);
      expect(events.filter(({ name }) => name === 'erased').at(-1)).toMatchObject({
        visitor: '~erased',
        params: { by: 'key', anonymous: 6 },
      });
    });

    test('who is erased leaves others what is theirs', async () => {
      const { owner } = stage();
      const life = await live(stage(), 'Nachbarin');
      const ask = await asServer(stage());
      expect((await owner.ask(`/visitors/${life.phone.id}`, { method: 'DELETE' })).status).toBe(200);
      const { who, customer, views } = await owner.visitor(life.stranger.id);
      expect({ who, customer, views }).toEqual({ who: null, customer: null, views: 1 });
      expect(tracesIn(await everything(ask), life.traces)).toEqual([]);
    });

    test('who was erased begins anew: the old token opens nothing, not after a crash either', async () => {
      const life = await live(stage(), 'Neustart');
      const old = life.phone.visitor.token ?? '';
      const ask = await asServer(stage());
      await ask(`/profiles/${life.customer}`, { method: 'DELETE' });
      const refused = async () => {
        const browser = shopper(stage());
        const reply = await browser.send([browser.event('page_view')], { token: old, slots: ['greeting'] });
        const passed = await handover(stage(), old);
        return [reply.status, (JSON.parse(reply.text) as Problem).code, passed.status];
      };
      expect(await refused()).toEqual([401, 'invalid-token', 401]);
      await stage().crash();
      expect(await refused()).toEqual([401, 'invalid-token', 401]);

      const again = await signedIn(stage(), { sub: life.customer, name: 'Renata' });
      expect(again.id).not.toBe(life.phone.id);
      expect(await stage().owner.visitor(again.id)).toMatchObject({ who: 'Renata', orders: 0, views: 1 });
    });

    test('cannot be erased by anyone who is not signed in, or without a key', async () => {
      const { origin } = stage();
      const life = await live(stage(), 'Bleibtda');
      const remove = (path: string, headers: Record<string, string>) =>
        fetch(`${origin}${path}`, { method: 'DELETE', headers }).then(({ status }) => status);
      expect(await remove(`/v1/profiles/${life.customer}`, {})).toBe(401);
      expect(await remove(`/admin/api/visitors/${life.phone.id}`, { 'x-vitrina': '1' })).toBe(401);
      expect((await stage().owner.visitor(life.phone.id)).who).toBe('Bleibtda');
    });
  });
}
