import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

export function acknowledging(stage: () => Stage): void {
  const acknowledged = (headers: Headers) => headers.getSetCookie().find((cookie) => cookie.startsWith('_va='));

  describe('the cookie that tells what has arrived', () => {
    test('names the last event of each of the last batches, so that the next page need not send them', async () => {
      const visitor = shopper(stage(), 'same-site');
      const [first, second, third] = [visitor.event('page_view'), visitor.event('view_item'), visitor.event('scroll')];
      expect(acknowledged((await visitor.send([first])).headers)).toMatch(`_va=${first.id}~; Path=/; Max-Age=3600;`);
      const both = acknowledged((await visitor.send([second, third])).headers);
      expect(both).toMatch(`_va=${first.id}~${third.id}~;`);
      expect(both).not.toContain('HttpOnly');
      for (let batch = 0; batch < 20; batch++) await visitor.send([visitor.event('scroll')]);
      const last = acknowledged((await visitor.send([visitor.event('scroll')])).headers) ?? '';
      expect(last.split('~')).toHaveLength(9);
      expect(last).not.toContain(`${first.id}~`);
    });

    test('is an answer to the first batch of a page where it could not be read', async () => {
      const visitor = shopper(stage(), 'cross-site');
      const [view, click] = [visitor.event('page_view'), visitor.event('select_item')];
      const answers = [await visitor.send([view]), await visitor.send([click])];
      visitor.open('/next');
      const next = visitor.event('page_view');
      answers.push(await visitor.send([next]), await visitor.send([visitor.event('scroll')]));
      const arrived = [undefined, undefined, `${view.id}~${click.id}~${next.id}~`, undefined];
      expect(answers.map(({ answer }) => answer?.arrived)).toEqual(arrived);
    });

    test("says nothing of another visitor's", async () => {
      const [one, other] = [shopper(stage(), 'same-site'), shopper(stage(), 'same-site')];
      const view = one.event('page_view');
      await one.send([view]);
      expect(acknowledged((await other.send([other.event('page_view')])).headers)).not.toContain(view.id);
    });

    test('is not set where it could not be read, nor for a question, nor without consent', async () => {
      const far = shopper(stage(), 'cross-site');
      expect(acknowledged((await far.send([far.event('page_view')])).headers)).toBeUndefined();
      const near = shopper(stage(), 'same-site');
      expect(acknowledged((await near.send([], { slots: ['home'] })).headers)).toBeUndefined();
      const nobody = await near.send([near.event('page_view')], { consent: {} });
      expect(acknowledged(nobody.headers)).toBeUndefined();
    });

    test('goes with a consent that is withdrawn', async () => {
      const visitor = shopper(stage(), 'same-site');
      const { headers } = await visitor.send(
        [visitor.event('consent')],
        { consent: { source: 'api' } },
        { cookie: '_va=a.1~' },
      );
      expect(acknowledged(headers)).toMatch('_va=; Path=/; Max-Age=0;');
    });
  });
}
