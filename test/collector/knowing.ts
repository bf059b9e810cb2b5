import { sign } from 'hono/jwt';
import { describe, expect, test } from 'vitest';
import type { Owner } from './owner.ts';
import { type Reply, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

export interface Person {
  sub: string;
  name: string;
  [claim: string]: unknown;
}

const mug = { item_id: 'SECRET-MUG', item_name: 'A mug that nobody else may see', price: 9 };

/** What a shop's backend writes when someone has signed in. `age` in seconds. */
export function signed({ identitySecret }: Owner, who: Person, { age = 0, life = 300 } = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - age;
  return sign({ ...who, iat, exp: iat + life }, identitySecret, 'HS256');
}

export function newPerson(name: string): Person {
  return { sub: crypto.randomUUID(), name };
}

/** A browser in which this person has just signed in. */
export async function signedIn(stage: Pick<Stage, 'origin' | 'owner'>, who: Person) {
  const visitor = shopper(stage);
  const view = visitor.event('page_view');
  const login = visitor.event('login', { identity: await signed(stage.owner, who) });
  const reply = await visitor.send([view, login], { slots: ['greeting'] });
  return { visitor, view, reply, id: await stage.owner.visitorOf(view.id) };
}

function greetingOf({ answer }: Reply): unknown {
  return answer?.slots.find(({ slot }) => slot === 'greeting')?.props.title ?? null;
}

export function knowing(stage: () => Stage): void {
  describe('a cart', () => {
    const day = 86_400_000;
    /** Someone who did these things, each in a visit of its own so many days ago. */
    const cartAfter = async (...done: [daysAgo: number, name: string, item?: string][]) => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view]);
      for (const [daysAgo, name, item] of done) {
        visitor.open('/');
        const params = { items: item === undefined ? [] : [{ item_id: item, price: 5, quantity: 1 }] };
        await visitor.send([{ ...visitor.event(name, params), time: Date.now() - daysAgo * day }]);
      }
      const { cartState, cart } = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      return [cartState, cart.map(({ id }) => id)];
    };

    test('lives across visits: filled in one, gone on with in another, left behind in the end', async () => {
      expect(await cartAfter()).toEqual(['none', []]);
      expect(await cartAfter([5, 'add_to_cart', 'A'], [0, 'add_to_cart', 'B'])).toEqual(['open', ['A', 'B']]);
      expect(await cartAfter([5, 'add_to_cart', 'A'], [3, 'add_to_cart', 'B'])).toEqual(['abandoned', ['A', 'B']]);
    });

    test('that its owner emptied in a later visit is not left behind', async () => {
      expect(await cartAfter([5, 'add_to_cart', 'A'], [3, 'remove_from_cart', 'A'])).toEqual(['emptied', []]);
      expect(await cartAfter([5, 'add_to_cart', 'A'], [3, 'view_cart'])).toEqual(['emptied', []]);
    });
  });

  describe('a customer', () => {
    test("whom the shop's backend names is greeted by that name", async () => {
      const who = newPerson('Anna');
      const { reply, id } = await signedIn(stage(), who);
      expect(greetingOf(reply)).toBe('Welcome back, Anna');
      expect(await stage().owner.visitor(id)).toMatchObject({ customer: who.sub, who: 'Anna' });
    });

    test('is greeted in the language of the page', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Оксана'));
      const page = { id: crypto.randomUUID(), url: 'https://www.shop.example/', language: 'uk-UA' };
      const reply = await visitor.send([visitor.event('page_view')], { page, slots: ['greeting'] });
      expect(greetingOf(reply)).toBe('З поверненням, Оксана');
    });

    test('with HTML in the name is greeted by that text', async () => {
      const { reply, id } = await signedIn(stage(), newPerson('<b onclick="x()">Bobby</b> & {name}'));
      expect(greetingOf(reply)).toBe('Welcome back, <b onclick="x()">Bobby</b> & {name}');
      expect(await stage().owner.visitor(id)).toMatchObject({ who: '<b onclick="x()">Bobby</b> & {name}' });
    });

    test('is not greeted by name without allowing it', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Anna'));
      const reply = await visitor.send([visitor.event('page_view')], {
        consent: { statistics: true },
        slots: ['greeting'],
      });
      expect(greetingOf(reply)).toBeNull();
      expect(reply.text).not.toContain('Anna');
    });

    test('is one person on two devices', async () => {
      const who = newPerson('Anna');
      const phone = await signedIn(stage(), who);
      await phone.visitor.send([phone.visitor.event('add_to_cart', { items: [mug] })]);
      const laptop = await signedIn(stage(), who);
      expect(laptop.reply.answer?.slots[0]?.props.text).toBe('1 thing is waiting in your basket');
      const { devices, cart } = await stage().owner.visitor(laptop.id);
      expect(devices.map(({ visitor }) => visitor).sort()).toEqual([phone.id, laptop.id].sort());
      expect(cart).toMatchObject([{ id: mug.item_id, quantity: 1 }]);
    });

    test.each([
      {
        what: 'signed by nobody',
        identity: async (_: Stage, who: Person) =>
          `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa(JSON.stringify({ ...who, iat: Date.now() / 1000, exp: Date.now() / 1000 + 300 }))}.`.replaceAll(
            '=',
            '',
          ),
      },
      { what: 'signed by another shop', identity: ({ other }: Stage, who: Person) => signed(other.owner, who) },
      { what: 'of an hour ago', identity: ({ owner }: Stage, who: Person) => signed(owner, who, { age: 3600 }) },
      {
        what: 'that lives for days',
        identity: ({ owner }: Stage, who: Person) => signed(owner, who, { life: 86_400 }),
      },
      {
        what: 'with half a character in its number',
        identity: ({ owner }: Stage) => signed(owner, { sub: 'A\ud800', name: 'Anna' }),
      },
      {
        what: 'of somebody else in the same signature',
        identity: async ({ owner }: Stage, who: Person) => {
          const [head, , signature] = (await signed(owner, newPerson('Mallory'))).split('.');
          const [, claims] = (await signed(owner, who)).split('.');
          return [head, claims, signature].join('.');
        },
      },
    ])('is not who an identity $what says', async ({ identity }) => {
      const { owner } = stage();
      const who = newPerson('Anna');
      const anna = await signedIn(stage(), who);
      await anna.visitor.send([anna.visitor.event('add_to_cart', { items: [mug] })]);

      const mallory = shopper(stage());
      const view = mallory.event('page_view');
      const login = mallory.event('login', { identity: await identity(stage(), who) });
      const reply = await mallory.send([view, login], { slots: ['greeting', 'home', 'cart'] });
      expect(reply.status).toBe(200);
      expect(reply.answer?.refused).toEqual([{ index: 1, field: 'params.identity', reason: expect.any(String) }]);
      expect(reply.text).not.toMatch(/Anna|SECRET|basket/);
      const id = await owner.visitorOf(view.id);
      expect(await owner.visitor(id)).toMatchObject({ customer: null, who: null, cart: [], devices: [] });
      expect((await owner.visitor(anna.id)).devices).toHaveLength(1);
    });

    test('is not who a login without an identity says', async () => {
      const who = newPerson('Anna');
      await signedIn(stage(), who);
      const mallory = shopper(stage());
      const view = mallory.event('page_view');
      const claim = mallory.event('login', { sub: who.sub, customer: who.sub, name: 'Anna' });
      const reply = await mallory.send([view, claim], { slots: ['greeting'] });
      expect(reply.text).not.toContain('Anna');
      expect(await stage().owner.visitor(await stage().owner.visitorOf(view.id))).toMatchObject({ customer: null });
    });

    test('who signs out leaves nothing on the device: another token, no name, no cart, no history', async () => {
      const { owner } = stage();
      const anna = await signedIn(stage(), newPerson('Anna'));
      const { visitor } = anna;
      await visitor.send([
        visitor.event('view_item', { items: [mug] }),
        visitor.event('add_to_cart', { items: [mug] }),
        {
          ...visitor.event('purchase', { transaction_id: crypto.randomUUID(), items: [mug] }),
          time: Date.now() - 60_000,
        },
        visitor.event('add_to_cart', { items: [mug] }),
      ]);
      const signedInAs = visitor.token;
      const slots = ['greeting', 'home', 'news', 'cart', 'product'];
      const farewell = await visitor.send([visitor.event('logout')], { slots });
      visitor.open('/');
      const view = visitor.event('page_view');
      const next = await visitor.send([view], { slots });
      const later = await visitor.send([], { slots });

      expect(visitor.token).not.toBe(signedInAs);
      for (const { text } of [farewell, next, later]) expect(text).not.toMatch(/Anna|SECRET|mug|basket|again/);
      const now = await owner.visitorOf(view.id);
      expect(now).not.toBe(anna.id);
      expect(await owner.visitor(now)).toMatchObject({ customer: null, who: null, cart: [], bought: [], viewed: [] });
      expect(await owner.visitor(anna.id)).toMatchObject({ who: 'Anna', orders: 1, cart: [{ id: mug.item_id }] });
    });

    test('who signs out in a batch that is sent again becomes the same new visitor again', async () => {
      const { owner } = stage();
      const { visitor } = await signedIn(stage(), newPerson('Anna'));
      const token = visitor.token ?? '';
      const logout = visitor.event('logout');
      await visitor.send([logout]);
      const [first, second] = [visitor.event('page_view'), visitor.event('page_view')];
      await visitor.send([first]);
      await visitor.send([logout], { token });
      await visitor.send([second]);
      expect(visitor.token).not.toBe(token);
      expect(await owner.visitorOf(second.id)).toBe(await owner.visitorOf(first.id));
    });

    test('who signs in where someone else was signed in is another visitor', async () => {
      const { owner } = stage();
      const anna = await signedIn(stage(), newPerson('Anna'));
      const { visitor } = anna;
      await visitor.send([visitor.event('add_to_cart', { items: [mug] })]);
      const before = visitor.token;
      const who = newPerson('Boris');
      visitor.open('/account');
      const login = visitor.event('login', { identity: await signed(owner, who) });
      const reply = await visitor.send([login], { slots: ['greeting', 'cart'] });

      expect(visitor.token).not.toBe(before);
      expect(greetingOf(reply)).toBe('Welcome back, Boris');
      expect(reply.text).not.toMatch(/Anna|SECRET|basket/);
      const boris = await owner.visitorOf(login.id);
      expect(boris).not.toBe(anna.id);
      expect(await owner.visitor(boris)).toMatchObject({ customer: who.sub, who: 'Boris', cart: [] });
      expect(await owner.visitor(anna.id)).toMatchObject({ who: 'Anna', cart: [{ id: mug.item_id }] });
    });
  });
}
