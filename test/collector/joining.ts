import { describe, expect, test } from 'vitest';
import type { PeoplePage } from '../../server/visitors/people-list.ts';
import { newPerson, signed, signedIn } from './knowing.ts';
import type { Owner } from './owner.ts';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const tea = { item_id: 'TEA', price: 4 };

/** What staff says of who a visitor is. */
async function say(owner: Owner, path: string, body: unknown = {}): Promise<{ status: number; keys: string[] }> {
  const answer = await owner.ask(`/visitors/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const { keys = [] } = (await answer.json()) as { keys?: string[] };
  return { status: answer.status, keys };
}

async function stranger(stage: Stage) {
  const visitor = shopper(stage);
  const view = visitor.event('page_view');
  await visitor.send([view]);
  return { visitor, id: await stage.owner.visitorOf(view.id) };
}

async function devices(owner: Owner, id: string): Promise<string[]> {
  return (await owner.visitor(id)).devices.map(({ visitor }) => visitor).sort();
}

export function joining(stage: () => Stage): void {
  describe('staff', () => {
    test('takes a device away from a person, and puts it back', async () => {
      const { owner } = stage();
      const who = newPerson('Daria');
      const [phone, laptop] = [await signedIn(stage(), who), await signedIn(stage(), who)];
      const both = [phone.id, laptop.id].sort();
      const together = Date.now();
      await phone.visitor.send([phone.visitor.event('add_to_cart', { items: [tea] })]);
      expect(await devices(owner, laptop.id)).toEqual(both);

      const { keys } = await say(owner, `${phone.id}/unmerge`);
      expect(keys).toEqual([`customer:${who.sub}`]);
      expect(await say(owner, `${phone.id}/unmerge`)).toEqual({ status: 200, keys: [] });
      expect(await owner.visitor(laptop.id)).toMatchObject({ customer: who.sub, cart: [] });
      expect(await owner.visitor(phone.id)).toMatchObject({ customer: null, who: null, cart: [{ id: 'TEA' }] });
      const next = await phone.visitor.send([phone.visitor.event('page_view')], { slots: ['greeting'] });
      expect(next.text).not.toContain('Daria');
      const apart = Date.now() + 1;
      // Else both words could be of the same millisecond.
      await expect.poll(() => Date.now()).toBeGreaterThan(apart + 1);

      expect((await say(owner, `${phone.id}/merge`, { keys })).keys).toEqual(keys);
      expect(await say(owner, `${phone.id}/merge`, { keys })).toEqual({ status: 200, keys: [] });
      expect(await devices(owner, laptop.id)).toEqual(both);
      expect((await owner.visitor(phone.id)).who).toBe('Daria');
      const evidence = (await owner.visitor(phone.id)).devices.map((device) => [device.visitor, device.evidence]);
      expect(Object.fromEntries(evidence)).toEqual({ [phone.id]: 'staff', [laptop.id]: 'signed' });

      const asOf = async (at: number) =>
        ((await owner.read(`/visitors/${phone.id}/identity?at=${at}`)) as { visitors: { visitor: string }[] }).visitors
          .map(({ visitor }) => visitor)
          .sort();
      expect(await asOf(1)).toEqual([phone.id]);
      expect(await asOf(together)).toEqual(both);
      expect(await asOf(apart)).toEqual([phone.id]);
      expect(await asOf(Date.now() + 5_000)).toEqual(both);
    });

    test('joins two unknown visitors, once, and a crash changes nothing of it', async () => {
      const { owner } = stage();
      const [one, two] = [await stranger(stage()), await stranger(stage())];
      await say(owner, `${one.id}/merge`, { with: two.id });
      expect(await say(owner, `${one.id}/merge`, { with: two.id })).toEqual({ status: 200, keys: [] });
      expect(await say(owner, `${two.id}/merge`, { with: one.id })).toEqual({ status: 200, keys: [] });
      const both = [one.id, two.id].sort();
      expect(await devices(owner, one.id)).toEqual(both);
      await stage().crash();
      expect(await devices(stage().owner, two.id)).toEqual(both);
      const { total } = (await stage().owner.read(`/visitors?q=${one.id}`)) as PeoplePage;
      expect(total).toBe(1);
      expect((await owner.timeline(one.id)).map(({ name }) => name)).toContain('identity_merge');
    });

    test('joins no one to somebody who was never there, or to a key that was never theirs', async () => {
      const { owner } = stage();
      const { id } = await stranger(stage());
      expect((await say(owner, `${id}/merge`, { with: 'nobody' })).status).toBe(404);
      expect((await say(owner, 'nobody/unmerge')).status).toBe(404);
      expect((await say(owner, `${id}/merge`, { keys: ['customer:1'] })).status).toBe(422);
      expect((await say(owner, `${id}/merge`, { with: 1 })).status).toBe(422);
      const signedOut = await fetch(`${stage().origin}/admin/api/visitors/${id}/unmerge`, {
        method: 'POST',
        headers: { 'x-vitrina': '1' },
      });
      expect(signedOut.status).toBe(401);
      expect(await devices(owner, id)).toEqual([]);
    });
  });

  describe('two customer numbers', () => {
    test('of one verified e-mail address are one person, over any number of steps', async () => {
      const { owner } = stage();
      const email = `${crypto.randomUUID()}@example.com`;
      const phone = `+38044${Math.floor(Math.random() * 1e7)}`;
      const people = [
        newPerson('Guest'),
        { ...newPerson('Guest'), email, email_verified: true },
        { ...newPerson('Guest'), email: email.toUpperCase(), email_verified: true, phone_number: phone },
        { ...newPerson('Guest'), phone_number: phone, phone_number_verified: true },
      ];
      const ids: string[] = [];
      for (const who of people) ids.push((await signedIn(stage(), who)).id);
      const [unverified = '', first = '', second = '', other = ''] = ids;
      expect(await devices(owner, first)).toEqual([first, second].sort());
      expect(await devices(owner, unverified)).toEqual([unverified]);
      // The telephone of the second was not verified.
      expect(await devices(owner, other)).toEqual([other]);
    });

    test('on one device after each other are two people', async () => {
      const { owner } = stage();
      const anna = await signedIn(stage(), newPerson('Anna'));
      const boris = newPerson('Boris');
      const login = anna.visitor.event('login', { identity: await signed(owner, boris) });
      await anna.visitor.send([login]);
      const id = await owner.visitorOf(login.id);
      expect([await devices(owner, anna.id), await devices(owner, id)]).toEqual([[anna.id], [id]]);
    });
  });

  describe('an order', () => {
    test('that a page reports is on its visitor’s page, line by line, once', async () => {
      const { owner } = stage();
      const { visitor, id } = await stranger(stage());
      const order = crypto.randomUUID();
      const purchase = { transaction_id: order, value: 12, items: [{ ...tea, item_name: 'Tea', quantity: 3 }] };
      await visitor.send([visitor.event('purchase', purchase)]);
      visitor.open('/thanks');
      await visitor.send([visitor.event('purchase', purchase)]);
      const { orders, gross, net, orderList, cartState } = await owner.visitor(id);
      const money = { amount: 1200, currency: 'EUR' };
      expect({ orders, gross, net, cartState }).toEqual({
        orders: 1,
        gross: [money],
        net: [money],
        cartState: 'ordered',
      });
      expect(orderList).toMatchObject([
        {
          id: order,
          status: 'placed',
          confirmed: false,
          gross: money,
          refunded: null,
          lines: [{ id: 'TEA', quantity: 3 }],
        },
      ]);
    });
  });
}
