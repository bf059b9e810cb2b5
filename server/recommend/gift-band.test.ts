import { expect, test } from 'vitest';
import type { Product } from '../catalog/product.ts';
import { type GiftBand, giftBand, isInBand } from './gift-band.ts';

interface Given {
  price: number | null;
  above: number;
  currency?: string;
}

const product = (id: string, price: number | null, currency: string) => ({ id, price, currency }) as Product;

function bandOf(gifts: readonly Given[]): GiftBand | null {
  const known = new Map<string, Product>(
    gifts.map(({ price, currency = 'EUR' }, at) => [`P${at}`, product(`P${at}`, price, currency)]),
  );
  const ranked = gifts.map(({ above }, at) => ({ product: `P${at}`, above }));
  const shop = { model: { gifts: () => ranked }, catalog: { get: (id: string) => known.get(id) }, now: 0 };
  return giftBand({ past: [], price: { how: 'learnt' } }, shop);
}

test('a gift costs as much as the middle nine tenths of what is given, each as often as it is given', () => {
  const usual = [10, 20, 30, 40, 50].map((price) => ({ price, above: 20 }));
  expect(bandOf(usual)).toEqual({ least: 10, most: 50, currency: 'EUR' });
  expect(bandOf([...usual, { price: 1, above: 1 }, { price: 9_000, above: 2 }])).toEqual({
    ...{ least: 10, most: 50, currency: 'EUR' },
  });
  expect(bandOf([...usual, { price: 9_000, above: 30 }])?.most).toBe(9_000);
});

test('few products with a price say nothing of others; of several currencies that of most gifts counts', () => {
  const euros = [10, 20, 30, 40].map((price) => ({ price, above: 5 }));
  expect(bandOf(euros)).toBeNull();
  expect(bandOf([...euros, { price: null, above: 50 }])).toBeNull();
  expect(bandOf([...euros, { price: 50, above: 5 }, { price: 7, above: 9, currency: 'USD' }])).toMatchObject({
    ...{ least: 10, currency: 'EUR' },
  });
});

test('what has no price, or one in another currency, is in no band', () => {
  const known = new Map(
    [
      product('in', 20, 'EUR'),
      product('above', 21, 'EUR'),
      product('none', null, 'EUR'),
      product('usd', 15, 'USD'),
    ].map((one) => [one.id, one]),
  );
  const catalog = { get: (id: string) => known.get(id) };
  const isIn = (id: string) => isInBand(id, { least: 10, most: 20, currency: 'EUR' }, catalog);
  expect(['in', 'above', 'none', 'usd', 'unknown'].filter(isIn)).toEqual(['in']);
});
