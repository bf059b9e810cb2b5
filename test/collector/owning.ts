import { describe, expect, test } from 'vitest';
import type { Me } from '../../widgets/your-data/definition.ts';
import { asked } from './asked.ts';
import { asServer, live, tracesIn } from './erasing.ts';
import { newPerson, type Person, signed, signedIn } from './knowing.ts';
import { type Problem, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

const ring = { item_id: 'SECRET-RING', item_name: 'A ring that nobody else may see', price: 900 };
const vase = { item_id: 'VASE-7', item_name: 'A blue vase', item_category: 'Vases', price: 20 };

interface Asking {
  path?: string;
  method?: string;
  language?: string;
  headers?: Record<string, string>;
}

/** What a page of the shop asks about whoever has this token. */
async function ask(
  { origin, owner }: Pick<Stage, 'origin' | 'owner'>,
  token: string | undefined,
  { path = '/v1/me', method = 'GET', language = 'en', headers = {} }: Asking = {},
) {
  const all = { origin: shopOrigin, ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const response = await fetch(`${origin}${path}?site=${owner.site}&language=${language}`, { method, headers: sent });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

const meOf = async (...asking: Parameters<typeof ask>) => JSON.parse((await ask(...asking)).text) as Me;
const codeOf = ({ status, text }: Awaited<ReturnType<typeof ask>>) => [status, (JSON.parse(text) as Problem).code];
const linesOf = ({ sections }: Me) => sections.flatMap(({ lines }) => lines);

async function buys(visitor: Shopper, order: string) {
  await visitor.send([visitor.event('purchase', { transaction_id: order, currency: 'EUR', items: [ring] })]);
}

/** Signs in so many minutes ago. */
async function signsIn(stage: Stage, visitor: Shopper, who: Person, minutesAgo = 0) {
  const login = visitor.event('login', { identity: await signed(stage.owner, who) });
  return visitor.send([{ ...login, time: login.time - minutesAgo * 60_000 }]);
}

export function owning(stage: () => Stage): void {
  describe('their own data', () => {
    test('a visitor sees in plain words of their language, corrects, and takes along', async () => {
      const key = await asked(stage, {
        type: 'choice',
        words: { en: 'What do you drink?', uk: 'Що ви п’єте?' },
        choices: ['tea', 'coffee'].map((value) => ({ value, words: { en: value, uk: `${value} по-нашому` } })),
      });
      const visitor = shopper(stage());
      const answer = (said: string) => visitor.event('answer', { question: key, answer: said });
      await visitor.send([
        visitor.event('page_view'),
        visitor.event('consent', { statistics: true, personalisation: true, source: 'api' }),
        visitor.event('view_item', { items: [vase] }),
        answer('tea'),
      ]);

      const me = await meOf(stage(), visitor.token);
      expect(me.scope).toBe('device');
      expect(me.sections.find(({ title }) => title === 'What you seem to like')?.lines).toEqual(['Vases · 100%']);
      expect(linesOf(me)).toEqual(expect.arrayContaining(['1 visit in the last 90 days', 'Contact me: No']));
      expect(me.answers).toMatchObject([
        { key, type: 'choice', words: 'What do you drink?', value: 'tea', said: 'tea' },
      ]);
      expect(me.canWithdraw).toBe(true);

      await visitor.send([answer('coffee')]);
      const [corrected] = (await meOf(stage(), visitor.token, { language: 'uk-UA' })).answers;
      expect([corrected?.words, corrected?.said]).toEqual(['Що ви п’єте?', 'coffee по-нашому']);

      const file = await ask(stage(), visitor.token, { path: '/v1/me/export' });
      expect(file.headers.get('content-disposition')).toContain('attachment');
      const { events } = JSON.parse(file.text) as { events: { name: string }[] };
      expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['page_view', 'view_item', 'answer']));
    });

    test('who has just signed in sees of all of their devices, with their orders', async () => {
      const who = { ...newPerson('Annette'), email: 'annette@me.example', email_verified: true };
      const phone = await signedIn(stage(), who);
      const order = `A-${crypto.randomUUID()}`;
      await buys(phone.visitor, order);
      const laptop = await signedIn(stage(), who);
      const me = await meOf(stage(), laptop.visitor.token);
      expect(me.scope).toBe('person');
      expect(linesOf(me)).toEqual(
        expect.arrayContaining([
          ...['Name: Annette', 'E-mail: annette@me.example', '2 browsers are joined to you'],
          expect.stringMatching(new RegExp(`^${order} · .* · €900\\.00$`)),
        ]),
      );
      expect((await ask(stage(), laptop.visitor.token, { path: '/v1/me/export' })).text).toContain(order);
    });

    test('nobody sees on a browser on which somebody was named, until they sign in again', async () => {
      const who = newPerson('Brigitta');
      const phone = await signedIn(stage(), who);
      await buys(phone.visitor, `B-${crypto.randomUUID()}`);
      const family = shopper(stage());
      await family.send([family.event('page_view')]);
      await signsIn(stage(), family, who, 16);
      await family.send([family.event('view_item', { items: [ring] })]);

      const me = await ask(stage(), family.token);
      expect(JSON.parse(me.text)).toEqual({ scope: 'sign-in', sections: [], answers: [], canWithdraw: false });
      const file = await ask(stage(), family.token, { path: '/v1/me/export' });
      const erased = await ask(stage(), family.token, { method: 'DELETE' });
      expect([codeOf(file), codeOf(erased)]).toEqual([
        [403, 'sign-in-needed'],
        [403, 'sign-in-needed'],
      ]);
      for (const { text } of [me, file, erased]) expect(text).not.toMatch(/Brigitta|SECRET|ring that/);
      expect((await stage().owner.visitor(phone.id)).who).toBe('Brigitta');

      await signsIn(stage(), family, who);
      expect((await meOf(stage(), family.token)).scope).toBe('person');
    });

    test('of whoever was here before a second person does not see: not signed out, nor signed in as another', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Cornelia'));
      const first = visitor.token ?? '';
      await buys(visitor, `C-${crypto.randomUUID()}`);
      await visitor.send([visitor.event('logout')]);
      await visitor.send([visitor.event('page_view')]);
      expect(visitor.token).not.toBe(first);
      const after = await ask(stage(), visitor.token);
      expect((JSON.parse(after.text) as Me).scope).toBe('device');
      // Whoever kept the old token has a sign-in that has ended, minutes ago or not.
      const kept = await ask(stage(), first);
      expect((JSON.parse(kept.text) as Me).scope).toBe('sign-in');

      await signsIn(stage(), visitor, newPerson('Dorothea'));
      const second = await ask(stage(), visitor.token);
      expect(second.text).toContain('Dorothea');
      for (const { text } of [after, kept, second]) expect(text).not.toMatch(/Cornelia|SECRET|ring that/);

      const unasked = await signedIn(stage(), newPerson('Eleonora'));
      await buys(unasked.visitor, `E-${crypto.randomUUID()}`);
      await signsIn(stage(), unasked.visitor, newPerson('Friederike'));
      const third = await ask(stage(), unasked.visitor.token);
      expect(third.text).toContain('Friederike');
      expect(third.text).not.toMatch(/Eleonora|SECRET|ring that/);
    });

    test('of a browser on which nobody was named its orders are not told: who placed them is not known', async () => {
      const visitor = shopper(stage());
      await visitor.send([visitor.event('page_view')]);
      await buys(visitor, 'GUEST-1');
      const [me, file] = [
        await ask(stage(), visitor.token),
        await ask(stage(), visitor.token, { path: '/v1/me/export' }),
      ];
      expect((JSON.parse(me.text) as Me).scope).toBe('device');
      for (const { text } of [me, file]) expect(text).not.toMatch(/GUEST-1|SECRET/);
      expect(file.text).toContain('page_view');
    });

    test('staff who say that it was somebody else end what a sign-in has opened', async () => {
      const anna = await signedIn(stage(), newPerson('Henrietta'));
      expect((await meOf(stage(), anna.visitor.token)).scope).toBe('person');
      await stage().owner.ask(`/visitors/${anna.id}/unmerge`, { method: 'POST', body: '{}' });
      expect((await meOf(stage(), anna.visitor.token)).scope).toBe('sign-in');
    });

    test('nobody sees with a forged, foreign or grafted token, nor with an assertion in its place', async () => {
      const { owner, other } = stage();
      const who = newPerson('Isabella');
      const anna = await signedIn(stage(), who);
      await buys(anna.visitor, `I-${crypto.randomUUID()}`);
      const token = anna.visitor.token ?? '';
      const elsewhere = await signedIn({ ...stage(), ...other }, who);
      const foreign = elsewhere.visitor.token ?? '';
      const tokens = [
        ...Array.from(token, (letter, place) =>
          // The last letter has two bits that say nothing.
          place === token.length - 1
            ? foreign
            : `${token.slice(0, place)}${letter === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`,
        ),
        [...token.split('.').slice(0, 2), foreign.split('.')[2]].join('.'),
        await signed(owner, who),
      ];
      for (const path of ['/v1/me', '/v1/me/export'])
        for (const wrong of tokens) {
          const reply = await ask(stage(), wrong, { path });
          expect(codeOf(reply), wrong).toEqual([401, 'invalid-token']);
          expect(reply.text).not.toMatch(/Isabella|SECRET/);
        }
      for (const wrong of tokens) expect((await ask(stage(), wrong, { method: 'DELETE' })).status).toBe(401);
      expect((await owner.visitor(anna.id)).who).toBe('Isabella');
    });

    test('an assertion that was seen elsewhere and is said again opens nothing', async () => {
      const { owner } = stage();
      const who = { ...newPerson('Josefina'), jti: crypto.randomUUID() };
      const identity = await signed(owner, who);
      const [own, thief] = [shopper(stage()), shopper(stage())];
      for (const visitor of [own, thief])
        await visitor.send([visitor.event('page_view'), visitor.event('login', { identity })]);
      expect(await ask(stage(), own.token)).toMatchObject({ text: expect.stringContaining('Josefina') });
      const reply = await ask(stage(), thief.token);
      expect((JSON.parse(reply.text) as Me).scope).toBe('device');
      expect(reply.text).not.toContain('Josefina');
    });

    test('is erased by its owner for good: on every device, and the token with it, after a crash too', async () => {
      const life = await live(stage(), 'Selbstlosa');
      const { visitor } = life.phone;
      await signsIn(stage(), visitor, { sub: life.customer, name: 'Selbstlosa' });
      const erased = await ask(stage(), visitor.token, { method: 'DELETE' });
      expect([erased.status, erased.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
      expect((await ask(stage(), visitor.token, { method: 'DELETE' })).status, 'said again').toBe(401);
      expect((await ask(stage(), visitor.token)).status).toBe(401);
      expect((await stage().owner.ask(`/visitors/${life.phone.id}`)).status).toBe(404);
      await stage().crash();
      const server = await asServer(stage());
      const left = await server('/export');
      expect(tracesIn(await left.text(), life.traces)).toEqual([]);
    });

    test('of a browser alone is erased without touching anybody else', async () => {
      const [mine, other] = [shopper(stage()), shopper(stage())];
      const view = other.event('page_view');
      await mine.send([mine.event('page_view'), mine.event('search', { search_term: 'Unikatsuche' })]);
      await other.send([view]);
      expect((await ask(stage(), mine.token, { method: 'DELETE' })).status).toBe(204);
      expect((await meOf(stage(), other.token)).scope).toBe('device');
      await mine.send([mine.event('page_view')], { token: '' });
      expect((await ask(stage(), mine.token, { path: '/v1/me/export' })).text).not.toContain('Unikatsuche');
    });

    test('is asked for by pages of the shop alone, and nothing is known without a token', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Katharina'));
      const { token } = visitor;
      const from = (headers: Record<string, string>) => ask(stage(), token, { headers });
      expect(codeOf(await from({ origin: 'https://evil.example' }))).toEqual([403, 'wrong-origin']);
      // A link that is followed, from wherever.
      expect(codeOf(await from({ origin: '', 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'wrong-origin']);
      expect(codeOf(await from({ origin: '' }))).toEqual([403, 'wrong-origin']);
      expect((await from({ origin: '', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
      const changes = { method: 'DELETE', headers: { origin: '', 'sec-fetch-site': 'same-origin' } };
      expect(codeOf(await ask(stage(), token, changes))).toEqual([403, 'wrong-origin']);
      const good = await from({});
      expect(good.headers.get('access-control-allow-origin')).toBe(shopOrigin);
      expect(good.headers.get('cache-control')).toBe('no-store');
      const preflight = await fetch(`${stage().origin}/v1/me?site=x`, {
        method: 'OPTIONS',
        headers: { origin: shopOrigin, 'access-control-request-headers': 'authorization' },
      });
      expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
      expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');

      expect(await meOf(stage(), undefined)).toMatchObject({ scope: 'nobody', sections: [] });
      expect(codeOf(await ask(stage(), undefined, { path: '/v1/me/export' }))).toEqual([404, 'nothing-known']);
      const unknown = await fetch(`${stage().origin}/v1/me?site=none`, { headers: { origin: shopOrigin } });
      expect(unknown.status).toBe(404);
    });

    test('the cookie speaks before what a page says', async () => {
      const mine = shopper(stage(), 'same-site');
      await mine.send([mine.event('page_view'), mine.event('search', { search_term: 'Cookiewort' })]);
      const { token } = (await signedIn(stage(), newPerson('Ludmilla'))).visitor;
      const headers = { cookie: mine.cookie ?? '' };
      const file = await ask(stage(), token, { path: '/v1/me/export', headers });
      expect(file.text).toContain('Cookiewort');
      expect(file.text).not.toContain('Ludmilla');
    });

    test('is not erased again and again from one address: each time the whole file is written anew', async () => {
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn++) {
        const visitor = shopper(stage());
        await visitor.send([visitor.event('page_view')]);
        const headers = { 'cf-connecting-ip': '203.0.113.99' };
        statuses.push((await ask(stage(), visitor.token, { method: 'DELETE', headers })).status);
      }
      expect(statuses).toEqual([204, 204, 204, 429]);
    });

    test('is shown in its slot, in which no word of anybody is', async () => {
      const { visitor } = await signedIn(stage(), newPerson('Marianna'));
      const reply = await visitor.send([], { slots: ['your-data'], consent: { statistics: true } });
      expect(reply.answer?.slots[0]).toMatchObject({
        widget: 'your-data',
        props: { site: stage().owner.site, title: 'Your data', language: 'en' },
      });
      expect(reply.text).not.toContain('Marianna');
    });
  });
}
