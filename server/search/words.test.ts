import { expect, test } from 'vitest';
import { emailWords, phoneAsked, phoneWords, wordsOf } from './words.ts';

test.each([
  ['Олена Дем’янчук', ['олена', 'демянчук']],
  ['Ștefan ȚĂRANU', ['stefan', 'taranu']],
  ['Анна-Марія  (VIP)', ['анна-марія', 'анна', 'марія', 'vip']],
  ['C-1001', ['c-1001', 'c', '1001']],
  [' — ', []],
])('%s is found by its words', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('an e-mail address is found whole, by the words of its name, and by its domain', () => {
  expect(emailWords('Olena.Petrenko+a@Shop.example')).toEqual([
    'olena.petrenko+a@shop.example',
    'olena.petrenko+a',
    'olena',
    'petrenko',
    'a',
    'shop.example',
  ]);
});

test.each(['+380 (67) 123-45-67', '0671234567', '67 123 45 67', '067 123', '+38067', '4567'])(
  'a telephone is found as %s',
  (asked) => {
    const words = phoneWords('+380671234567');
    const said = phoneAsked(asked);
    expect(said).not.toBeNull();
    expect(words.some((word) => word.startsWith(String(said)))).toBe(true);
  },
);

test.each(['Olena', 'a1234', '12', ''])('%j is no telephone', (asked) => {
  expect(phoneAsked(asked)).toBeNull();
});
