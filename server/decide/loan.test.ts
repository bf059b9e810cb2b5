import { expect, test } from 'vitest';
import { loanFor } from './loan.ts';

const loan = {
  ...{ widget: 'loan' as const, title: { en: 'In instalments' }, text: { en: 'By Example Bank.' }, down: 0 },
  terms: [
    { months: 1, rate: 0 },
    { months: 12, rate: 12 },
  ],
};
const price = { price: 100_000, currency: 'EUR' };
/** As it is written, without what keeps a number and its sign on one line. */
const plain = (words: string | undefined) => words?.replace(/[\u00a0\u202f]/g, ' ').split('\n');

test('each term is told with its instalment, the last one, the sum and what the credit costs', () => {
  const told = loanFor(loan, price, 'en');
  expect(told).toMatchObject({ title: 'In instalments', text: 'By Example Bank.', unit: 'Months', months: '1\n12' });
  expect(plain(told?.terms)).toEqual(['1 month', '12 months']);
  expect(plain(told?.monthly)).toEqual(['€1,000.00 a month', '€88.85 a month']);
  expect(plain(told?.parts)).toEqual(['1 × €1,000.00; 0% a year', '12 instalments, the last €88.84; 12% a year']);
  expect(plain(told?.total)).toEqual([
    '€1,000.00 in all, as much as the price',
    '€1,066.19 in all, €66.19 more than the price',
  ]);
});

test('what is paid at once is not lent, and is a part of the sum', () => {
  const told = loanFor({ ...loan, terms: [{ months: 12, rate: 12.5 }], down: 20 }, price, 'uk');
  expect(plain(told?.terms)).toEqual(['12 місяців']);
  expect(plain(told?.monthly)).toEqual(['71,27 € на місяць']);
  expect(plain(told?.parts)?.[0]).toMatch(/^200,00 € одразу.*12,5% річних$/);
  expect(plain(told?.total)?.[0]).toMatch(/^Разом 1 055,/);
});

test('without a price there is nothing to lend', () => {
  expect(loanFor(loan, undefined, 'en')).toBeNull();
  expect(loanFor(loan, { price: null, currency: null }, 'en')).toBeNull();
  expect(loanFor(loan, { ...price, price: 0 }, 'en')).toBeNull();
});
