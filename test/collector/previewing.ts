import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { PreviewAnswer, PreviewRequest } from '../../snippet/preview-protocol.ts';
import { campaign, campaigner } from './campaigner.ts';
import { fromPanel } from './owner.ts';
import { browserWords, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** Staff looks at a draft on the shop's own pages. */
export function previewing(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look } = campaigner(shop);
  const draft = (more: Partial<Campaign> = {}) => campaign('unseen', { state: 'draft', priority: 10, ...more });
  const words = (title: string) => {
    const [one] = campaign('unseen').variants;
    if (one?.content.widget !== 'message') throw new Error('the story’s campaign shows a message');
    return { ...one, content: { ...one.content, title: { en: title } } };
  };

  async function start(from: Pick<Stage, 'owner'>, kept = draft(), init: RequestInit = {}): Promise<string> {
    const body = JSON.stringify({ campaign: kept, language: 'en' });
    const answer = await from.owner.ask('/previews', { method: 'POST', body, ...init });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { token: string }).token;
  }

  function ask(
    token: string,
    asked: Partial<PreviewRequest> = {},
    headers: Record<string, string> = {},
    path = '/v1/preview',
  ) {
    const page = { path: '/', slots: ['promo'], language: 'en', who: { example: 'new' }, variant: 'a' } as const;
    return fetch(`${shop().origin}${path}`, {
      method: 'POST',
      headers: {
        ...{ origin: shopOrigin, 'user-agent': browserWords, 'content-type': 'application/json' },
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ site: shop().owner.site, ...page, ...asked }),
    });
  }

  async function seen(token: string, asked: Partial<PreviewRequest> = {}) {
    const answer = await ask(token, asked);
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as PreviewAnswer;
    return { ...page, fate: page.campaigns.find(({ id }) => id === 'unseen')?.fate };
  }

  const titles = ({ decisions }: PreviewAnswer) => decisions.map(({ props }) => props.title);

  describe('a preview', () => {
    beforeAll(async () => {
      await keep(campaign('running', { variants: [words('For everybody')] }));
    });
    afterAll(async () => {
      await keep(campaign('running', { state: 'archived' }));
      for (const { id } of ((await shop().owner.read('/segments')) as { segments: { id: string; name: string }[] })
        .segments)
        if (id.startsWith('previewed')) await shop().owner.ask(`/segments/${id}`, { method: 'DELETE' });
    });

    test('shows the draft in its place, as each variant, without it, or as it would be; and what keeps it away', async () => {
      const token = await start(
        shop(),
        draft({ variants: [words('First'), { ...words('Second'), id: 'b', weight: 0 }] }),
      );
      expect(titles(await seen(token))).toEqual(['First']);
      expect(titles(await seen(token, { slots: ['promo', 'your-data', 'order-status', 'alert'] }))).toEqual(['First']);
      expect(titles(await seen(token, { variant: 'b' }))).toEqual(['Second']);
      expect(titles(await seen(token, { variant: '' }))).toEqual(['For everybody']);
      const page = await seen(token, { variant: null });
      expect([titles(page), page.fate]).toEqual([['For everybody'], 'another campaign stands there: running']);
      expect(page.campaigns.filter(({ isShown }) => isShown).map(({ id }) => id)).toEqual(['running']);
      expect(page.draft).toMatchObject({ id: 'unseen', variants: ['a', 'b'], slot: 'promo', revision: 0 });
    });

    test('says of each campaign why it is not seen, in the panel’s language', async () => {
      const elsewhere = await start(shop(), draft({ priority: 90, pages: { only: ['/sale'], never: [] } }));
      expect((await seen(elsewhere)).fate).toBe('not for this page');
      expect((await seen(elsewhere, { path: '/sale' })).fate).toBe('is seen');
      expect((await seen(elsewhere, { slots: [] })).fate).toBe('this page has no such place');
      const known = await start(shop(), draft({ priority: 90, rungs: ['profile'] }));
      expect((await seen(known, { who: { example: 'nobody' } })).fate).toBe('they do not allow enough');
      const body = JSON.stringify({
        campaign: draft({ priority: 90, pages: { only: ['/sale'], never: [] } }),
        language: 'uk',
      });
      const started = await shop().owner.ask('/previews', { method: 'POST', body });
      const { token } = (await started.json()) as { token: string };
      expect((await seen(token)).fate).toBe('не для цієї сторінки');
    });

    test('is seen as somebody of a segment, on a phone or a computer, and tells nothing of them', async () => {
      const regular = await start(shop(), draft({ priority: 90, audience: { field: 'orders', is: '>=', value: 1 } }));
      expect((await seen(regular, { who: { example: 'new' } })).fate).toBe('they are not who it is for');
      const phones = { field: 'device', is: '=', value: 'phone' } as const;
      const onPhones = await start(shop(), draft({ priority: 90, audience: phones }));
      expect((await seen(onPhones, { device: 'phone' })).fate).toBe('is seen');
      expect((await seen(onPhones, { device: 'desktop' })).fate).toBe('they are not who it is for');

      const searcher = shopper(shop());
      await searcher.send([searcher.event('page_view'), searcher.event('search', { search_term: 'preview socks' })]);
      const made = await shop().owner.ask('/segments', {
        method: 'POST',
        body: JSON.stringify({ name: 'Previewed', rule: { did: 'search', is: '>=', times: 1, within: 30 } }),
      });
      const { id } = (await made.json()) as { id: string };
      const token = await start(shop(), draft({ priority: 90, audience: { segment: id } }));
      const page = await seen(token, { who: { segment: id }, slots: ['promo', 'greeting', 'home'] });
      expect(page).toMatchObject({ fate: 'is seen', isSomebody: true });
      expect(page.decisions.map(({ slot }) => slot)).toEqual(['promo']);
      expect(page.segments).toContainEqual({ id, name: 'Previewed' });
      expect((await seen(token, { who: { segment: 'nobody-is-here' } })).isSomebody).toBe(false);
    });

    test('opens for nobody else: forged, over, of another shop, from another page, or after its staff has gone', async () => {
      const token = await start(shop());
      const status = async (...how: Parameters<typeof ask>) => {
        const answer = await ask(...how);
        expect(answer.headers.get('content-type')).toContain('problem+json');
        expect(await answer.text()).not.toContain('Free delivery');
        return answer.status;
      };
      const [head = '', claims = '', signature = ''] = token.split('.');
      const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
      const forged = (more: object) =>
        [head, Buffer.from(JSON.stringify({ ...said, ...more })).toString('base64url'), signature].join('.');
      expect(await status('')).toBe(401);
      expect(await status(`${token.slice(0, -4)}AAAA`)).toBe(401);
      expect(await status(forged({ preview: 'another' }))).toBe(401);
      expect(await status(forged({ exp: 4_000_000_000 }))).toBe(401);
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      expect(await status([none, claims, ''].join('.'))).toBe(401);
      expect(await status(await start(stage()))).toBe(401);
      expect(await status(token, {}, { origin: 'https://evil.example' })).toBe(403);
      const visitor = shopper(shop());
      await visitor.send([visitor.event('page_view')]);
      expect(await status(visitor.token ?? '')).toBe(401);
      expect(
        (await fetch(`${shop().origin}/admin/api/campaigns`, { headers: { authorization: `Bearer ${token}` } })).status,
      ).toBe(401);

      const { email, password } = shop().owner;
      const signedIn = await fetch(`${shop().origin}/admin/api/session`, {
        method: 'POST',
        headers: fromPanel,
        body: JSON.stringify({ email, password }),
      });
      const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '', ...fromPanel };
      const theirs = await start(shop(), draft(), { headers });
      expect((await ask(theirs)).status).toBe(200);
      await fetch(`${shop().origin}/admin/api/session`, { method: 'DELETE', headers });
      expect(await status(theirs)).toBe(403);
      expect((await ask(token)).status).toBe(200);
    });

    test('is given another place on the page; visitors see it there once the panel has kept it, on its pages and on no other', async () => {
      const body = JSON.stringify({ campaign: draft({ priority: 95 }), language: 'en' });
      const started = await shop().owner.ask('/previews', { method: 'POST', body });
      const { id, token } = (await started.json()) as { id: string; token: string };
      const at = { selector: '#bestsellers', position: 'after' } as const;
      const place = (base: number, more: object = {}) =>
        ask(token, { at, only: '/tea/*', base, ...more } as object, {}, '/v1/preview/place');
      const placed = await place(0);
      expect([placed.status, await placed.json()]).toMatchObject([200, { revision: 1, hasPages: true }]);
      expect((await place(0, { only: '/' })).status).toBe(409);
      expect((await place(1, { at: { selector: '#x', position: 'over' } })).status).toBe(422);
      expect((await ask('', { at, only: null, base: 1 } as object, {}, '/v1/preview/place')).status).toBe(401);
      const page = await seen(token, { path: '/tea/oolong' });
      expect(page.decisions.find(({ at }) => at)).toMatchObject({ at, slot: page.draft.slot, widget: 'message' });
      expect((await seen(token, { path: '/' })).fate).toBe('not for this page');

      const spot = async (path: string) => {
        const visitor = shopper(shop());
        await look(visitor, path, 'en', []);
        return (await look(visitor, path, 'en', [])).answer?.slots.find((one) => one.at);
      };
      const somebodys = async (path: string) => {
        for (let tries = 0; tries < 40; tries++) {
          const found = await spot(path);
          if (found) return found;
        }
        return null;
      };
      expect(await somebodys('/tea/oolong')).toBeNull();
      const now = (await shop().owner.read(`/previews/${id}`)) as Pick<Campaign, 'place' | 'pages'>;
      expect(now).toMatchObject({ place: { kind: 'slot', at }, pages: { only: ['/tea/*'] } });
      const { place: theirs, pages } = now;
      const wrong = { place: { ...theirs, slot: 'promo' } as Campaign['place'] };
      expect(await (await keep(draft(wrong))).json()).toMatchObject({ status: 422, field: 'campaign.place.slot' });
      await keep(draft({ priority: 95, state: 'running', place: theirs, pages }));
      expect(await somebodys('/tea/oolong')).toMatchObject({ at, props: { title: 'Free delivery today' } });
      expect(await spot('/coffee')).toBeUndefined();
      expect(Object.keys(((await shop().owner.read('/campaigns')) as { asked: object }).asked)).not.toContain(
        page.draft.slot,
      );
      await keep(draft({ state: 'archived', place: theirs, pages }));
    });

    test('records nothing: no event, no exposure, nothing of its campaign, and no code of a list', async () => {
      await shop().owner.ask('/coupons/previewed', { method: 'POST', body: 'ONE-1\nTWO-2' });
      const code = { kind: 'list', list: 'previewed' } as const;
      const content = { widget: 'coupon', title: { en: 'A gift' }, text: {}, code } as const;
      const variants = [{ id: 'a', weight: 1, content }];
      const visitor = shopper(shop());
      const { view } = await look(visitor);
      const id = await shop().owner.visitorOf(view.id);
      const everything = async () =>
        JSON.stringify([
          await shop().owner.everything(),
          ...(await Promise.all([shop().owner.visitor(id), shop().owner.timeline(id)])),
          ...(await Promise.all(
            ['/campaigns', '/campaigns/running/kept', '/campaigns/unseen/kept', '/coupons', '/doctor'].map((path) =>
              shop().owner.read(path),
            ),
          )),
        ]);
      const before = await everything();
      const token = await start(shop(), draft({ variants, rungs: ['profile'] }));
      for (const who of [{ example: 'new' }, { example: 'regular' }, { segment: 'none' }] as const) {
        const page = await seen(token, { who, slots: ['promo', 'never-asked-for'] });
        expect(page.decisions.find(({ slot }) => slot === 'promo')?.props).toMatchObject({ code: 'EXAMPLE' });
      }
      expect(await everything()).toBe(before);
      expect((await look(visitor)).text).not.toContain('A gift');
    });

    test('of what is no campaign is refused by its field', async () => {
      const body = JSON.stringify({ campaign: draft({ name: '' }), language: 'en' });
      const refused = await shop().owner.ask('/previews', { method: 'POST', body });
      expect([refused.status, await refused.json()]).toMatchObject([422, { field: 'campaign.name' }]);
      expect((await ask(await start(shop()), { slots: ['x'.repeat(65)] })).status).toBe(422);
    });
  });
}
