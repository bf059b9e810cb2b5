import { describe, expect, test } from 'vitest';
import { fromPanel } from './owner.ts';
import type { Problem } from './shopper.ts';
import type { Stage } from './stage.ts';

export function signingIn(stage: () => Stage): void {
  const panel = (path: string, init: RequestInit = {}) => fetch(`${stage().origin}/admin/api${path}`, init);
  const post = (path: string, body: object, headers: Record<string, string> = fromPanel) =>
    panel(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const right = () => ({ email: stage().owner.email, password: stage().owner.password });

  describe('the panel', () => {
    test.each(['/install', '/live', '/live/stream', '/visitors', '/visitors/x', '/visitors/x/timeline'])(
      'shows %s to nobody who is signed out',
      async (path) => {
        expect(await problemOf(await panel(path))).toMatchObject({ status: 401, code: 'signed-out' });
        const forged = await panel(path, { headers: { cookie: `staff=${'A'.repeat(43)}` } });
        expect(await problemOf(forged)).toMatchObject({ status: 401, code: 'signed-out' });
      },
    );

    test('signs the owner in by password, and out again', async () => {
      const entered = await post('/session', right());
      expect(entered.status).toBe(200);
      expect(await entered.json()).toMatchObject({
        state: 'signed-in',
        staff: { name: 'Ольга', email: 'owner@shop.example', role: 'owner' },
        shop: { key: stage().owner.site, name: 'Test shop', domain: 'https://www.shop.example', currency: 'EUR' },
      });
      const set = entered.headers.get('set-cookie') ?? '';
      expect(set).toMatch(/^staff=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
      const cookie = set.split(';')[0] ?? '';
      expect((await panel('/visitors', { headers: { cookie } })).status).toBe(200);

      await panel('/session', { method: 'DELETE', headers: { ...fromPanel, cookie } });
      expect((await panel('/visitors', { headers: { cookie } })).status).toBe(401);
      expect(await (await panel('/session', { headers: { cookie } })).json()).toEqual({ state: 'signed-out' });
    });

    test('binds the cookie to its host and to TLS where there is TLS', async () => {
      const entered = await post('/session', right(), { ...fromPanel, 'x-forwarded-proto': 'https' });
      expect(entered.headers.get('set-cookie')).toMatch(/^__Host-staff=.*; HttpOnly; Secure; SameSite=Lax$/);
    });

    test('takes no change from a page that cannot set our header', async () => {
      const { 'x-vitrina': _, ...plain } = fromPanel;
      const answer = await post('/session', right(), plain);
      expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'forged' });
      expect(answer.headers.get('set-cookie')).toBeNull();
    });

    test('says the same of a wrong password and of an unknown address', async () => {
      const wrong = await post('/session', { ...right(), password: 'wrong' });
      const unknown = await post('/session', { email: 'nobody@shop.example', password: 'wrong' });
      expect(wrong.headers.get('set-cookie')).toBeNull();
      const problem = await problemOf(wrong);
      expect(problem).toMatchObject({ status: 401, code: 'wrong-credentials' });
      expect(await problemOf(unknown)).toEqual(problem);
      // A right one makes the two failures forgotten.
      expect((await post('/session', right())).status).toBe(200);
    });

    test('names the field of an answer that it cannot use', async () => {
      const short = await post('/setup', { link: 'x', name: 'A', email: 'a@shop.example', password: 'short' });
      expect(await problemOf(short)).toMatchObject({ status: 422, code: 'invalid', field: 'password' });
      expect(await problemOf(await post('/session', {}))).toMatchObject({ status: 422, code: 'invalid' });
    });

    test('slows guessing down, without locking out those who come from elsewhere', async () => {
      const guesser = { ...fromPanel, 'cf-connecting-ip': '203.0.113.9' };
      const guess = () => post('/session', { email: 'victim@shop.example', password: crypto.randomUUID() }, guesser);
      for (let tries = 0; tries < 5; tries++) expect((await guess()).status).toBe(401);
      const answer = await guess();
      expect(await problemOf(answer)).toMatchObject({ status: 429, code: 'too-many-attempts' });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await post('/session', right(), guesser)).status).toBe(429);
      expect((await post('/session', right())).status).toBe(200);
    });

    test('creates one owner, by a link that works once', async () => {
      const again = { name: 'Mallory', email: 'mallory@shop.example', password: 'correct horse battery' };
      const used = await post('/setup', { link: stage().owner.link, ...again });
      expect(await problemOf(used)).toMatchObject({ status: 403, code: 'link-invalid' });
      const signIn = await post('/session', { link: stage().owner.link });
      expect(await problemOf(signIn)).toMatchObject({ status: 403, code: 'link-invalid' });
      expect((await post('/session', again)).status).toBe(401);
    });
  });
}

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return (await answer.json()) as Problem;
}
