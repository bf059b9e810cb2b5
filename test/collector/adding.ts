import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import type { Card } from '../../widgets/define.ts';
import { campaign, campaigner } from './campaigner.ts';
import type { Shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** A campaign's shelf whose products go into the cart with one press: by any recipe, as what was looked at lately. */
export function adding(stage: () => Stage): void {
  const shop = () => stage().other;
  const { keep, look, someone, receiptsOf } = campaigner(shop);
  const ids = ['DESK', 'CHAIR'];
  const content = { widget: 'shelf', recipe: 'seen-lately', add: true } as const;
  const lately = campaign('lately', { variants: [{ id: 'a', weight: 1, content }] });

  const catalogue = async (body: object) => {
    const created = await shop().owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Adding' }) });
    const { secret } = (await created.json()) as { secret: string };
    const answer = await fetch(`${shop().origin}/v1/catalog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  };

  const sees = (visitor: Shopper, ...seen: string[]) =>
    visitor.send(seen.map((id) => visitor.event('view_item', { items: [{ item_id: id }] })));

  describe('a campaign’s shelf', () => {
    beforeAll(async () => {
      const upsert = ids.map((id) => ({
        ...{ item_id: id, item_name: `The ${id}`, price: 90, currency: 'EUR' },
        url: `https://www.shop.example/${id.toLowerCase()}`,
      }));
      await catalogue({ upsert });
    });
    afterAll(async () => {
      await keep({ ...lately, state: 'archived' });
      await catalogue({ delete: ids });
    });

    test('has what was looked at lately, says what its buttons do, and each press counts for it', async () => {
      const message = await keep(campaign('first', { priority: 10 }));
      expect(message.status).toBe(200);
      const { visitor } = await someone(({ promo }) => promo?.widget === 'message');
      expect((await keep(lately)).status).toBe(200);
      await sees(visitor, ...ids);
      const { promo, view } = await look(visitor, '/', 'uk');
      expect(promo).toMatchObject({ widget: 'add-shelf', props: { add: 'До кошика', added: 'Додано' } });
      const items = (promo?.props.items ?? []) as Card[];
      expect(items.map(({ id }) => id)).toEqual(['CHAIR', 'DESK']);
      await vi.waitFor(async () => {
        const receipts = await receiptsOf(view.id);
        expect(receipts.find(({ id }) => id === promo?.id)).toMatchObject({
          ...{ widget: 'shelf', campaign: { id: 'lately', variant: 'a' } },
        });
      });
      const about = { decision: promo?.id ?? '', slot: 'promo', item_id: 'DESK' };
      await visitor.send([visitor.event('slot_view', about), visitor.event('slot_click', about)]);
      const { arms } = (await shop().owner.read('/results/lately')) as CampaignResults;
      expect(arms.find(({ arm }) => arm === 'a')).toMatchObject({ views: 1, clicks: 1 });
      await keep({ ...campaign('first'), state: 'archived' });
    });
  });
}
