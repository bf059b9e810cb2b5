import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface People {
  visitors: unknown[];
  total: number;
}

export function consenting(stage: () => Stage): void {
  describe('a visitor who allows nothing', () => {
    test.each(['cross-site', 'same-site'] as const)('gets no token, no cookie and no profile (%s)', async (site) => {
      const { owner } = stage();
      const before = (await owner.read('/visitors')) as People;
      const visitor = shopper(stage(), site);
      const view = visitor.event('page_view');
      const { status, headers, text } = await visitor.send([view], { consent: {}, slots: ['greeting'] });
      expect([status, text, headers.get('set-cookie')]).toEqual([204, '', null]);
      const name = await owner.visitorOf(view.id);
      expect((await owner.ask(`/visitors/${name}`)).status).toBe(404);
      expect(await owner.read('/visitors')).toEqual(before);
    });

    test('is counted as one person on one day', async () => {
      const { owner } = stage();
      const from = { 'cf-connecting-ip': '198.51.100.7' };
      const [one, two, stranger] = [shopper(stage()), shopper(stage()), shopper(stage())];
      const [first, second, third] = [one.event('page_view'), two.event('page_view'), stranger.event('page_view')];
      await one.send([first], { consent: {} }, from);
      await two.send([second], { consent: {} }, from);
      await stranger.send([third], { consent: {} }, { 'cf-connecting-ip': '198.51.100.8' });
      const names = await Promise.all([first, second, third].map(({ id }) => owner.visitorOf(id)));
      expect(names[1]).toBe(names[0]);
      expect(names[2]).not.toBe(names[0]);
    });

    test('any more loses the cookie, and the profile grows no further', async () => {
      const { owner } = stage();
      const visitor = shopper(stage(), 'same-site');
      const before = visitor.event('page_view');
      await visitor.send([before]);
      visitor.open('/private');
      const { headers } = await visitor.send([visitor.event('page_view')], { consent: {} });
      expect(headers.get('set-cookie')).toMatch(/^_v=; Path=\/; Max-Age=0;/);
      expect(visitor.cookie).toBeUndefined();
      const kept = await owner.timeline(await owner.visitorOf(before.id));
      expect(kept.map(({ id }) => id)).toEqual([before.id]);
    });
  });
}
