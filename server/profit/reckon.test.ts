import { describe, expect, test } from 'vitest';
import type { CostTerms } from './cost-rule.ts';
import { createReckoner } from './reckon.ts';
import type { Sale, SaleLine } from './sale.ts';
import { createSaleColumns } from './sale-columns.ts';
import { at, netOf, profitOf } from './steps.ts';

const line = (words: Partial<SaleLine> = {}): SaleLine => ({
  ...{ product: 'A', quantity: 2, returned: 0, price: 500, cost: null },
  ...words,
});
const sale = (words: Partial<Sale> = {}): Sale => ({
  ...{ id: '1', at: 100, day: '2026-11-21', visitor: 'v', came: 'email', region: 'UA-30', currency: 'UAH', rate: null },
  ...{ isReturn: false, isCancelled: false, wasSent: true, gross: 1_000, discount: 0, refunded: 0, shipping: 0 },
  ...{ fees: {}, lines: [line()] },
  ...words,
});
const terms = (words: Partial<CostTerms>): CostTerms => ({
  ...{ rule: 'r', since: '2026-01-01', name: 'Rule', per: 'order', channel: null, amount: 70 },
  ...words,
});
/** The steps of a sale, and of each of its lines; null where they cannot be told. */
function reckoned(one: Sale, rules: readonly CostTerms[] = []) {
  const columns = createSaleColumns();
  columns.put(one);
  const cost = (amount: number, currency: string) => [{ since: 0, amount, currency: columns.currencies.of(currency) }];
  const costs = [];
  costs[columns.products.of('A')] = cost(300, 'UAH');
  costs[columns.products.of('D')] = cost(10, 'USD');
  const reckoner = createReckoner(columns, {
    ...{ currency: 'UAH', costs, rules: rules.map(({ rule }) => rule), termsOn: () => rules, monthly: null },
    rateOn: (currency, day) => (currency === 'USD' && day >= '2026-11-20' ? 40 : null),
  });
  const [page] = columns.pages;
  if (!page || !reckoner.sale(page, 0)) return null;
  reckoner.lines(page, 0);
  const lines = one.lines.map((_, place) => [
    ...reckoner.parts.subarray(place * reckoner.steps, (place + 1) * reckoner.steps),
  ]);
  return { sums: [...reckoner.sums], lines };
}
const stepsOf = (one: Sale) => {
  const { sums } = reckoned(one) ?? { sums: [] };
  return { net: netOf(sums), goods: at(sums, 'goods'), uncosted: at(sums, 'uncosted'), profit: profitOf(sums) };
};

describe('what a sale leaves', () => {
  test.each<[string, Sale, object]>([
    ['is its net revenue less the cost of its goods', sale(), { net: 1_000, goods: 600, uncosted: 0, profit: 400 }],
    [
      'is after the discount, with what the customer paid for the delivery, less the carrier’s and the payment’s price',
      sale({
        ...{ gross: 900, discount: 100, shipping: 80 },
        fees: { shipping_cost: { amount: 60, currency: 'UAH' }, payment_fee: { amount: 20, currency: 'UAH' } },
      }),
      { net: 900, profit: 900 + 80 - 600 - 60 - 20 },
    ],
    [
      'has neither the price nor the cost of what came back',
      sale({ refunded: 500, lines: [line({ returned: 1 })] }),
      { net: 500, goods: 300, profit: 200 },
    ],
    [
      'of a return that is numbered as an order takes back price and cost',
      sale({ isReturn: true, wasSent: false, gross: 0, refunded: 500, lines: [line({ quantity: 0, returned: 1 })] }),
      { net: -500, goods: -300, profit: -200 },
    ],
    [
      'is not known of a piece without a cost: its revenue is no profit',
      sale({ gross: 1_100, lines: [line(), line({ product: 'B', quantity: 1, price: 100 })] }),
      { net: 1_100, uncosted: 100, profit: 400 },
    ],
    [
      'of an order without lines is not known at all',
      sale({ lines: [line({ product: null, quantity: 0, price: 0 })] }),
      { net: 1_000, uncosted: 1_000, profit: 0 },
    ],
    [
      'goes by the cost that the order itself names, and by the rate of its day',
      sale({ lines: [line({ product: 'D' }), line({ cost: { amount: 100, currency: 'UAH' } })], gross: 2_000 }),
      { goods: 2 * 400 + 2 * 100, profit: 1_000 },
    ],
    [
      'in another currency is worth what that was worth on its day',
      sale({ currency: 'USD', gross: 50, lines: [line({ product: 'D', quantity: 1, price: 50 })] }),
      { net: 2_000, goods: 400, profit: 1_600 },
    ],
    [
      'in another currency is worth what the order says that it was worth',
      sale({ currency: 'EUR', rate: 50, gross: 20, lines: [line({ quantity: 1, price: 20 })] }),
      { net: 1_000, goods: 300 },
    ],
  ])('%s', (_, one, expected) => {
    expect(stepsOf(one)).toMatchObject(expected);
  });

  test('is not guessed where its currency has no rate', () => {
    expect(reckoned(sale({ currency: 'USD', day: '2026-11-19' }))).toBeNull();
    expect(reckoned(sale({ currency: 'RON' }))).toBeNull();
  });

  test.each<[string, Partial<CostTerms>, Partial<Sale>, number]>([
    ['an order', { per: 'order' }, { isCancelled: true, wasSent: false }, 70],
    ['an order of a channel', { per: 'order', channel: 'email' }, {}, 70],
    ['an order of another channel', { per: 'order', channel: 'direct' }, {}, 0],
    ['a return alone, which is no order', { per: 'order' }, { isReturn: true }, 0],
    ['a parcel that went out', { per: 'parcel' }, {}, 70],
    ['a parcel that never went', { per: 'parcel' }, { wasSent: false }, 0],
    ['a return', { per: 'return' }, { refunded: 1 }, 70],
    ['no return', { per: 'return' }, {}, 0],
    ['pieces', { per: 'piece' }, {}, 140],
    ['net revenue', { per: 'revenue', amount: 250 }, {}, 25],
    ['visits, which are no order’s', { per: 'visit' }, {}, 0],
  ])('bears a rule’s cost of %s', (_, rule, words, cost) => {
    const { sums } = reckoned(sale(words), [terms(rule)]) ?? { sums: [] };
    expect(sums.at(-1)).toBe(cost);
  });

  test('is dealt to its lines by what they are worth, and what came back to those that did', () => {
    const one = sale({
      ...{ gross: 300, refunded: 200, shipping: 1 },
      lines: [line({ price: 100, quantity: 1 }), line({ product: 'B', price: 200, quantity: 1, returned: 1 })],
    });
    const [first = [], second = []] = reckoned(one, [terms({ amount: 10 })])?.lines ?? [];
    expect([netOf(first), netOf(second)]).toEqual([100, 0]);
    expect([at(first, 'delivery'), at(second, 'delivery')]).toEqual([0, 1]);
    expect([first.at(-1), second.at(-1)]).toEqual([3, 7]);
    expect([at(first, 'uncosted'), at(second, 'uncosted')]).toEqual([0, 0]);
  });
});
