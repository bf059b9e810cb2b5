import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('money is written as each language writes it, from minor units', () => {
  const amount = { amount: 199_950, currency: 'UAH' };
  expect(plain(formatsFor('uk', 'UTC').money(amount))).toBe('1 999,50 ₴');
  expect(plain(formatsFor('ro', 'UTC').money({ amount: 199_950, currency: 'RON' }))).toBe('1.999,50 RON');
  expect(plain(formatsFor('en', 'UTC').money({ amount: 199_950, currency: 'GBP' }))).toBe('£1,999.50');
});

test('the shop’s own currency is written short, another one so that it cannot be mistaken', () => {
  const { money } = formatsFor('uk', 'UTC', 'GBP');
  expect(plain(money({ amount: 199_950, currency: 'GBP' }))).toBe('1 999,50 £');
  expect(plain(money({ amount: 199_950, currency: 'CAD' }))).toBe('1 999,50 CAD');
});

test('a currency without minor units is not divided', () => {
  expect(formatsFor('en', 'UTC').money({ amount: 1500, currency: 'JPY' })).toContain('1,500');
});

test('amounts of several currencies stand side by side; none at all is a zero of the shop', () => {
  const { amounts } = formatsFor('en', 'UTC');
  expect(
    amounts(
      [
        { amount: 100, currency: 'GBP' },
        { amount: 200, currency: 'EUR' },
      ],
      'GBP',
    ),
  ).toBe('£1.00 + €2.00');
  expect(amounts([], 'GBP')).toBe('£0.00');
});

test('the clock and the day are the shop’s, also over a change of clocks', () => {
  const { clock, day } = formatsFor('en', 'Europe/Kyiv');
  const before = Date.parse('2026-03-29T00:59:00Z');
  expect([clock(before), clock(before + 60_000)]).toEqual(['02:59', '04:00']);
  expect(day(Date.parse('2026-03-28T21:59:00Z'))).toBe('2026-03-28');
  expect(day(Date.parse('2026-03-28T22:00:00Z'))).toBe('2026-03-29');
});

test('ages are told in the unit that fits, and a clock that is behind tells none below zero', () => {
  const { ago } = formatsFor('en', 'UTC');
  expect([12_000, 90_000, 7_200_000, 3 * 86_400_000].map((ms) => ago(0, ms))).toEqual([
    '12 sec ago',
    '1 min ago',
    '2 hr ago',
    '3 days ago',
  ]);
  expect(ago(5000, 0)).toBe('0 sec ago');
});

test('a country or language that is none is shown as it came', () => {
  const { country, language } = formatsFor('en', 'UTC');
  expect(country('UA')).toBe('Ukraine');
  expect(country('nowhere')).toBe('nowhere');
  expect(language('ro')).toBe('Romanian');
  expect(language('!')).toBe('!');
});
