import { describe, expect, test } from 'vitest';
import { browserWords, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

export function answering(stage: () => Stage): void {
  describe('a page of the shop', () => {
    test('gets its token in the answer where the collector is on another site', async () => {
      const visitor = shopper(stage(), 'cross-site');
      const { status, headers, answer } = await visitor.send([visitor.event('page_view')]);
      expect(status).toBe(200);
      expect(answer).toEqual({ token: expect.stringMatching(/^.{30,200}$/), slots: [] });
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBe(shopOrigin);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('vary')).toMatch(/origin/i);
    });

    test('gets it in a cookie that scripts cannot read where the collector is on the same site', async () => {
      const visitor = shopper(stage(), 'same-site');
      const { status, headers, text } = await visitor.send([visitor.event('page_view')]);
      expect(status).toBe(204);
      expect(text).toBe('');
      expect(headers.getSetCookie()[0]).toMatch(/^_v=[^;]{30,200}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/);
    });

    test('gets a cookie that keeps to TLS where it came over TLS', async () => {
      const visitor = shopper(stage(), 'same-site');
      const { headers } = await visitor.send([visitor.event('page_view')], {}, { 'x-forwarded-proto': 'https' });
      expect(headers.get('set-cookie')).toMatch(/; Secure$/);
    });

    test.each(['cross-site', 'same-site'] as const)('stays the same visitor with what it keeps (%s)', async (site) => {
      const visitor = shopper(stage(), site);
      const first = visitor.event('page_view');
      await visitor.send([first]);
      visitor.open('/mugs');
      const second = visitor.event('page_view');
      const reply = await visitor.send([second]);
      expect(reply.answer?.token).toBeUndefined();
      expect(reply.headers.getSetCookie().filter((cookie) => cookie.startsWith('_v='))).toEqual([]);
      const { owner } = stage();
      expect(await owner.visitorOf(second.id)).toBe(await owner.visitorOf(first.id));
    });

    test('may ask first whether it may send', async () => {
      const { status, headers } = await fetch(`${stage().origin}/v1/collect`, {
        method: 'OPTIONS',
        headers: { origin: shopOrigin, 'access-control-request-method': 'POST' },
      });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(shopOrigin);
      expect(headers.get('access-control-allow-methods')).toContain('POST');
      expect(headers.get('access-control-allow-headers')).toContain('content-type');
      expect(headers.get('access-control-allow-credentials')).toBe('true');
    });

    test('is told why when a robot opened it, and nothing of that is kept', async () => {
      const before = await stage().owner.everything();
      const robot = shopper(stage());
      const words = browserWords.replace(
        'Chrome',
        'compatible; Googlebot/2.1; +http://www.google.com/bot.html; Chrome',
      );
      const { status, headers } = await robot.send([robot.event('page_view')], {}, { 'user-agent': words });
      expect(status).toBe(204);
      expect(headers.get('x-vitrina-dropped')).toBe('bot');
      expect(await stage().owner.everything()).toEqual(before);
    });
  });
}
