import { describe, expect, test } from 'vitest';
import { shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

export function comingFrom(stage: () => Stage): void {
  /** A view of a page with this query and referrer, as the next one of this visitor. */
  const arrive = async (visitor: ReturnType<typeof shopper>, query: string, referrer?: string) => {
    visitor.open('/');
    const view = visitor.event('page_view');
    const [id = ''] = view.id.split('.');
    const page = { id, url: `${shopOrigin}/sale?${query}`, language: 'en', ...(referrer ? { referrer } : {}) };
    await visitor.send([view], { page });
    return stage().owner.visitor(await stage().owner.visitorOf(view.id));
  };

  describe('where a visitor comes from', () => {
    test('is kept first and last: the page again, the till and the shop itself say nothing', async () => {
      const visitor = shopper(stage());
      const first = await arrive(visitor, 'utm_source=news&utm_medium=email&utm_campaign=11.11');
      const letter = { channel: 'email', source: 'news', medium: 'email', campaign: '11.11', landing: '/sale' };
      expect(first).toMatchObject({ firstTouch: letter, lastTouch: letter });
      await arrive(visitor, 'utm_source=banner&utm_medium=cpc', `${shopOrigin}/`);
      await arrive(visitor, 'utm_source=again&utm_medium=cpc');
      await arrive(visitor, '', 'https://www.liqpay.ua/');
      expect(await arrive(visitor, '', `${shopOrigin}/cart`)).toMatchObject({ lastTouch: letter });
      const last = await arrive(visitor, '', 'https://chatgpt.com/');
      expect(last).toMatchObject({ firstTouch: letter, lastTouch: { channel: 'assistant', source: 'chatgpt.com' } });
    });

    test('is a region, too, where the proxy in front of us says so', async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      const place = { 'cf-ipcountry': 'UA', 'cf-region-code': '46' };
      await visitor.send([view], {}, { ...place, 'sec-ch-ua-platform': '"Android"', 'sec-ch-ua-mobile': '?1' });
      const id = await stage().owner.visitorOf(view.id);
      const there = { country: 'UA', region: 'UA-46' };
      expect(await stage().owner.visitor(id)).toMatchObject({ ...there, device: 'phone', os: 'Android' });
      await visitor.send([visitor.event('scroll')]);
      expect(await stage().owner.visitor(id)).toMatchObject(there);
    });
  });
}
