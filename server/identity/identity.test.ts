import fc from 'fast-check';
import { sign } from 'hono/jwt';
import { describe, expect, test } from 'vitest';
import { readAssertion, signAssertion } from './assertion.ts';
import { newVisitor, tokenKey } from './visitor-token.ts';

const now = 1_700_000_000_000;
const shopOf = (identitySecret: string) => ({ identitySecret, key: 's_gifts' });

describe('a visitor token', () => {
  test('names its visitor to the shop that signed it, and to no other', async () => {
    const [shop, other] = [await tokenKey('one'), await tokenKey('two')];
    const text = await shop.sign({ visitor: newVisitor(), issued: now });
    expect(await shop.read(text)).toMatchObject({ issued: now });
    expect(await other.read(text)).toBeNull();
  });

  test('is worth nothing with any character changed', async () => {
    const key = await tokenKey('one');
    const text = await key.sign({ visitor: newVisitor(), issued: now });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789.-_é '),
        async (place, character) => {
          fc.pre(text[place] !== character);
          expect(await key.read(text.slice(0, place) + character + text.slice(place + 1))).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('cannot be made of random text', async () => {
    const key = await tokenKey('one');
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await key.read(text)).toBeNull();
      }),
    );
  });
});

describe('a handover', () => {
  test('names its visitor for a minute, to the shop that signed it', async () => {
    const [shop, other] = [await tokenKey('one'), await tokenKey('two')];
    const visitor = newVisitor();
    const text = await shop.signHandover({ visitor, issued: now });
    expect(await shop.readHandover(text, now + 60_000)).toEqual({ visitor, issued: now });
    expect(await shop.readHandover(text, now + 60_001)).toBeNull();
    expect(await shop.readHandover(text, now - 1)).toBeNull();
    expect(await other.readHandover(text, now)).toBeNull();
  });

  test('is no token, and a token is no handover', async () => {
    const key = await tokenKey('one');
    const who = { visitor: newVisitor(), issued: now };
    expect(await key.read(await key.signHandover(who))).toBeNull();
    expect(await key.readHandover(await key.sign(who), now)).toBeNull();
  });
});

describe("the shop's word for who has logged in", () => {
  const known = { sub: '1', iat: now / 1000, exp: now / 1000 + 60 };

  test('gives customer number and name', async () => {
    const token = await signAssertion({ sub: '17850', name: 'Олена <b>' }, 'secret', now);
    expect(await readAssertion(token, shopOf('secret'), now + 60_000)).toEqual({
      customer: '17850',
      name: 'Олена <b>',
      proof: expect.any(String),
      evidence: 'signed',
    });
  });

  test('gives e-mail and telephone number only where the shop has verified them', async () => {
    const [iat, exp] = [now / 1000, now / 1000 + 60];
    const said = { sub: 7, email: 'a@example.com', phone_number: '+380 44 000 00 00', iat, exp };
    const token = await sign({ ...said, phone_number_verified: true, email_verified: false }, 'secret', 'HS256');
    const identity = await readAssertion(token, shopOf('secret'), now);
    expect(identity).toEqual({ customer: '7', phone: '+380 44 000 00 00', evidence: 'signed' });
  });

  test('names the shop that it is for, where it likes', async () => {
    const token = await sign({ ...known, aud: ['other', 's_gifts'] }, 'secret', 'HS256');
    expect(await readAssertion(token, shopOf('secret'), now)).toEqual({ customer: '1', evidence: 'signed' });
  });

  test.each([
    ['signed by another shop', () => signAssertion({ sub: '1' }, 'other', now)],
    [
      'written for another shop',
      () => sign({ ...known, aud: ['s_books', 'https://gifts.example'] }, 'secret', 'HS256'),
    ],
    ['too old', () => signAssertion({ sub: '1' }, 'secret', now - 600_000)],
    ['of the future', () => signAssertion({ sub: '1' }, 'secret', now + 600_000)],
    ['made to live for a day', () => sign({ sub: '1', iat: now / 1000, exp: now / 1000 + 86_400 }, 'secret', 'HS256')],
    ['without an end', () => sign({ sub: '1', iat: now / 1000 }, 'secret', 'HS256')],
    ['without a customer', () => sign({ iat: now / 1000, exp: now / 1000 + 60 }, 'secret', 'HS256')],
    [
      'unsigned',
      async () =>
        `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa(`{"sub":"1","iat":${now / 1000},"exp":${now / 1000 + 60}}`)}.`,
    ],
    ['no token at all', async () => 'hello'],
  ])('is not believed when it is %s', async (_, make) => {
    expect(await readAssertion(await make(), shopOf('secret'), now)).toBeNull();
  });
});
