import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPrivateAddress } from './private-address.ts';

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ],
  ...[
    '::',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    'fc00::1',
    'fd12::1',
  ],
  ...['fe80::1', 'fe80::1%eth0', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fec0::1', '255.255.255.255'],
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  ...[
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '172.32.0.1',
    '2606:4700:4700::1111',
    '::ffff:1.1.1.1',
    '223.255.255.255',
  ],
  ...['shop.example', 'localhost', '1.2.3', '1:2', ''],
])('%s is not', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

test.each([
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
])('the spelling %s is private once it is an address', (spelling) => {
  expect(isPrivateAddress(new URL(spelling).hostname)).toBe(true);
});

test('says of every address what another list of networks says', () => {
  const list = new BlockList();
  list.addSubnet('172.16.0.0', 12, 'ipv4');
  list.addSubnet('fe80::', 10, 'ipv6');
  const near = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.tuple(fc.integer({ min: 12, max: 36 }), fc.nat(255)).map(([second, last]) => `172.${second}.0.${last}`),
    fc.integer({ min: 0xfe00, max: 0xffff }).map((group) => `${group.toString(16)}::1`),
  );
  fc.assert(
    fc.property(near, (address) => {
      if (list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) expect(isPrivateAddress(address)).toBe(true);
      if (/^172\.(1[2-5]|3[2-6])\./.test(address)) expect(isPrivateAddress(address)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
