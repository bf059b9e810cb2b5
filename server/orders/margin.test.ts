import { describe, expect, test } from 'vitest';
import type { Costs } from '../catalog/costs.ts';
import { marginOf } from './margin.ts';
import type { OrderLineState, OrderState } from './order-state.ts';
import type { Rates } from './rates.ts';

const line = (words: Partial<OrderLineState> = {}): OrderLineState => ({
  ...{ id: 'A', name: null, quantity: 2, returned: 0, price: 500, cost: null, serials: [], warrantyUntil: null },
  ...words,
});
const order = (words: Partial<OrderState> = {}): OrderState => ({
  ...{ visitor: 'v', at: 100, status: 'paid', steps: [], currency: 'UAH', gross: 1_000, refunded: 0 },
  ...{ confirmed: true, rate: null, lines: [line()], loose: [], fees: {}, shipping: 0, discount: 0 },
  ...{ came: null, forAnother: false, country: null, region: null },
  ...words,
});
const uah = (amount: number) => ({ amount, currency: 'UAH' });
const costs: Costs = new Map([
  [
    'A',
    [
      { since: 101, cost: uah(400) },
      { since: 0, cost: uah(300) },
    ],
  ],
  ['D', [{ since: 0, cost: { amount: 100, currency: 'USD' } }]],
]);
const rates: Rates = new Map([
  ['USD', [{ day: '2026-11-20', rate: 40 }]],
  ['EUR', [{ day: '2026-11-21', rate: 50 }]],
]);
const known = { costs, rates, shopCurrency: 'UAH', day: '2026-11-21' };

describe("an order's margin", () => {
  test.each<[string, OrderState, object]>([
    ['goes by the catalogue’s cost at its time', order(), { cost: uah(600), margin: uah(400), rate: 1 }],
    ['goes by a later cost once that is so', order({ at: 101 }), { cost: uah(800), margin: uah(200) }],
    [
      'goes by the cost that its own report says',
      order({ lines: [line({ cost: uah(100) })] }),
      { cost: uah(200), margin: uah(800), lines: [{ from: 'order' }] },
    ],
    [
      'has neither the price nor the cost of what came back',
      order({ refunded: 500, lines: [line({ returned: 1 })] }),
      { cost: uah(300), margin: uah(200) },
    ],
    [
      'bears the cost of what the customer keeps without paying',
      order({ refunded: 1_000 }),
      { cost: uah(600), margin: uah(-600) },
    ],
    [
      'is nothing when it is cancelled',
      order({ status: 'cancelled', refunded: 1_000 }),
      { cost: uah(0), margin: uah(0) },
    ],
    [
      'is unknown while the cost of one line is',
      order({ lines: [line(), line({ id: 'B' })] }),
      { cost: null, margin: null, uncosted: 1 },
    ],
    [
      'takes a cost of another currency by the rate of the day',
      order({ gross: 10_000, lines: [line({ id: 'D', quantity: 1 })] }),
      { cost: uah(4_000), margin: uah(6_000) },
    ],
    [
      'is in the order’s own currency, however many rates are between',
      order({ currency: 'EUR', gross: 1_000, lines: [line({ id: 'D', quantity: 1 })] }),
      { cost: { amount: 80, currency: 'EUR' }, margin: { amount: 920, currency: 'EUR' }, rate: 50 },
    ],
    [
      'takes the rate that the order tells before that of the table',
      order({ currency: 'EUR', rate: 40, lines: [line({ id: 'D', quantity: 1 })] }),
      { cost: { amount: 100, currency: 'EUR' }, rate: 40 },
    ],
    [
      'is unknown where a rate is',
      order({ currency: 'PLN', lines: [line({ quantity: 1 })] }),
      { cost: null, uncosted: 1, rate: null },
    ],
  ])('%s', (_, of, expected) => {
    expect(marginOf(of, known)).toMatchObject(expected);
  });

  test('takes no rate that is older than a week', () => {
    const foreign = order({ currency: 'USD' });
    expect(marginOf(foreign, { ...known, day: '2026-11-27' }).rate).toBe(40);
    expect(marginOf(foreign, { ...known, day: '2026-11-28' }).rate).toBe(null);
    expect(marginOf(foreign, { ...known, day: '2026-11-19' }).rate).toBe(null);
  });
});
