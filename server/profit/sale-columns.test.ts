import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channels } from '../acquisition/channel.ts';
import { channelCode, dayText } from './code-of.ts';
import type { Sale } from './sale.ts';
import { createSaleColumns, type SaleColumns } from './sale-columns.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 });
const money = fc.record({ amount, currency: fc.constantFrom('UAH', 'USD') });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const line = fc.record({
  product: maybe(fc.constantFrom('A', 'B')),
  quantity: fc.nat(9),
  returned: fc.nat(9),
  price: amount,
  cost: maybe(money),
});
const sale: fc.Arbitrary<Sale> = fc.record({
  ...{ id: fc.constantFrom('1', '2', '3', '4'), at: fc.nat(), day: fc.constantFrom('2026-11-19', '2026-12-01') },
  ...{ visitor: maybe(fc.constantFrom('v', 'w')), came: maybe(fc.constantFrom(...channels)) },
  ...{ region: maybe(fc.constantFrom('UA-30', 'RO')), currency: fc.constantFrom('UAH', 'USD'), rate: maybe(amount) },
  ...{ isReturn: fc.boolean(), isCancelled: fc.boolean(), wasSent: fc.boolean() },
  ...{ gross: amount, discount: amount, refunded: amount, shipping: amount },
  fees: fc.record({ shipping_cost: money, payment_fee: money }),
  lines: fc.array(line, { minLength: 1, maxLength: 200 }),
});

/** All sales that the columns have, without what they are called. */
function salesIn({ pages, visitors, products, regions, currencies }: SaleColumns) {
  return pages.flatMap((page) =>
    Array.from({ length: page.count }, (_, row) => row)
      .filter((row) => (page.length[row] ?? 0) > 0)
      .map((row) => {
        const money = (amounts: Float64Array, codes: Uint16Array, place: number) =>
          codes[place] ? { amount: amounts[place], currency: currencies.text(codes[place]) } : null;
        const flags = page.flags[row] ?? 0;
        const rate = page.rate[row] ?? Number.NaN;
        const first = page.from[row] ?? 0;
        return {
          ...{ at: page.at[row], day: dayText(page.day[row] ?? 0), visitor: visitors.text(page.visitor[row] ?? 0) },
          ...{ came: page.came[row], region: regions.text(page.region[row] ?? 0) },
          ...{ currency: currencies.text(page.currency[row] ?? 0), rate: Number.isNaN(rate) ? null : rate },
          ...{ isReturn: (flags & 1) > 0, isCancelled: (flags & 2) > 0, wasSent: (flags & 4) > 0 },
          ...{ gross: page.gross[row], discount: page.discount[row] },
          ...{ refunded: page.refunded[row], shipping: page.shipping[row] },
          fees: {
            shipping_cost: money(page.carrier, page.carrierCurrency, row),
            payment_fee: money(page.payment, page.paymentCurrency, row),
          },
          lines: Array.from({ length: page.length[row] ?? 0 }, (_, line) => first + line).map((line) => ({
            product: products.text(page.lines.product[line] ?? 0),
            ...{ quantity: page.lines.quantity[line], returned: page.lines.returned[line] },
            ...{ price: page.lines.price[line], cost: money(page.lines.cost, page.lines.costCurrency, line) },
          })),
        };
      }),
  );
}

test('columns have of each sale what was said last, whatever was said or dropped before', () => {
  const step = fc.record({ sale, isDropped: fc.constantFrom(false, false, false, true) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const columns = createSaleColumns();
      const known = new Map<string, Sale>();
      const order = new Set<string>();
      for (const { sale: said, isDropped } of steps) {
        if (isDropped) {
          columns.drop(said.id);
          known.delete(said.id);
        } else {
          columns.put(said);
          known.set(said.id, said);
          order.add(said.id);
        }
      }
      const expected = [...order]
        .flatMap((id) => known.get(id) ?? [])
        .map(({ id: _, ...said }) => ({ ...said, came: channelCode(said.came) }));
      expect(salesIn(columns)).toEqual(expected);
      const lines = expected.reduce((sum, { lines }) => sum + lines.length, 0);
      for (const { lines: kept } of columns.pages) expect(kept.count - kept.left).toBe(lines);
    }),
    { numRuns: 300 },
  );
});
