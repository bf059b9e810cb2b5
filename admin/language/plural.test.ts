import { expect, test } from 'vitest';
import { pluralIn } from './plural.ts';

test('English has one and other', () => {
  const orders = pluralIn('en')({ one: '# order', other: '# orders' });
  expect([0, 1, 2, 1234].map(orders)).toEqual(['0 orders', '1 order', '2 orders', '1,234 orders']);
});

test('Ukrainian and Russian tell 1, 2 and 5 apart, also at 11 and 21', () => {
  const orders = pluralIn('uk')({
    one: '# замовлення',
    few: '# замовлення!',
    many: '# замовлень',
    other: '# замовлення?',
  });
  expect([1, 2, 5, 11, 12, 21, 22, 25].map(orders)).toEqual([
    '1 замовлення',
    '2 замовлення!',
    '5 замовлень',
    '11 замовлень',
    '12 замовлень',
    '21 замовлення',
    '22 замовлення!',
    '25 замовлень',
  ]);
  const carts = pluralIn('ru')({ one: '# корзина', few: '# корзины', many: '# корзин', other: '# корзины?' });
  expect([1, 3, 11, 101, 114].map(carts)).toEqual(['1 корзина', '3 корзины', '11 корзин', '101 корзина', '114 корзин']);
});

test('Romanian says "de" from 20 on, but not for 101 to 119', () => {
  const views = pluralIn('ro')({ one: 'o pagină', few: '# pagini', other: '# de pagini' });
  expect([0, 1, 2, 19, 20, 21, 101, 119, 120].map(views)).toEqual([
    '0 pagini',
    'o pagină',
    '2 pagini',
    '19 pagini',
    '20 de pagini',
    '21 de pagini',
    '101 pagini',
    '119 pagini',
    '120 de pagini',
  ]);
});
