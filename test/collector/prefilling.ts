import fc from 'fast-check';
import { sign } from 'hono/jwt';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Prefilled } from '../../widgets/prefill/definition.ts';
import { newPerson, type Person, signed, signedIn } from './knowing.ts';
import { everything, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** What the page of an order form asks for whoever has this token; `word`: what the shop's backend has signed. */
async function ask({ origin, owner }: Pick<Stage, 'origin' | 'owner'>, token: string | undefined, word = '') {
  const response = await fetch(`${origin}/v1/order-form?site=${owner.site}`, {
    method: 'POST',
    headers: { origin: shopOrigin, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: word,
  });
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { status: response.status, headers, text: await response.text() };
}

async function fieldsOf(...asking: Parameters<typeof ask>) {
  const { fields } = JSON.parse((await ask(...asking)).text) as Prefilled;
  return Object.fromEntries(fields.map(({ field, hint, value }) => [field, value ?? hint]));
}

const choose = ({ owner }: Pick<Stage, 'owner'>, fills: boolean) =>
  owner.ask('/order-form', { method: 'PUT', body: JSON.stringify({ fills, shorter: false }) });

const word = (stage: Pick<Stage, 'owner'>, who: Person, more: object = {}) =>
  signed(stage.owner, { ...who, jti: crypto.randomUUID(), ...more });

/** Someone with an address and a telephone number that the shop has verified. */
function someone(name: string): Person {
  const verified = { email_verified: true, phone_number_verified: true };
  return {
    ...newPerson(name),
    email: `${name.toLowerCase()}@prefill.example`,
    phone_number: '+380441234567',
    ...verified,
  };
}

async function formOf(visitor: Shopper, words: Parameters<Shopper['send']>[1] = {}) {
  visitor.open('/checkout');
  const reply = await visitor.send([visitor.event('begin_checkout')], { slots: ['order-form'], ...words });
  return reply.answer?.slots.find(({ slot }) => slot === 'order-form')?.props;
}

export function prefilling(stage: () => Stage): void {
  describe('an order form', () => {
    beforeAll(async () => {
      await choose(stage(), true);
      await choose(stage().other, true);
    });

    test('is filled in with the shop’s short-lived word; a device alone has hints', async () => {
      const anna = await signedIn(stage(), someone('Annabel'));
      const { visitor, id } = anna;
      const who = { ...someone('Annabel'), sub: (await stage().owner.visitor(id)).customer ?? '' };
      const hints = await ask(stage(), visitor.token);
      expect(await fieldsOf(stage(), visitor.token)).toEqual({
        ...{ name: 'A•••', email: 'a•••@p•••.example', tel: '••• 67' },
      });
      expect(hints.text).not.toMatch(/nnabel|prefill\.example|4412345/);

      const now = await word(stage(), who);
      const whole = { name: 'Annabel', email: 'annabel@prefill.example', tel: '+380441234567' };
      expect(await fieldsOf(stage(), visitor.token, now)).toEqual(whole);
      // The page is loaded again.
      expect(await fieldsOf(stage(), visitor.token, now)).toEqual(whole);

      // Another device of theirs knows as much by a word of its own, and nothing by this one.
      const phone = await signedIn(stage(), who);
      expect(await fieldsOf(stage(), phone.visitor.token, now)).toEqual({});
      expect(await fieldsOf(stage(), phone.visitor.token, await word(stage(), who))).toEqual(whole);

      await visitor.send([visitor.event('logout')]);
      await visitor.send([visitor.event('page_view')]);
      expect(await fieldsOf(stage(), visitor.token)).toEqual({});
      expect(await fieldsOf(stage(), visitor.token, await word(stage(), who))).toEqual({});
    });

    test('answers a forged, replayed, swapped or expired word as it answers a stranger, byte for byte', async () => {
      const { owner, other } = stage();
      const who = someone('Bernadette');
      const { visitor } = await signedIn(stage(), who);
      const elsewhere = await signedIn({ ...stage(), ...other }, who);
      const [mallory, carol] = [await signedIn(stage(), someone('Mallory')), shopper(stage())];
      await carol.send([carol.event('page_view')]);
      const good = await word(stage(), who);
      const stranger = await ask(stage(), undefined);
      expect(JSON.parse(stranger.text)).toEqual({ who: '', fields: [] });
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const iat = Math.floor(Date.now() / 1000);
      const claims = { ...who, iat, exp: iat + 300, jti: crypto.randomUUID() };
      const grafted = [...(visitor.token ?? '').split('.').slice(0, 2), elsewhere.visitor.token?.split('.')[2]].join(
        '.',
      );
      const { token } = visitor;
      const tries: [said: string, token: string | undefined, word: string][] = [
        ['signed by nobody', token, `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`],
        ['signed with another secret', token, await sign(claims, 'guess', 'HS256')],
        ['signed by another shop', token, await word(other, who)],
        ['for another shop', token, await word(stage(), who, { aud: other.owner.site })],
        ['expired', token, await signed(owner, { ...who, jti: 'old' }, { age: 301 })],
        ['made to live too long', token, await signed(owner, { ...who, jti: 'long' }, { life: 901 })],
        ['of the future', token, await signed(owner, { ...who, jti: 'next' }, { age: -120 })],
        ['without an id', token, await signed(owner, who)],
        ['of another customer', token, await word(stage(), someone('Zoe'))],
        ['without a device', undefined, good],
        ['with a device of the other shop', elsewhere.visitor.token, good],
        ['with a device whose signature is another’s', grafted, good],
        ['by somebody else who has signed in', mallory.visitor.token, good],
        ['by somebody who has not', carol.token, good],
        ['the token of the device itself', token, token ?? ''],
        ['longer than any', token, `${good}${'.'.repeat(3_000)}`],
      ];
      for (const [said, of, text] of tries) expect(await ask(stage(), of, text), said).toEqual(stranger);

      await fc.assert(
        fc.asyncProperty(fc.nat(good.length - 1), fc.constantFrom(...'AZaz09._-'), async (place, sign) => {
          // The last sign of a signature has bits that say nothing.
          fc.pre(good[place] !== sign && place !== good.length - 1);
          const forged = good.slice(0, place) + sign + good.slice(place + 1);
          expect(await ask(stage(), token, forged)).toEqual(stranger);
        }),
        { numRuns: 60 },
      );
      await fc.assert(
        fc.asyncProperty(fc.nat((token ?? '').length - 1), fc.constantFrom(...'az09.'), async (place, sign) => {
          fc.pre(token?.[place] !== sign);
          expect(await ask(stage(), `${token?.slice(0, place)}${sign}${token?.slice(place + 1)}`, good)).toEqual(
            stranger,
          );
        }),
        { numRuns: 40 },
      );
      // None of them has used it up: it is still good for the one whose it is, and after that for nobody else.
      expect(await fieldsOf(stage(), token, good)).toMatchObject({ name: 'Bernadette' });
      const twin = await signedIn(stage(), who);
      expect(await ask(stage(), twin.visitor.token, good)).toEqual(stranger);
      expect((await ask(stage(), twin.visitor.token)).text).not.toContain('ernadette');
    });

    test('says nothing of whoever has not allowed to be known, and nothing where the merchant does not want it', async () => {
      const who = someone('Clarissa');
      const { visitor } = await signedIn(stage(), who);
      const stranger = await ask(stage(), undefined);
      expect(await formOf(visitor)).toMatchObject({ may: 'yes', title: 'Fill in faster' });
      await choose(stage(), false);
      expect(await formOf(visitor)).toBeUndefined();
      expect(await ask(stage(), visitor.token, await word(stage(), who))).toEqual(stranger);
      await choose(stage(), true);

      const refused = { statistics: true, personalisation: false, source: 'api' } as const;
      expect(await formOf(visitor, { consent: refused })).toMatchObject({ may: 'no' });
      expect(await ask(stage(), visitor.token, await word(stage(), who))).toEqual(stranger);
      // Who has not answered yet is neither helped nor made to forget.
      expect(await formOf(shopper(stage()), { consent: {} })).toBeUndefined();
      expect(await formOf(visitor, { consent: everything })).toMatchObject({ may: 'yes' });
      expect(await fieldsOf(stage(), visitor.token)).toMatchObject({ name: 'C•••' });
    });

    test('shows the merchant which of its fields were found', async () => {
      const visitor = shopper(stage());
      visitor.open('/checkout');
      const params = { fields: ['email', 'name', 'made up'], others: ['comment'] };
      await visitor.send([visitor.event('order_form', params as never)]);
      const answer = await stage().owner.ask('/order-form');
      expect(await answer.json()).toMatchObject({
        fills: true,
        shorter: false,
        found: { path: '/checkout', fields: ['name', 'email'], others: ['comment'] },
      });
      expect((await choose(stage(), true)).status).toBe(204);
    });
  });
}
