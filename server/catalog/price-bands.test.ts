import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from './catalog.ts';
import { bandOf } from './price-bands.ts';
import type { Product } from './product.ts';

function product(id: string, price: number | null, category: string | null = 'Mugs'): Product {
  return {
    ...{ id, name: id, category, brand: null, price, currency: 'UAH', cost: null, costCurrency: null },
    ...{ url: 'https://www.shop.example/', image: null, inStock: true, addedAt: 0, details: null },
  };
}

test('a price is in the quarter of its category that it falls into', () => {
  const all = [100, 200, 300, 400, 500, 600, 700, 800].map((price) => product(`P${price}`, price));
  const catalog = createCatalog([...all, product('B', 5, 'Bags'), product('C', null)]);
  const bands = all.map((one) => bandOf(one, catalog, 0));
  expect(bands).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  expect(['B', 'C', 'D'].map((id) => bandOf(catalog.get(id), catalog, 0))).toEqual([undefined, undefined, undefined]);
});

test('a new price of a small catalogue counts at once, of a large one within a minute', () => {
  for (const [others, atOnce] of [
    [0, 1],
    [3_000, 4],
  ] as const) {
    const more = Array.from({ length: others }, (_, place) => product(`more ${place}`, 5, 'Bags'));
    const catalog = createCatalog([...more, ...[1, 2, 3, 4].map((price) => product(`P${price}`, price))]);
    expect(bandOf(catalog.get('P4'), catalog, 0)).toBe(4);
    catalog.put([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((price) => product(`P${price}`, price)));
    expect(bandOf(catalog.get('P4'), catalog, 1_000)).toBe(atOnce);
    expect(bandOf(catalog.get('P4'), catalog, 61_000)).toBe(1);
  }
});

test('a dearer product is never in a lower quarter', () => {
  const prices = fc.array(fc.nat(50), { minLength: 4, maxLength: 60 });
  fc.assert(
    fc.property(prices, (all) => {
      const sorted = [...all].sort((a, b) => a - b).map((price, place) => product(`P${place}`, price));
      const catalog = createCatalog(sorted);
      const bands = sorted.map((one) => bandOf(one, catalog, 0) ?? 0);
      expect(bands).toEqual([...bands].sort((a, b) => a - b));
      expect(Math.min(...bands)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...bands)).toBe(4);
    }),
  );
});
