import { sign } from 'hono/jwt';
import { describe, expect, test } from 'vitest';
import type { Batch, Params } from '../../snippet/protocol.ts';
import { handover } from './handing-over.ts';
import { newPerson, signed, signedIn } from './knowing.ts';
import { type Arrival, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

const secret = { item_id: 'SECRET-RING', item_name: 'A ring that nobody else may see', price: 900 };

/** One attempt to be someone else: parts of a batch, or the words of a login. */
type Attempt = { words: Partial<Batch> & Arrival } | { login: Params };

/** Changes one character. */
function forged(text: string, place: number): string {
  const at = place % text.length;
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

export function forging(stage: () => Stage): void {
  describe('a thousand forged, replayed, cross-shop and expired words', () => {
    test('open nobody’s profile', async () => {
      const { owner, other } = stage();
      const who = { ...newPerson('Anna'), jti: crypto.randomUUID() };
      const anna = await signedIn(stage(), who);
      await anna.visitor.send([anna.visitor.event('add_to_cart', { items: [secret] })]);
      const token = anna.visitor.token ?? '';
      const { handover: used } = await handover(stage(), token);
      await shopper(stage()).send([], { handover: used });
      const fresh = (await handover(stage(), token)).handover;

      const elsewhere = await signedIn({ ...stage(), ...other }, who);
      const foreign = elsewhere.visitor.token ?? '';
      const foreignHandover = (await handover(other, foreign)).handover;
      // The same visitor's name under the other shop's signature.
      const grafted = [...token.split('.').slice(0, 2), foreign.split('.')[2]].join('.');
      const claims = await signed(owner, who);
      const now = Math.floor(Date.now() / 1000);
      const kinds: ((place: number) => Attempt | Promise<Attempt>)[] = [
        (place) => ({ words: { token: forged(token, place) } }),
        () => ({ words: { token: foreign } }),
        () => ({ words: { token: grafted } }),
        () => ({ words: { token: fresh } }),
        (place) => ({ words: { handover: forged(fresh, place) } }),
        () => ({ words: { handover: used } }),
        () => ({ words: { handover: foreignHandover } }),
        () => ({ words: { handover: token } }),
        (place) => ({ login: { identity: forged(claims, place) } }),
        () => ({ login: { identity: claims } }),
        async () => ({ login: { identity: await signed(other.owner, who) } }),
        async (place) => ({ login: { identity: await signed(owner, who, { age: 301 + place }) } }),
        async (place) => ({
          login: {
            identity: await sign({ ...who, iat: now, exp: now + 300, jti: `${place}` }, `${place}`, 'HS256'),
          },
        }),
        // Not signed at all, as a library that believes the token's own word would take it.
        (place) => ({ login: { identity: unsigned({ ...who, iat: now, exp: now + 300, jti: `none${place}` }) } }),
        async (place) => ({ login: { identity: await signed(owner, who, { life: 901 + place }) } }),
        async (place) => ({ login: { identity: await signed(owner, who, { age: -(120 + place) }) } }),
      ];
      const tried = new Map<number, number>();
      const attempt = async (place: number) => {
        const kind = kinds[place % kinds.length];
        if (!kind) return;
        tried.set(place % kinds.length, (tried.get(place % kinds.length) ?? 0) + 1);
        const mallory = shopper(stage());
        const made = await kind(place);
        const events = 'login' in made ? [mallory.event('login', made.login)] : [mallory.event('page_view')];
        const reply = await mallory.send(events, {
          slots: ['greeting', 'home', 'cart'],
          ...('words' in made ? made.words : {}),
        });
        expect([200, 401, 422], `${place % kinds.length}: ${reply.text}`).toContain(reply.status);
        expect(reply.text, `${place % kinds.length}`).not.toMatch(/Anna|SECRET|ring that|basket/);
      };
      for (let place = 0; place < 1_000; place += 20)
        await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(place + index)));
      expect([...tried.values()].reduce((sum, count) => sum + count)).toBe(1_000);
      expect(tried.size).toBe(kinds.length);
      expect(Math.min(...tried.values())).toBeGreaterThan(50);
      const { devices, cart, who: name } = await owner.visitor(anna.id);
      expect({ name, devices: devices.length, cart: cart.map(({ id }) => id) }).toEqual({
        name: 'Anna',
        devices: 1,
        cart: [secret.item_id],
      });
      // The word that was only ever forged is still good for the one whose it is.
      const there = shopper(stage());
      expect((await there.send([], { handover: fresh, slots: ['greeting'] })).text).toContain('Anna');
    }, 60_000);
  });
}
