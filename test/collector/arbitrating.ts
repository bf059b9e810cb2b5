import { afterAll, describe, expect, test } from 'vitest';
import type { Common } from '../../server/campaigns/common.ts';
import { campaign, campaigner } from './campaigner.ts';
import { shopper } from './shopper.ts';
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
}
