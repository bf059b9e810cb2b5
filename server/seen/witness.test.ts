import { expect, test } from 'vitest';
import { networkOf, witnessOf } from './witness.ts';

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:1:2::5', '2001:db8:1'],
  ['2001:DB8:0001:ffff:1:2:3:4', '2001:db8:1'],
  ['::1', '0:0:0'],
  ['2001:db8::', '2001:db8:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
  ['', null],
  ['unknown', null],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('neighbours have one name a day, and another one the next day and in another shop', async () => {
  const name = await witnessOf('203.0.113.7', 1, 'secret');
  expect(await witnessOf('203.0.113.200', 1, 'secret')).toBe(name);
  expect(await witnessOf('203.0.114.7', 1, 'secret')).not.toBe(name);
  expect(await witnessOf('203.0.113.7', 2, 'secret')).not.toBe(name);
  expect(await witnessOf('203.0.113.7', 1, 'other')).not.toBe(name);
});
