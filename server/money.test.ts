import { expect, test } from 'vitest';
import { decimalOf, formatMoney, isCurrency, minorUnits } from './money.ts';

test.each([
  [2.55, 'GBP', 255],
  ['2.55', 'GBP', 255],
  ['2,55', 'RON', 255],
  ['1 999,50', 'UAH', 199950],
  ['1\u00a0999,50', 'UAH', 199950],
  ['1.999,50', 'RON', 199950],
  ['1,999.50', 'USD', 199950],
  ['1,999', 'USD', 199900],
  ['1.999', 'KWD', 1999],
  ['0,125', 'KWD', 125],
  ['1.234.567', 'EUR', 123456700],
  ['-3.10', 'GBP', -310],
  [1.005, 'EUR', 101],
  [2.675, 'EUR', 268],
  [1e-7, 'EUR', 0],
  [500, 'JPY', 500],
  ['', 'EUR', null],
  ['abc', 'EUR', null],
  ['1e3', 'EUR', 100000],
  [Number.NaN, 'EUR', null],
  [1e300, 'EUR', null],
])('%j %s is %j in minor units', (decimal, currency, expected) => {
  expect(minorUnits(decimal, currency)).toBe(expected);
});

test('knows currencies by their codes', () => {
  expect(['UAH', 'RON', 'GBP'].every(isCurrency)).toBe(true);
  expect(['uah', 'XXQ', '', 'EURO'].some(isCurrency)).toBe(false);
});

test('writes amounts as people of a language do', () => {
  const spaces = (text: string) => text.replace(/\s/g, ' ');
  expect(formatMoney({ amount: 255, currency: 'GBP' }, 'en')).toBe('£2.55');
  expect(spaces(formatMoney({ amount: 199950, currency: 'UAH' }, 'uk'))).toBe('1 999,50 ₴');
  expect(spaces(formatMoney({ amount: 1299950, currency: 'RON' }, 'ro'))).toBe('12.999,50 lei');
  expect(formatMoney({ amount: 500, currency: 'JPY' }, 'en')).toBe('¥500');
});

test.each([
  [255, 'GBP', '2.55'],
  [5, 'EUR', '0.05'],
  [-310, 'GBP', '-3.10'],
  [500, 'JPY', '500'],
  [0, 'KWD', '0.000'],
])('%i minor units of %s are %s for a program', (amount, currency, expected) => {
  expect(decimalOf({ amount, currency })).toBe(expected);
});
