import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instalmentsOf } from './instalments.ts';

test.each([
  // Tables of the annuity: 1,000 at 12 % over a year is 88.8488 a month, 200,000 at 6.5 % over 5 years 3,913.2296.
  { principal: 100_000, rate: 12, months: 12, monthly: 8_885 },
  { principal: 20_000_000, rate: 6.5, months: 60, monthly: 391_323 },
  { principal: 100_000, rate: 12, months: 1, monthly: 101_000 },
  { principal: 100_000, rate: 0.01, months: 10, monthly: 10_000 },
])('$principal at $rate % over $months months are $monthly a month', ({ monthly, ...terms }) => {
  expect(instalmentsOf(terms).monthly).toBe(monthly);
});

test('without interest nothing is added, and the last instalment takes the rest', () => {
  expect(instalmentsOf({ principal: 100_000, months: 3, rate: 0 })).toEqual({
    monthly: 33_333,
    last: 33_334,
    total: 100_000,
  });
});

test('the year’s plan of a thousand at 12 %, booked month by month', () => {
  // Interest of 10.00, 9.21, 8.42, 7.61, 6.80, 5.98, 5.15, 4.31, 3.47, 2.61, 1.75 and 0.88.
  expect(instalmentsOf({ principal: 100_000, months: 12, rate: 12 })).toEqual({
    monthly: 8_885,
    last: 8_884,
    total: 106_619,
  });
});

const terms = fc.record({
  principal: fc.integer({ min: 1, max: 10_000_000_000 }),
  months: fc.integer({ min: 1, max: 60 }),
  rate: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
});

test('instalments are whole, pay back what was lent and its interest to the last minor unit, and no more', () => {
  fc.assert(
    fc.property(terms, ({ principal, months, rate }) => {
      const { monthly, last, total } = instalmentsOf({ principal, months, rate });
      expect([monthly, last, total].every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
      // Paid by these instalments, nothing is owed at the end.
      let owed = principal;
      let repaid = 0;
      let paid = 0;
      for (let month = 1; month <= months; month++) {
        const interest = Math.round((owed * rate) / 1200);
        const instalment = month === months ? last : Math.min(monthly, owed + interest);
        paid += instalment;
        repaid += instalment - interest;
        owed -= instalment - interest;
      }
      expect([owed, repaid, paid]).toEqual([0, principal, total]);
      expect(total).toBeGreaterThanOrEqual(principal);
      if (rate === 0) expect(total).toBe(principal);
    }),
  );
});

test('a higher rate costs more', () => {
  fc.assert(
    fc.property(terms, fc.integer({ min: 1, max: 50 }), ({ principal, months, rate }, more) => {
      const { total } = instalmentsOf({ principal, months, rate });
      // Below some minor units a month rounding is more than interest.
      fc.pre(principal > 100_000);
      expect(instalmentsOf({ principal, months, rate: rate + more }).total).toBeGreaterThan(total);
    }),
  );
});
