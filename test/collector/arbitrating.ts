import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Common } from '../../server/campaigns/common.ts';
import type { OrderStatus } from '../../server/log/log-event.ts';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Rule } from '../../server/segments/rule.ts';
import type { CampaignsNow } from '../../server/visitors/campaigns-now.ts';
import { campaign, campaigner } from './campaigner.ts';
import { newPerson, signedIn } from './knowing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

interface Told {
  common: Common;
  version: number;
  usual: Common;
  history: { chosen: Common; version: number; by: string; at: number }[];
}

/** What holds for all campaigns, and what keeps one away. */
export function arbitrating(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, someone, receiptsOf } = campaigner(shop);
  const told = async () => (await shop().owner.read('/campaigns/common')) as Told;
  const choose = async (common: Common, base?: number) =>
    shop().owner.ask('/campaigns/common', {
      method: 'PUT',
      body: JSON.stringify({ common, base: base ?? (await told()).version }),
    });

  describe('what holds for all campaigns', () => {
    afterAll(async () => {
      await choose((await told()).usual);
      for (const id of ['held', 'tiring']) await keep(campaign(id, { state: 'archived' }));
    });

    test('is five percent who see none and four of attention, until the merchant chooses', async () => {
      expect(await told()).toEqual({
        ...{ common: { holdout: 5, budget: 4 }, usual: { holdout: 5, budget: 4 } },
        ...{ version: 1, history: [] },
      });
    });

    test('is chosen with who and when, and nobody writes over what somebody else has chosen meanwhile', async () => {
      expect(await (await choose({ holdout: 50, budget: 4 })).json()).toEqual({ version: 2 });
      const late = await choose({ holdout: 10, budget: 4 }, 1);
      expect([late.status, await late.json()]).toMatchObject([409, { code: 'common-changed', field: 'base' }]);
      expect(await told()).toMatchObject({
        common: { holdout: 50 },
        history: [{ version: 2, chosen: { holdout: 50 }, by: shop().owner.email, at: expect.any(Number) }],
      });
    });

    test('keeps campaigns from as many as was chosen, from the next page on', async () => {
      await keep(campaign('held'));
      const { view } = await someone(({ promo }) => promo === undefined);
      const [receipt] = await receiptsOf(view.id);
      expect(receipt?.without).toEqual([{ id: 'held', version: 1, propensity: 0.5, why: 'held-out' }]);
      await choose({ holdout: 0, budget: 4 });
      for (let visitors = 0; visitors < 20; visitors++)
        expect((await look(shopper(shop()))).promo?.id).toContain('.held.');
    });

    test('leaves whoever has no attention left alone', async () => {
      const popup = { kind: 'popup', trigger: { on: 'load' } } as const;
      await keep(campaign('tiring', { place: popup, rungs: ['profile'] }));
      // To whom we promise a profile, it has one from the second page on.
      const visitor = shopper(shop());
      await look(visitor);
      expect((await look(visitor)).over?.id).toContain('.tiring.');
      await choose({ holdout: 0, budget: 2 });
      expect((await look(visitor)).over).toBeUndefined();
    });

    test('is refused by its field where it cannot be', async () => {
      for (const [field, wrong] of [
        ['common.holdout', { holdout: 51, budget: 4 }],
        ['common.budget', { holdout: 5, budget: -1 }],
      ] satisfies [string, Common][]) {
        const answer = await choose(wrong);
        expect([answer.status, await answer.json()]).toMatchObject([422, { field }]);
      }
    });
  });

  describe('what a campaign uses', () => {
    const segment = async (name: string) => {
      const rule = { did: 'search', is: '>=', times: 1, within: 30 };
      const made = await shop().owner.ask('/segments', { method: 'POST', body: JSON.stringify({ name, rule }) });
      return ((await made.json()) as { id: string }).id;
    };
    const drop = async (path: string) => {
      const answer = await shop().owner.ask(path, { method: 'DELETE' });
      return [answer.status, answer.status === 204 ? null : await answer.json()];
    };
    const archive = (id: string) => keep(campaign(id, { state: 'archived' }));

    test('stays as long as it runs or may go on: the segments that its audience is made of, however deep', async () => {
      const [boots, hats] = [await segment('Boots'), await segment('Hats')];
      const audience: Rule = { any: [{ not: { segment: boots } }, { all: [{ segment: hats }] }] };
      expect((await keep(campaign('made-of', { name: 'Made of', audience }))).status).toBe(200);
      const users = { code: 'in-use', usedBy: [{ id: 'made-of', name: 'Made of' }] };
      for (const state of ['running', 'paused'] as const) {
        await keep(campaign('made-of', { name: 'Made of', audience, state }));
        expect(await drop(`/segments/${boots}`)).toMatchObject([409, users]);
        expect(await drop(`/segments/${hats}`)).toMatchObject([409, users]);
      }
      const { segments } = (await shop().owner.read('/segments')) as { segments: { id: string; usedBy: string[] }[] };
      expect(segments.find(({ id }) => id === hats)?.usedBy).toEqual(['Made of']);
      await archive('made-of');
      expect(await drop(`/segments/${boots}`)).toEqual([204, null]);
      const gone = await keep(campaign('made-of', { audience }));
      expect([gone.status, await gone.json()]).toMatchObject([
        422,
        { code: 'unknown-segment', field: 'campaign.audience' },
      ]);
      expect(await drop(`/segments/${hats}`)).toEqual([204, null]);
    });

    test('stays, too, where it is a recipe', async () => {
      const { recipes } = (await shop().owner.read('/shelves/recipes')) as { recipes: Recipe[] };
      const { version: _, ...popular } = recipes.find(({ id }) => id === 'popular') ?? {};
      const recipe = { ...popular, id: 'for-a-campaign' };
      const body = JSON.stringify({ recipe, base: 0 });
      const made = await shop().owner.ask('/shelves/recipes/for-a-campaign', { method: 'PUT', body });
      expect(made.status).toBe(200);
      const content = { widget: 'shelf', recipe: 'for-a-campaign' } as const;
      await keep(campaign('shelved', { variants: [{ id: 'a', weight: 1, content }] }));
      const path = '/shelves/recipes/for-a-campaign?base=1';
      expect(await drop(path)).toMatchObject([409, { code: 'recipe-used', usedBy: 'shelved' }]);
      await archive('shelved');
      expect(await drop(path)).toEqual([204, null]);
    });
  });

  describe('what sells', () => {
    const day = 86_400_000;
    let secret = '';
    const tell = async (path: string, body: object) => {
      const answer = await fetch(`${shop().origin}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"refused":[]')]);
    };
    /** A report of an order that was placed so many days ago, of each status since then. */
    const reports = (customer: string, id: string, since: Partial<Record<OrderStatus, number>>) => {
      const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
      const told = Object.entries(since) as [OrderStatus, number][];
      const time = ago(Math.max(...told.map(([, days]) => days)));
      return told.map(([status, days]) => ({
        ...{ order_id: `${customer}-${id}`, time, status, updated: ago(days), currency: 'EUR' },
        ...{ customer: { id: customer }, items: [{ item_id: 'PARCEL', quantity: 1, price: 9 }] },
      }));
    };
    const say = (customer: string, name: string) =>
      tell('/v1/events', { events: [{ id: crypto.randomUUID(), name, time: new Date().toISOString(), customer }] });
    const sees = async (visitor: Shopper) => (await look(visitor)).promo?.id.split('.')[2];
    /** Projections follow the log, and what is usual is learned now and then. */
    const soon = (visitor: Shopper, id: string, campaign: string) =>
      vi.waitFor(
        async () => {
          await shop().owner.read(`/customers/of/${id}`);
          expect(await sees(visitor)).toBe(campaign);
        },
        { timeout: 20_000, interval: 300 },
      );

    beforeAll(async () => {
      const created = await shop().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Parcels' }) });
      secret = ((await created.json()) as { secret: string }).secret;
      await choose({ holdout: 0, budget: 4 });
      await keep(campaign('offer', { sells: true, priority: 90 }));
      await keep(campaign('service'));
      // Of those that came, each was on its way for two to six days.
      const others = Array.from({ length: 25 }, (_, number) =>
        reports(newPerson('Other').sub, '1', { paid: 60, shipped: 59, delivered: 57 - (number % 5) }),
      ).flat();
      for (let at = 0; at < others.length; at += 50) await tell('/v1/orders', { orders: others.slice(at, at + 50) });
    });
    afterAll(async () => {
      await choose((await told()).usual);
      for (const id of ['offer', 'service']) await keep(campaign(id, { state: 'archived' }));
    });

    test('is not shown to somebody whose parcel is late, as this shop’s parcels go, until it has come', async () => {
      const who = newPerson('Waiting');
      const { visitor, id } = await signedIn(shop(), who);
      await soon(visitor, id, 'offer');
      await tell('/v1/orders', { orders: reports(who.sub, '1', { paid: 6, shipped: 5 }) });
      await tell('/v1/orders', { orders: reports(who.sub, '2', { paid: 9, shipped: 8 }) });
      await soon(visitor, id, 'service');
      await tell('/v1/orders', { orders: reports(who.sub, '2', { delivered: 0 }) });
      await soon(visitor, id, 'offer');
    });

    test('says of a person and a page what each campaign would do there and why, and what they wait for', async () => {
      const who = newPerson('Asked about');
      const { visitor, id } = await signedIn(shop(), who);
      const now = async (page = '') => (await shop().owner.read(`/visitors/${id}/campaigns${page}`)) as CampaignsNow;
      const fates = ({ campaigns }: CampaignsNow) => campaigns.map(({ id, fate, by }) => [id, fate, by]);
      await keep(campaign('elsewhere', { pages: { only: ['/sale*'], never: [] }, priority: 95 }));
      await keep(campaign('over', { place: { kind: 'bar', trigger: { on: 'load' } }, audience: { any: [] } }));
      const bar = ['over', 'not-for-them', null];
      expect(fates(await now())).toEqual([
        ['elsewhere', 'other-page', null],
        ['offer', 'shown', null],
        ['service', 'outranked', 'offer'],
        bar,
      ]);
      await say(who.sub, 'complaint');
      expect(await now()).toMatchObject({ rung: 'profile', trouble: { complaint: 0, parcel: null } });
      const [, offer, service] = fates(await now());
      expect([offer, service]).toEqual([
        ['offer', 'trouble', null],
        ['service', 'shown', null],
      ]);
      expect(fates(await now('?path=/sale-of-shoes'))[0]).toEqual(['elsewhere', 'shown', null]);
      // Who withdraws is nobody whom we know.
      const less = { statistics: true, personalisation: false, marketing: false, source: 'api' } as const;
      await visitor.send([visitor.event('consent', { ...less })], { consent: less });
      expect(await now()).toMatchObject({ rung: 'context', trouble: null });
      expect(fates(await now())[1]).toEqual(['offer', 'shown', null]);
    });

    test('is counted by day with what became of it: how often it was sent, and what kept it away', async () => {
      const counted = async (id: string) => {
        const { days } = (await shop().owner.read(`/campaigns/${id}/kept`)) as {
          days: { day: string; fates: Record<string, number> }[];
        };
        // A test may run over midnight.
        const sum: Record<string, number> = {};
        for (const { fates } of days)
          for (const [fate, count] of Object.entries(fates)) sum[fate] = (sum[fate] ?? 0) + count;
        return sum;
      };
      const before = [await counted('offer'), await counted('elsewhere')];
      const visitor = shopper(shop());
      for (let page = 0; page < 3; page++) await look(visitor);
      await look(visitor, '/sale-of-hats');
      const [offer = {}, elsewhere = {}] = before;
      expect(await counted('offer')).toEqual({
        ...{ ...offer, shown: (offer.shown ?? 0) + 3, outranked: (offer.outranked ?? 0) + 1 },
      });
      expect(await counted('elsewhere')).toEqual({
        ...{ ...elsewhere, 'other-page': (elsewhere['other-page'] ?? 0) + 3, shown: (elsewhere.shown ?? 0) + 1 },
      });
      expect(await shop().owner.read('/campaigns/nothing/kept')).toEqual({ days: [] });
      for (const id of ['elsewhere', 'over']) await keep(campaign(id, { state: 'archived' }));
    });

    test('is not shown to somebody who complains or wants to send something back, until the shop has answered', async () => {
      const who = newPerson('Angry');
      const { visitor } = await signedIn(shop(), who);
      expect(await sees(visitor)).toBe('offer');
      for (const name of ['complaint', 'return_request']) {
        await say(who.sub, name);
        expect(await sees(visitor)).toBe('service');
        // Their own page is no answer of the shop.
        await visitor.send([visitor.event('message')]);
        expect(await sees(visitor)).toBe('service');
        await say(who.sub, 'message');
        expect(await sees(visitor)).toBe('offer');
      }
    });
  });
}
