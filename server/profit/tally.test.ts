import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Channel, channels } from '../acquisition/channel.ts';
import type { Contact } from './contact.ts';
import { type CostTerms, costBases, termsOn } from './cost-rule.ts';
import type { Sale } from './sale.ts';
import { personsOf } from './sale-book.ts';
import { createSaleColumns } from './sale-columns.ts';
import { dimensions, type Row, withoutOrder } from './sheet.ts';
import { netOf } from './steps.ts';
import { type Asked, tally } from './tally.ts';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const day = fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22');
const amount = fc.integer({ min: 0, max: 50_000 });
const currency = fc.constantFrom('UAH', 'USD', 'RON');
const money = fc.record({ amount, currency });
const channel: fc.Arbitrary<Channel> = fc.constantFrom(...channels.slice(0, 3));
const line = fc.record({
  product: maybe(fc.constantFrom('A', 'B', 'C', 'D')),
  quantity: fc.integer({ min: 0, max: 5 }),
  returned: fc.integer({ min: 0, max: 5 }),
  price: amount,
  cost: maybe(money),
});
const sale: fc.Arbitrary<Sale> = fc.record({
  ...{ id: fc.uuid(), at: fc.nat(100), day, visitor: maybe(fc.constantFrom('v1', 'v2', 'v3')), came: maybe(channel) },
  ...{
    region: maybe(fc.constantFrom('UA', 'UA-30', 'RO')),
    currency,
    rate: maybe(fc.double({ min: 0.01, max: 60, noNaN: true })),
  },
  ...{ isReturn: fc.boolean(), isCancelled: fc.boolean(), wasSent: fc.boolean() },
  ...{ gross: amount, discount: amount, refunded: amount, shipping: amount },
  fees: fc.record({ shipping_cost: money, payment_fee: money }, { requiredKeys: [] }),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});
const contact: fc.Arbitrary<Contact> = fc.record({
  ...{
    visitor: fc.constantFrom('v1', 'v2', 'v9', '~day'),
    day,
    per: fc.constantFrom('visit' as const, 'minute' as const),
  },
  ...{ count: fc.integer({ min: 0, max: 30 }), came: maybe(channel), region: maybe(fc.constantFrom('UA', 'RO')) },
});
const terms: fc.Arbitrary<CostTerms> = fc.record({
  ...{
    rule: fc.constantFrom('r1', 'r2', 'r3'),
    since: day,
    name: fc.constant('Rule'),
    per: fc.constantFrom(...costBases),
  },
  ...{ channel: maybe(channel), amount: maybe(fc.integer({ min: 0, max: 3_000 })) },
});
const shop = fc.record({
  sales: fc.array(sale, { maxLength: 12 }),
  contacts: fc.array(contact, { maxLength: 8 }),
  rules: fc.uniqueArray(terms, { selector: ({ rule, since }) => rule + since, maxLength: 6 }),
});
const person = (visitor: string) => (visitor === 'v2' ? 'v1' : visitor);
const category = (product: string) => (product < 'C' ? 'Tea' : null);

interface Told {
  sales: readonly Sale[];
  contacts: readonly Contact[];
  rules: readonly CostTerms[];
}

function tallied({ sales, contacts, rules }: Told, asked: Asked) {
  const columns = createSaleColumns();
  for (const one of sales) columns.put(one);
  const names = { ...doneBy(personsOf(columns, new Map([['v2', 'v1']]))), person, category };
  const cost = { since: 50, amount: 700, currency: columns.currencies.of('UAH') };
  const costs = [];
  costs[columns.products.of('A')] = [cost];
  const known = {
    ...{ currency: 'UAH', costs, rules: [...new Set(rules.map(({ rule }) => rule))] },
    rateOn: (of: string, on: string) => (of === 'USD' && on >= '2026-11-20' ? 41.5 : null),
    termsOn: (on: string) => termsOn(rules, on),
    monthly: { from: '2026-11-01', to: '2026-11-30' },
  };
  const { rows, unrated } = doneBy(tally(columns, contacts, { asked, known, names }));
  const plain = (row: Row) => ({ ...row, sums: Array.from(row.sums) });
  const all = Array.from({ length: rows.count }, (_, place) => plain(rows.at(place)));
  return { rows: all, total: plain(rows.total), unrated };
}

function doneBy<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const inAll = { of: null, from: '2026-11-19', to: '2026-11-22' };

describe('profit, by whom and what', () => {
  test('adds up to the same total in every dimension, cent by cent, and so do the rows of a row', () => {
    fc.assert(
      fc.property(shop, fc.constantFrom(...dimensions), (of, outer) => {
        const totals = dimensions.map((by) => tallied(of, { by, ...inAll }));
        for (const { rows, total, unrated } of totals) {
          const places = total.sums.map((_, place) => rows.reduce((sum, { sums }) => sum + (sums[place] ?? 0), 0));
          expect(places).toEqual(total.sums);
          expect(total.sums).toEqual(totals[0]?.total.sums);
          expect(unrated).toEqual(totals[0]?.unrated);
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        }
        for (const row of tallied(of, { by: outer, ...inAll }).rows)
          for (const by of dimensions)
            expect(tallied(of, { by, ...inAll, of: { by: outer, key: row.key } }).total.sums).toEqual(row.sums);
      }),
      { numRuns: 150 },
    );
  });

  test('has every order in exactly one customer, channel and region, or says that it could not be counted', () => {
    fc.assert(
      fc.property(shop, (of) => {
        const placed = of.sales.filter(({ isReturn, isCancelled }) => !isReturn && !isCancelled).length;
        for (const by of ['customer', 'channel', 'region'] as const) {
          const { rows, unrated } = tallied(of, { by, ...inAll });
          const counted = [...rows, ...unrated].reduce((sum, { orders }) => sum + orders, 0);
          expect(counted).toBe(placed);
        }
      }),
    );
  });

  test('of two halves of a time is that of the whole', () => {
    fc.assert(
      fc.property(shop, (of) => {
        const whole = tallied({ ...of, contacts: [] }, { by: 'product', ...inAll }).total;
        const halves = [
          tallied({ ...of, contacts: [] }, { by: 'product', ...inAll, to: '2026-11-20' }).total,
          tallied({ ...of, contacts: [] }, { by: 'product', ...inAll, from: '2026-11-21' }).total,
        ];
        expect(whole.sums).toEqual(
          whole.sums.map((_, place) => halves.reduce((sum, { sums }) => sum + (sums[place] ?? 0), 0)),
        );
      }),
    );
  });

  test('is by the rules of its time', () => {
    const rule = { rule: 'r', name: 'Packing', per: 'order' as const, channel: null };
    const rules = [
      { ...rule, since: '2026-11-20', amount: 10 },
      { ...rule, since: '2026-11-21', amount: 100 },
      { ...rule, since: '2026-11-22', amount: null },
    ];
    const [one] = fc.sample(sale, { seed: 1, numRuns: 1 });
    const costOn = (on: string) => {
      const sales = one ? [{ ...one, currency: 'UAH', isReturn: false, day: on }] : [];
      return tallied({ sales, contacts: [], rules }, { by: 'channel', ...inAll }).total.sums.at(-1);
    };
    expect(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map(costOn)).toEqual([0, 10, 100, 0]);
  });

  test('charges visits and service to what the person bought, and else to people without an order', () => {
    const [one] = fc.sample(sale, { seed: 2, numRuns: 1 });
    const bought: Sale[] = one
      ? [
          {
            ...{
              ...one,
              day: '2026-11-20',
              visitor: 'v1',
              currency: 'UAH',
              came: 'email',
              gross: 400,
              discount: 0,
              refunded: 0,
            },
            lines: ['A', 'C'].map((product, place) => ({
              product,
              quantity: 1,
              returned: 0,
              price: 100 + 200 * place,
              cost: null,
            })),
          },
        ]
      : [];
    const visit = { day: '2026-11-20', per: 'visit' as const, count: 1, came: 'paid-search' as const, region: 'UA' };
    const of = {
      sales: bought,
      contacts: [
        { ...visit, visitor: 'v2' },
        { ...visit, visitor: 'v9' },
      ],
      rules: [{ rule: 'ads', since: '2026-11-01', name: 'Ads', per: 'visit' as const, channel: null, amount: 40 }],
    };
    const costs = (by: Asked['by']) =>
      Object.fromEntries(tallied(of, { by, ...inAll }).rows.map(({ key, sums }) => [key, sums.at(-1)]));
    expect(costs('product')).toEqual({ A: 10, C: 30, [withoutOrder]: 40 });
    expect(costs('customer')).toEqual({ v1: 40, [withoutOrder]: 40 });
    expect(costs('channel')).toEqual({ email: 0, 'paid-search': 80 });
    expect(netOf(tallied(of, { by: 'channel', ...inAll }).total.sums)).toBe(400);
  });

  test('deals what a month costs to its orders, day by day, and leaves it alone where nobody ordered', () => {
    const [one] = fc.sample(sale, { seed: 3, numRuns: 1 });
    const line = { quantity: 1, returned: 0, cost: null };
    const sold = (id: string, day: string, gross: number, lines: Sale['lines']): Sale[] =>
      one
        ? [
            {
              ...{ ...one, id, day, gross, lines, visitor: id, currency: 'UAH', discount: 0, refunded: 0 },
              ...{ isReturn: false, isCancelled: false, wasSent: true },
            },
          ]
        : [];
    const of = {
      sales: [
        ...sold('v1', '2026-11-19', 300, [
          { ...line, product: 'A', price: 100 },
          { ...line, product: 'C', price: 200 },
        ]),
        ...sold('v3', '2026-11-20', 100, [{ ...line, product: 'A', price: 100 }]),
      ],
      contacts: [],
      rules: [],
    };
    const rent = (words: Partial<CostTerms>): CostTerms => ({
      ...{ rule: 'rent', since: '2026-11-01', name: 'Rent', per: 'month-revenue', channel: null, amount: 30_000 },
      ...words,
    });
    const costs = (rules: CostTerms[], words: Partial<Asked>) =>
      Object.fromEntries(
        tallied({ ...of, rules }, { by: 'customer', ...inAll, ...words }).rows.map(({ key, sums }) => [
          key,
          sums.at(-1),
        ]),
      );
    const all = [rent({})];
    // Four days of thirty.
    expect(costs(all, {})).toEqual({ v1: 3_000, v3: 1_000 });
    expect(costs(all, { by: 'product' })).toEqual({ A: 1_000 + 1_000, C: 2_000 });
    expect(costs([rent({ per: 'month-order' })], {})).toEqual({ v1: 2_000, v3: 2_000 });
    expect(costs([rent({ per: 'month-piece' })], {})).toEqual({ v1: 2_667, v3: 1_333 });
    expect(costs(all, { from: '2026-11-21' })).toEqual({ [withoutOrder]: 2_000 });
    // What is not yet costs nothing: the shop's today is the 30th.
    expect(costs(all, { from: '2026-11-01', to: '2026-12-31' })).toEqual({ v1: 22_500, v3: 7_500 });
    expect(costs([rent({}), rent({ since: '2026-11-20', amount: null })], {})).toEqual({ v1: 1_000, v3: 0 });
  });
});
