import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { campaign, campaigner } from './campaigner.ts';
import { asServer } from './erasing.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

type Content = Campaign['variants'][number]['content'];
type Loan = Extract<Content, { widget: 'loan' }>;

const loan: Loan = {
  ...{ widget: 'loan', title: { en: 'In instalments', uk: 'На виплат' }, down: 0 },
  text: { en: 'A loan of Example Bank.', uk: 'Кредит Банку Прикладів.' },
  terms: [
    { months: 3, rate: 0 },
    { months: 12, rate: 12 },
  ],
};

const origin = 'https://www.shop.example';

/** What a product costs a month, on its own page and nowhere else. */
export function lending(stage: () => Stage): void {
  describe('a loan', () => {
    const { keep } = campaigner(() => stage().other);
    const place = { kind: 'slot', slot: 'loan' } as const;
    const lend = (content: Content, more: Partial<Campaign> = {}) =>
      keep(campaign('loan', { place, variants: [{ id: 'a', weight: 1, content }], ...more }));
    const put = async (body: object) => {
      const ask = await asServer(stage().other);
      expect((await ask('/catalog', { method: 'POST', body: JSON.stringify(body) })).status).toBe(200);
    };

    beforeAll(() =>
      put({
        upsert: [
          { item_id: 'LOAN-TV', item_name: 'A television', price: 1_000, currency: 'EUR', url: `${origin}/tv` },
          { item_id: 'LOAN-FREE', item_name: 'A catalogue', url: `${origin}/free` },
        ],
      }),
    );
    afterAll(async () => {
      await lend(loan, { state: 'archived' });
      await put({ delete: ['LOAN-TV', 'LOAN-FREE'] });
    });

    /** What stands in the place of the loan on the page of a product, or on one that has none. */
    async function seen(visitor: Shopper, product?: string, language = 'en') {
      visitor.open('/');
      const page = { id: crypto.randomUUID(), url: `${origin}/`, language };
      const events = product ? [visitor.event('view_item', { items: [{ item_id: product }] })] : [];
      const { answer } = await visitor.send([visitor.event('page_view'), ...events], { slots: ['loan'], page });
      return answer?.slots.find(({ slot }) => slot === 'loan')?.props;
    }

    test('is told for the price of the page’s product, in the visitor’s language; elsewhere the shop’s own content stays', async () => {
      const kept = await lend(loan);
      expect(kept.status, await kept.clone().text()).toBe(200);
      // One in twenty sees no campaign at all.
      for (let tries = 0; ; tries++) {
        const visitor = shopper(stage().other);
        const props = await seen(visitor, 'LOAN-TV');
        if (!props && tries < 20) continue;
        expect(props).toMatchObject({
          ...{ title: 'In instalments', text: 'A loan of Example Bank.', months: '3\n12' },
          monthly: '€333.33 a month\n€88.85 a month',
          total: '€1,000.00 in all, as much as the price\n€1,066.19 in all, €66.19 more than the price',
        });
        expect((await seen(visitor, 'LOAN-TV', 'uk'))?.terms).toBe('3 місяці\n12 місяців');
        expect(await seen(visitor)).toBeUndefined();
        expect(await seen(visitor, 'LOAN-FREE')).toBeUndefined();
        expect(await seen(visitor, 'LOAN-UNKNOWN')).toBeUndefined();
        break;
      }
    });

    test('that cannot be is refused by its field, and looked at before it is kept', async () => {
      const at = 'campaign.variants.0.content';
      const term = { months: 12, rate: 12 };
      for (const [field, wrong, more] of [
        [`${at}.terms.0.months`, { terms: [{ months: 61, rate: 0 }] }, {}],
        [`${at}.terms.0.rate`, { terms: [{ months: 12, rate: 12.345 }] }, {}],
        [`${at}.terms`, { terms: [term, { ...term, rate: 9 }] }, {}],
        [`${at}.down`, { down: 91 }, {}],
        [at, {}, { place: { kind: 'bar', trigger: { on: 'load' } } }],
      ] satisfies [string, Partial<Loan>, Partial<Campaign>][]) {
        const answer = await lend({ ...loan, ...wrong }, more);
        expect([answer.status, await answer.json()]).toMatchObject([422, { field }]);
      }
      const written = { loan: { widget: 'loan', terms: [term], down: 10 }, language: 'en' };
      const drawn = await stage().other.owner.ask('/campaigns/loan', { method: 'POST', body: JSON.stringify(written) });
      expect(await drawn.json()).toMatchObject({ months: '12', monthly: expect.stringMatching(/79[.,]96/) });
    });
  });
}
