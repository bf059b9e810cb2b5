import { expect, test } from 'vitest';
import { emptyOrder, type Order } from '../orders/order.ts';
import { isOfDevice } from './is-of-device.ts';

const items = [{ id: 'MUG', quantity: 2, price: 500 }];
const bought = { visitor: 'phone', currency: 'EUR', value: 1_000, items };
const said = (value: object) => ({ at: 1, id: 'e', value: { ...bought, ...value } });
const order = (browser: object | null, server: object | null): Order => ({
  ...emptyOrder(),
  browser: browser && said(browser),
  server: server && said(server),
});

test.each<[string, Order, boolean]>([
  ['placed here, and not told by the shop yet', order({}, null), true],
  ['placed here, and told by the shop of nobody', order({}, { visitor: '~server' }), true],
  ['placed here, and told of the customer of this device', order({}, { visitor: 'customer-7' }), true],
  ['told of another customer', order({}, { visitor: 'customer-8' }), false],
  ['whose sum the page did not know', order({ value: 999 }, { visitor: '~server' }), false],
  [
    'whose products the page did not know',
    order({ items: [{ id: 'CUP', quantity: 2 }] }, { visitor: '~server' }),
    false,
  ],
  ['in another currency', order({ currency: 'USD' }, { visitor: '~server' }), false],
  ['placed on another device', order({ visitor: 'laptop' }, null), false],
  ['that no page has told', order(null, { visitor: 'customer-7' }), false],
  ['of which nothing is known', order(null, null), false],
])('an order %s: %s', (_, one, is) => {
  expect(isOfDevice(one, 'phone', ['7'])).toBe(is);
});
