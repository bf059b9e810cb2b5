import { describe, expect, test } from 'vitest';
import type { Consent } from '../../snippet/protocol.ts';
import { newPerson, signedIn } from './knowing.ts';
import { everything, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

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

    test('any more loses the cookie and leaves a last word, and the profile grows no further', async () => {
      const { owner } = stage();
      const visitor = shopper(stage(), 'same-site');
      const before = visitor.event('page_view');
      await visitor.send([before]);
      const id = await owner.visitorOf(before.id);
      visitor.open('/private');
      const refusal: Consent = { statistics: false, source: 'tcf', text: '2026-11' };
      const { headers } = await visitor.send([visitor.event('page_view')], { consent: refusal });
      expect(headers.get('set-cookie')).toMatch(/^_v=; Path=\/; Max-Age=0;/);
      expect(visitor.cookie).toBeUndefined();
      const kept = await owner.timeline(id);
      expect(kept.map(({ name }) => name)).toEqual(['consent', 'page_view']);
      const { consent, consentHistory } = await owner.visitor(id);
      expect(consent).toEqual(refusal);
      expect(consentHistory.map((word) => word.consent)).toEqual([refusal, everything]);
    });

    test('any more says so once, however often the page does, also by a token in the body', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const before = visitor.event('page_view');
      await visitor.send([before]);
      const refusal = { consent: { source: 'api' } as const };
      const view = visitor.event('page_view');
      for (let time = 0; time < 2; time++) await visitor.send([view], { ...refusal, token: visitor.token });
      const kept = await owner.timeline(await owner.visitorOf(before.id));
      expect(kept.map(({ name }) => name)).toEqual(['consent', 'page_view']);
    });

    test('on one device has that device forgotten on the others', async () => {
      const who = newPerson('Anna');
      const [phone, laptop] = [await signedIn(stage(), who), await signedIn(stage(), who)];
      const asked = () => laptop.visitor.send([], { slots: ['home'] });
      await phone.visitor.send([phone.visitor.event('add_to_cart', { items: [{ item_id: 'PHONE-MUG' }] })]);
      expect((await stage().owner.visitor(laptop.id)).cart.map(({ id }) => id)).toEqual(['PHONE-MUG']);
      const before = await greeted(laptop.visitor);
      expect(before).toContain('basket');
      await phone.visitor.send([phone.visitor.event('page_view')], { consent: { source: 'api' } });
      expect(await greeted(laptop.visitor)).not.toContain('basket');
      expect((await asked()).status).toBeLessThan(300);
    });
  });

  describe('a visitor whose answer is not known yet', () => {
    test('is counted without a profile, and keeps what an earlier answer has allowed', async () => {
      const { owner } = stage();
      const visitor = shopper(stage(), 'same-site');
      const before = visitor.event('page_view');
      await visitor.send([before]);
      const id = await owner.visitorOf(before.id);
      visitor.open('/next');
      const unseen = visitor.event('page_view');
      const { headers } = await visitor.send([unseen], { consent: {} });
      expect(headers.get('set-cookie')).toBeNull();
      expect(await owner.visitorOf(unseen.id)).not.toBe(id);
      const consent: Consent = { statistics: true, source: 'gcm' };
      const granted = visitor.event('consent', { ...consent });
      await visitor.send([granted], { consent });
      expect(await owner.visitorOf(granted.id)).toBe(id);
    });

    test('and then is yes is known by where they came from', async () => {
      const { owner } = stage();
      const visitor = shopper(stage());
      const page = { id: crypto.randomUUID(), url: `${shopOrigin}/?utm_source=news&utm_medium=email` };
      await visitor.send([{ ...visitor.event('page_view'), id: `${page.id}.0` }], { consent: {}, page });
      const consent: Consent = { statistics: true, source: 'api' };
      const granted = { ...visitor.event('consent', { ...consent }), id: `${page.id}.1` };
      await visitor.send([granted], { consent, page });
      const known = await owner.visitor(await owner.visitorOf(granted.id));
      expect(known.firstTouch).toMatchObject({ source: 'news', medium: 'email' });
      expect(known.consentHistory).toMatchObject([{ consent }]);
    });
  });

  describe('a browser with Global Privacy Control', () => {
    const signal = { 'sec-gpc': '1' };

    test.each(['tag', 'gcm', undefined] as const)('is counted without a profile, whatever %s says', async (source) => {
      const visitor = shopper(stage(), 'same-site');
      const view = visitor.event('page_view');
      const consent = { ...everything, source };
      const { headers, text } = await visitor.send([view], { consent, slots: ['greeting'] }, signal);
      expect([text, headers.get('set-cookie')]).toEqual(['', null]);
      expect((await stage().owner.ask(`/visitors/${await stage().owner.visitorOf(view.id)}`)).status).toBe(404);
    });

    test("has a profile when its visitor has said yes in the shop's own words", async () => {
      const visitor = shopper(stage());
      const view = visitor.event('page_view');
      await visitor.send([view], { consent: { statistics: true, source: 'api' } }, signal);
      const known = await stage().owner.visitor(await stage().owner.visitorOf(view.id));
      expect(known.consent).toEqual({ statistics: true, source: 'api' });
    });
  });

  test("a visitor's local time is known by the clock of their browser", async () => {
    const visitor = shopper(stage());
    const view = visitor.event('page_view');
    await visitor.send([view], { offset: 330, version: 'a1b2c3' });
    expect(await stage().owner.visitor(await stage().owner.visitorOf(view.id))).toMatchObject({ offset: 330 });
  });

  async function greeted(visitor: Shopper): Promise<string> {
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['greeting'] });
    return JSON.stringify(answer?.slots[0]?.props);
  }
}
