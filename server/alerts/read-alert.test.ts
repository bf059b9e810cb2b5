import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { readAlert } from './read-alert.ts';

const product = (id: string, price: number | null) =>
  ({ id, name: id, price, currency: 'EUR', inStock: true }) as Product;
const catalog = createCatalog([product('MUG', 900), product('GIFT', null)]);
const read = (params: Record<string, unknown>) =>
  readAlert({ item_id: 'MUG', of: 'price', on: true, ...params }, catalog);

test('a wish has the price that it is asked at, and an address with what was agreed to', () => {
  expect(read({})).toEqual({ product: 'MUG', of: 'price', on: true, price: 900, currency: 'EUR' });
  expect(read({ of: 'stock', email: 'anna@example.com', agreed: 'One letter.' })).toEqual({
    ...{ product: 'MUG', of: 'stock', on: true, email: 'anna@example.com', agreed: 'One letter.' },
  });
  expect(read({ on: false, email: 'anna@example.com' })).toEqual({ product: 'MUG', of: 'price', on: false });
});

test.each([
  ['params.of', { of: 'colour' }],
  ['params.of', { item_id: 'GIFT' }],
  ['params.on', { on: 'yes' }],
  ['params.item_id', { item_id: 'NONE' }],
  ['params.item_id', { item_id: 7 }],
  ['params.email', { email: 'anna', agreed: 'Yes' }],
  ['params.email', { email: 'anna@localhost', agreed: 'Yes' }],
  ['params.email', { email: 'a@example.com\nBcc: b@example.com', agreed: 'Yes' }],
  ['params.email', { email: `${'a'.repeat(250)}@example.com`, agreed: 'Yes' }],
  ['params.agreed', { email: 'anna@example.com' }],
  ['params.agreed', { email: 'anna@example.com', agreed: ' ' }],
])('%s is wrong in %j', (field, params) => {
  expect(() => read(params)).toThrow(expect.objectContaining({ field }));
});
