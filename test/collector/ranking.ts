import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Receipt } from '../../server/log/receipt.ts';
import type { Ranking } from '../../server/recommend/ranking/ranking.ts';
import { browserWords, everything, type Problem, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

interface Ranked {
  decision: string;
  ids: string[];
  moved: { id: string; from: number; to: number; reason: { code: string; text: string } }[];
}

interface Recommended {
  decision: string;
  recipe: string | null;
  title: string | null;
  items: {
    id: string;
    url: string;
    price: { amount: number; currency: string };
    priceText: string;
    reason: { code: string; text: string };
  }[];
}

const all = Array.from({ length: 30 }, (_, number) => `VASE-${number}`);

/** What a shop draws itself: its own lists in the order for a visitor, and recommendations as data. */
export function ranking(stage: () => Stage): void {
  const shop = () => stage().other;
  let secret = '';
  const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${shop().origin}${path}`, {
      method: 'POST',
      headers: { origin: shopOrigin, 'user-agent': browserWords, 'content-type': 'text/plain', ...headers },
      body: JSON.stringify(body),
    });
  const fromPage = (visitor: Shopper | null, words: object) => ({
    ...{ site: shop().owner.site, consent: everything, language: 'en' },
    ...(visitor?.token ? { token: visitor.token } : {}),
    ...words,
  });
  const fromServer = (path: string, body: unknown) =>
    fetch(`${shop().origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const rank = async (visitor: Shopper | null, words: object = {}) => {
    const answer = await ask('/v1/rank', fromPage(visitor, { kind: 'category', ids: all, ...words }));
    expect(answer.status).toBe(200);
    return (await answer.json()) as Ranked;
  };
  const problemOf = async (answer: Response) => (await answer.json()) as Problem;
  const looked = async (...ids: string[]) => {
    const visitor = shopper(shop());
    let view = '';
    for (const item_id of ids) {
      visitor.open('/vase');
      const event = visitor.event('view_item', { items: [{ item_id }] });
      view = event.id;
      await visitor.send([event]);
    }
    return { visitor, view };
  };
  /** It follows behind the answer. */
  const receiptOf = (decision: string, view: string): Promise<Receipt> =>
    vi.waitFor(async () => {
      const { owner } = shop();
      const told = await owner.timeline(await owner.visitorOf(view));
      const found = told.flatMap(({ receipts }) => receipts).find(({ id }) => id === decision);
      if (!found) throw new Error(`no receipt ${decision}`);
      return found;
    });
  const settings = async () => (await shop().owner.read('/shelves/ranking')) as { ranking: Ranking; version: number };
  const put = (ranking: unknown, base: number) =>
    shop().owner.ask('/shelves/ranking', { method: 'PUT', body: JSON.stringify({ ranking, base }) });
  const choose = async (changes: Partial<Ranking['category']>) => {
    const { ranking, version } = await settings();
    const category = { ...ranking.category, ...changes };
    expect((await put({ ...ranking, category }, version)).status).toBe(200);
  };

  describe('a shop that draws itself', () => {
    beforeAll(async () => {
      const { owner } = shop();
      const created = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Ranking' }) });
      secret = ((await created.json()) as { secret: string }).secret;
      const products = all.map((item_id, number) => ({
        ...{ item_id, item_name: `Vase ${number}`, item_category: 'Vases', item_brand: number % 2 ? 'Clay' : 'Glass' },
        ...{
          price: '19.90',
          url: `https://www.shop.example/vase-${number}`,
          availability: number === 3 ? 'out_of_stock' : 'in_stock',
        },
      }));
      const answer = await fromServer('/v1/catalog', { upsert: products });
      expect(answer.status).toBe(200);
      for (let visit = 0; visit < 4; visit++) await looked('VASE-2', 'VASE-21');
    });

    describe('a list of the shop’s own', () => {
      afterAll(() => choose({ strength: 1, most: 20, sinks: false }));

      test('has all of its products, and what fits this visitor stands further up, with the reason', async () => {
        const { visitor, view } = await looked('VASE-2');
        const { ids, moved, decision } = await rank(visitor);
        expect([...ids].sort()).toEqual([...all].sort());
        const risen = moved.find(({ id }) => id === 'VASE-21');
        expect(risen).toMatchObject({
          from: 21,
          reason: { code: 'viewed-next', text: 'Looked at together with Vase 2' },
        });
        expect(risen?.to).toBe(ids.indexOf('VASE-21'));
        expect(risen?.to).toBeLessThan(15);
        for (const { id, from, to } of moved) {
          expect([all[from], ids[to]]).toEqual([id, id]);
          expect(Math.abs(from - to)).toBeLessThanOrEqual(20);
        }
        const receipt = await receiptOf(decision, view);
        expect(receipt).toMatchObject({ slot: 'category-list', recipe: 'rank@1', rung: 'profile', arm: 'only' });
        expect(receipt.shown).toContainEqual(
          expect.objectContaining({ id: 'VASE-21', reason: expect.objectContaining({ code: 'viewed-next' }) }),
        );
      });

      test('keeps at its beginning what the shop keeps there, and what is called as was searched for', async () => {
        const { visitor } = await looked('VASE-2');
        const kept = await rank(visitor, { keepFirst: 25 });
        expect(kept.ids.slice(0, 25)).toEqual(all.slice(0, 25));
        const exact = await rank(visitor, { kind: 'search', query: ' vase  0', ids: all });
        expect(exact.ids[0]).toBe('VASE-0');
        expect(exact.ids).not.toEqual(all);
      });

      test('keeps what we do not know in its place, also what it names twice', async () => {
        const { visitor } = await looked('VASE-2');
        const ids = ['BANNER', ...all.slice(0, 8), 'BANNER', 'VASE-0', ...all.slice(8)];
        const ranked = await rank(visitor, { ids });
        expect(ranked.ids).not.toEqual(ids);
        for (const place of [0, 9, 10]) expect(ranked.ids[place]).toBe(ids[place]);
        expect([...ranked.ids].sort()).toEqual([...ids].sort());
      });

      test('is the shop’s own for whoever allowed nothing, whatever they looked at', async () => {
        const { visitor } = await looked('VASE-2');
        const withdrawn = await rank(visitor, { consent: { statistics: true } });
        const refused = await rank(visitor, { consent: {} });
        const nobody = await rank(null);
        for (const { moved } of [withdrawn, refused, nobody])
          expect(moved.filter(({ reason }) => reason.code !== 'popular' && reason.code !== 'made-room')).toEqual([]);
      });

      test('changes as far as the owner wants, in the next answer, and the receipt names the version', async () => {
        const { visitor, view } = await looked('VASE-2');
        const before = await settings();
        await choose({ most: 3 });
        const { moved, decision } = await rank(visitor);
        expect(moved.length).toBeGreaterThan(0);
        expect(Math.max(...moved.map(({ from, to }) => Math.abs(from - to)))).toBeLessThanOrEqual(3);
        const receipt = await receiptOf(decision, view);
        expect(receipt.recipe).toBe(`rank@${before.version + 1}`);
        await choose({ strength: 0 });
        expect(await rank(visitor)).toMatchObject({ ids: all, moved: [] });
        const refused = { ...before.ranking, search: { strength: 2, most: 1, sinks: false } };
        const answer = await put(refused, before.version + 2);
        expect([answer.status, (await problemOf(answer)).field]).toEqual([422, 'ranking.search.strength']);
      });

      test('that somebody else has chosen meanwhile is not written over', async () => {
        const { ranking, version } = await settings();
        const of = (most: number) => ({ ...ranking, category: { ...ranking.category, most } });
        const both = await Promise.all([put(of(11), version), put(of(12), version)]);
        expect(both.map(({ status }) => status)).toEqual([200, 409]);
        const [kept, refused] = both;
        expect(await kept?.json()).toEqual({ version: version + 1 });
        expect(refused && (await problemOf(refused))).toMatchObject({ code: 'ranking-changed', field: 'base' });
        expect((await settings()).ranking.category.most).toBe(11);
      });

      test('keeps as many at its beginning as the owner says, and stays the shop’s own where it is turned off', async () => {
        const { visitor } = await looked('VASE-2');
        await choose({ strength: 1, most: 20, keepFirst: 20 });
        const kept = await rank(visitor);
        expect(kept.ids.slice(0, 20)).toEqual(all.slice(0, 20));
        await choose({ keepFirst: 0 });
        expect((await rank(visitor)).ids.slice(0, 20)).not.toEqual(all.slice(0, 20));
        await choose({ isOn: false, sinks: true });
        expect(await rank(visitor)).toMatchObject({ ids: all, moved: [] });
        await choose({ isOn: true, sinks: false });
      });

      test('goes by a choice of before there was a switch, as what was chosen then', async () => {
        const { ranking, version } = await settings();
        const { search, category } = ranking;
        const old = ({ strength, most, sinks }: Ranking['search']) => ({ strength, most, sinks });
        const before = { search: old(search), category: { ...old(category), most: 7 } };
        expect((await put(before, version)).status).toBe(200);
        expect((await settings()).ranking.category).toMatchObject({ isOn: true, keepFirst: 0, most: 7 });
      });

      test('has what is out of stock at its end only where the owner chose that', async () => {
        const { visitor } = await looked('VASE-2');
        await choose({ strength: 0, sinks: true });
        const { ids, moved } = await rank(visitor);
        expect(ids.at(-1)).toBe('VASE-3');
        expect(moved.find(({ id }) => id === 'VASE-3')?.reason.code).toBe('out-of-stock');
        await choose({ sinks: false });
        expect((await rank(visitor)).ids).toEqual(all);
      });

      test('stays the shop’s own for the comparison group, whose receipt says so', async () => {
        await choose({ strength: 1, most: 20 });
        const compare = (share: number) =>
          shop().owner.ask('/shelves/comparison', { method: 'PUT', body: JSON.stringify({ share, instead: 'own' }) });
        expect((await compare(20)).status).toBe(204);
        let found: Receipt | undefined;
        for (let tries = 0; tries < 100 && !found; tries++) {
          const { visitor, view } = await looked('VASE-2');
          const { moved, ids, decision } = await rank(visitor);
          if (moved.length > 0) continue;
          expect(ids).toEqual(all);
          found = await receiptOf(decision, view);
        }
        await compare(0);
        expect(found).toMatchObject({ arm: 'without', propensity: 0.2, shown: [] });
        expect(found?.steps.at(-1)).toMatchObject({ name: 'comparison-group', note: 'own-order' });
      });

      test('is refused to other pages, to made-up tokens, and where it is too long', async () => {
        const words = { kind: 'category', ids: all };
        const elsewhere = await ask('/v1/rank', fromPage(null, words), { origin: 'https://evil.example' });
        expect([elsewhere.status, (await problemOf(elsewhere)).code]).toEqual([403, 'wrong-origin']);
        const forged = await ask('/v1/rank', { ...fromPage(null, words), token: 'made.up' });
        expect([forged.status, (await problemOf(forged)).code]).toEqual([401, 'invalid-token']);
        expect(forged.headers.get('access-control-allow-origin')).toBe(shopOrigin);
        const long = await ask('/v1/rank', fromPage(null, { kind: 'category', ids: Array(501).fill('A') }));
        expect([long.status, (await problemOf(long)).field]).toEqual([422, 'ids']);
        const robot = await ask('/v1/rank', fromPage(null, words), { 'user-agent': 'Googlebot/2.1' });
        expect(robot.status).toBe(204);
      });

      test('is ranked for a server with its secret key, for the visitor that it names and by their own consent', async () => {
        const { visitor } = await looked('VASE-2');
        const words = { kind: 'category', ids: all };
        const answer = await fromServer('/v1/rank', { ...words, token: visitor.token });
        expect(answer.headers.get('ratelimit')).toMatch(/r=\d+/);
        expect(((await answer.json()) as Ranked).moved.map(({ id }) => id)).toContain('VASE-21');
        await visitor.send([visitor.event('consent', { statistics: true })], {
          consent: { statistics: true, source: 'api' },
        });
        const after = (await (await fromServer('/v1/rank', { ...words, token: visitor.token })).json()) as Ranked;
        expect(after.moved.filter(({ reason }) => reason.code === 'viewed-next')).toEqual([]);
        expect((await fromServer('/v1/rank', { ...words, token: 'made.up' })).status).toBe(422);
        expect((await fromServer('/v1/rank', words)).status).toBe(200);
      });
    });

    describe('recommendations as data', () => {
      const recommend = async (visitor: Shopper | null, words: object) => {
        const answer = await ask('/v1/recommendations', fromPage(visitor, words));
        expect(answer.status).toBe(200);
        return (await answer.json()) as Recommended;
      };

      test('are what the shelf of that slot would show, with prices, addresses and reasons, and a receipt', async () => {
        const { visitor, view } = await looked('VASE-2');
        const found = await recommend(visitor, { slot: 'product', product: 'VASE-2', limit: 3 });
        expect(found.recipe).toMatch(/@\d+$/);
        expect(found.items).toHaveLength(3);
        const { items } = await recommend(visitor, { recipe: 'next', product: 'VASE-2', limit: 1 });
        expect(items.find(({ id }) => id === 'VASE-21')).toMatchObject({
          url: 'https://www.shop.example/vase-21',
          price: { amount: 1990 },
          priceText: expect.stringContaining('19.90'),
          reason: { code: 'viewed-next', text: 'Looked at together with Vase 2' },
        });
        const receipt = await receiptOf(found.decision, view);
        expect(receipt).toMatchObject({ slot: 'product', widget: 'shelf', recipe: found.recipe, rung: 'profile' });
      });

      test('leave out what is in the cart, on the page, or out of stock', async () => {
        const { visitor } = await looked('VASE-5');
        const words = { recipe: 'new', cart: ['VASE-21'], without: ['VASE-20'], product: 'VASE-19', limit: 24 };
        const [known, unknown] = [await recommend(visitor, words), await recommend(null, words)];
        for (const { items } of [known, unknown]) {
          expect(items.length).toBeGreaterThan(5);
          for (const gone of ['VASE-21', 'VASE-20', 'VASE-19', 'VASE-3'])
            expect(items.map(({ id }) => id)).not.toContain(gone);
        }
      });

      test('speak the page’s language, and say to a server what they say to a page', async () => {
        const { visitor } = await looked('VASE-2');
        const found = await recommend(visitor, { recipe: 'next', product: 'VASE-2', limit: 1, language: 'uk-UA' });
        expect(found.items.find(({ id }) => id === 'VASE-21')?.reason.text).toBe('Дивляться разом із «Vase 2»');
        const words = { recipe: 'next', product: 'VASE-2', limit: 1, token: visitor.token, language: 'uk' };
        const told = (await (await fromServer('/v1/recommendations', words)).json()) as Recommended;
        expect(told.items).toEqual(found.items);
      });

      test('are asked for by a slot with a shelf, or by a recipe that there is', async () => {
        for (const [words, field] of [
          [{}, 'slot'],
          [{ slot: 'greeting' }, 'slot'],
          [{ slot: 'nowhere' }, 'slot'],
          [{ slot: 'home', recipe: 'new' }, 'slot'],
          [{ recipe: 'nothing' }, 'recipe'],
          [{ recipe: 'new', limit: 25 }, 'limit'],
        ] as const) {
          const answer = await ask('/v1/recommendations', fromPage(null, words));
          expect([answer.status, (await problemOf(answer)).field]).toEqual([422, field]);
        }
      });
    });
  });
}
