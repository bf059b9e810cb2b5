import { describe, expect, test } from 'vitest';
import type { Stage } from './stage.ts';

const anyOrigin = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export function serving(stage: () => Stage): void {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${stage().origin}${path}`, { headers });

  describe('a file', () => {
    test('of the snippet may be loaded by every page, and is looked for again after minutes', async () => {
      const answer = await get('/v.js');
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...anyOrigin,
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=600, stale-while-revalidate=86400',
        'x-content-type-options': 'nosniff',
      });
      expect(await answer.text()).toContain('/v1/collect');
    });

    test('of the widgets may be loaded by every page, and is kept for ever', async () => {
      // All of them carry the snippet's version in their names.
      const [version] = /(?<=-)[A-Z0-9]{8}(?=\.js)/.exec(await (await get('/v.js')).text()) ?? [];
      expect(version).toBeDefined();
      for (const chunk of ['runtime', 'shelf', 'greeting', 'auto']) {
        const answer = await get(`/w/${chunk}-${version}.js`);
        expect(answer.status).toBe(200);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          ...anyOrigin,
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=31536000, immutable',
        });
        expect((await answer.text()).length).toBeGreaterThan(100);
      }
    });

    test('that the browser has is not sent again', async () => {
      const etag = (await get('/v.js')).headers.get('etag') ?? '';
      const answer = await get('/v.js', { 'if-none-match': etag });
      expect([answer.status, await answer.text()]).toEqual([304, '']);
    });

    test.each(['/admin', '/admin/', '/admin/visitors/some-one', '/admin/catalog/products/A%2F1.kg'])(
      'of the panel is at %s, under a strict policy',
      async (path) => {
        const answer = await get(path);
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self'; script-src 'self';/);
        expect(answer.headers.get('x-frame-options')).toBe('DENY');
        const [script] = (await answer.text()).match(/\/admin\/app-[A-Z0-9]{8}\.js/) ?? [''];
        expect((await get(script)).status).toBe(200);
      },
    );

    test.each(['/nothing', '/w/nothing.js', '/w/..%2f..%2fpackage.json', '/admin/__proto__.js', '/v1/nothing'])(
      'that is not there (%s) is a problem that says so',
      async (path) => {
        const answer = await get(path);
        expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
        expect(await answer.json()).toMatchObject({ code: 'not-found' });
      },
    );
  });

  test('/healthz says that it is well', async () => {
    const answer = await get('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  });
}
