import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { campaign, campaigner } from './campaigner.ts';
import { browserWords, type Shopper, shopper } from './shopper.ts';
import { type Stage, shopOrigin } from './stage.ts';

/** An overlay asks once more, at its moment, whether it may come. */
export function rechecking(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, tell } = campaigner(shop);
  const choose = async (holdout: number) => {
    const { version } = (await shop().owner.read('/campaigns/common')) as { version: number };
    const body = JSON.stringify({ common: { holdout, budget: 4 }, base: version });
    await shop().owner.ask('/campaigns/common', { method: 'PUT', body });
  };
  const popup = (more: Partial<Campaign> = {}) => {
    const place = { kind: 'popup', trigger: { on: 'exit' } } as const;
    const [one] = campaign('asks-again').variants;
    if (!one) throw new Error('a campaign has a variant');
    const variants = [one, { ...one, id: 'b', weight: 0 }];
    return campaign('asks-again', {
      ...{ place, rungs: ['profile'], variants, goal: { event: 'sign_up', days: 7 } },
      ...more,
    });
  };

  async function may(decision: string, asked: { token?: string | undefined; site?: string; path?: string } = {}) {
    const { token, site = shop().owner.site, path = '/' } = asked;
    const words = new URLSearchParams({ site, decision, path });
    const { status } = await fetch(`${shop().origin}/v1/overlay?${words}`, {
      headers: {
        ...{ origin: shopOrigin, 'user-agent': browserWords },
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    return status;
  }

  /** Somebody whose page waits for the moment of the popup. */
  async function waiting(): Promise<{ visitor: Shopper; over: Decision; ask(): Promise<number> }> {
    const visitor = shopper(shop());
    await look(visitor);
    const { over } = await look(visitor);
    if (!over) throw new Error('nothing waits');
    return { visitor, over, ask: () => may(over.id, { token: visitor.token }) };
  }

  describe('an overlay that waited for its moment', () => {
    beforeAll(() => choose(0));
    beforeEach(async () => {
      await keep(popup());
    });
    afterAll(async () => {
      await choose(5);
      await keep(popup({ state: 'archived' }));
    });

    test('comes where nothing has changed, as often as its page asks', async () => {
      const { ask } = await waiting();
      expect([await ask(), await ask()]).toEqual([200, 200]);
    });

    test('stays away once its campaign is paused, and comes where it goes on', async () => {
      const { ask } = await waiting();
      await keep(popup({ state: 'paused' }));
      expect(await ask()).toBe(204);
      await keep(popup());
      expect(await ask()).toBe(200);
    });

    test('stays away when it was closed, or seen, in another tab meanwhile', async () => {
      const [closed, seen] = [await waiting(), await waiting()];
      await tell(closed.visitor, 'slot_dismiss', closed.over);
      expect(await closed.ask()).toBe(204);
      await tell(seen.visitor, 'slot_view', seen.over);
      // Of four of attention it has taken three.
      expect(await seen.ask()).toBe(204);
    });

    test('stays away when its goal was reached meanwhile', async () => {
      await choose(0);
      const { visitor, over, ask } = await waiting();
      await keep(popup({ place: { kind: 'bar', trigger: { on: 'exit' } } }));
      await tell(visitor, 'slot_view', over);
      expect(await ask()).toBe(200);
      await visitor.send([visitor.event('sign_up')]);
      expect(await ask()).toBe(204);
    });

    test('stays away on a page that is none of its own', async () => {
      const { visitor, over } = await waiting();
      await keep(popup({ pages: { only: ['/sale*'], never: [] } }));
      expect(await may(over.id, { token: visitor.token, path: '/checkout' })).toBe(204);
      expect(await may(over.id, { token: visitor.token, path: '/sale' })).toBe(200);
    });

    test('stays away where the decision is made up, of another shop, or of nobody', async () => {
      const { visitor, over } = await waiting();
      const { token } = visitor;
      for (const forged of [
        over.id.replace(/\.a$/, '.b'),
        over.id.replace('asks-again', 'another'),
        over.id.split('.').slice(0, 2).join('.'),
        "'); DROP TABLE log; --",
        '....',
      ])
        expect([forged, await may(forged, { token })]).toEqual([forged, 204]);
      expect(await may(over.id)).toBe(204);
      expect(await may(over.id, { token: `${token?.slice(0, -4)}AAAA` })).toBe(204);
      // Of the same installation or not, a shop knows its own campaigns alone; and no shop at all is an error.
      expect(await may(over.id, { token, site: 'nobodys-shop' })).toBe(404);
      const elsewhere = shopper(stage());
      await elsewhere.send([elsewhere.event('page_view')]);
      expect(await may(over.id, { token: elsewhere.token })).toBe(204);
      const foreign = `${stage().origin}/v1/overlay?${new URLSearchParams({ site: stage().owner.site, decision: over.id, path: '/' })}`;
      const headers = { origin: shopOrigin, 'user-agent': browserWords, authorization: `Bearer ${token}` };
      expect((await fetch(foreign, { headers })).status).toBe(204);
    });

    test('asks without a name where it needs no profile', async () => {
      await keep(popup({ place: { kind: 'bar', trigger: { on: 'load' } }, rungs: ['profile', 'context'] }));
      const { over } = await look(shopper(shop()));
      expect(await may(over?.id ?? '')).toBe(200);
    });
  });
}
