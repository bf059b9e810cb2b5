import { expect, test } from 'vitest';
import { addressBits } from '../address-bits.ts';
import { columnsOf, readRange } from './read-range.ts';

function read(row: Record<string, string>) {
  return readRange(row, columnsOf(Object.keys(row)));
}

test.each([
  ['8.8.4.0/24', '8.8.4.0', '8.8.4.255'],
  ['8.8.4.77/24', '8.8.4.0', '8.8.4.255'],
  ['8.8.4.4', '8.8.4.4', '8.8.4.4'],
  ['8.8.4.4 - 8.8.9.1', '8.8.4.4', '8.8.9.1'],
  ['134744072', '8.8.8.8', '8.8.8.8'],
  ['2a00:1450::/32', '2a00:1450::', '2a00:1450:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['::ffff:8.8.8.8', '8.8.8.8', '8.8.8.8'],
])('%s is a range of addresses', (network, from, to) => {
  expect(read({ network, company: 'Acme' })).toEqual({
    ...{ from: addressBits(from), to: addressBits(to) },
    company: { name: 'Acme' },
  });
});

test('vendors name their columns as they like', () => {
  const row = {
    ...{ start_ip: '8.8.8.0', end_ip: '8.8.8.9', Organization: ' Acme Ltd ', website: 'ACME.example' },
    ...{ 'Company Industry': 'Tea', employees: '51-200', type: 'business' },
  };
  expect(read(row).company).toEqual({ name: 'Acme Ltd', domain: 'acme.example', industry: 'Tea', size: '51-200' });
});

test.each([{ type: 'isp' }, { usage_type: 'Hosting' }, { is_isp: 'yes' }, { company: '-' }, { company: '' }])(
  'a row is nobody’s that says %j',
  (more: Record<string, string>) => {
    expect(read({ network: '8.8.8.0/24', company: 'Kyivstar', ...more }).company).toBeNull();
  },
);

test('where nobody is meant a range may be as wide as it is, and private', () => {
  expect(read({ network: '0.0.0.0/0', company: '' }).company).toBeNull();
});

test.each([
  ['10.1.2.0/24', 'private'],
  ['fd00::/16', 'private'],
  ['8.0.0.0/7', 'wider'],
  ['2a00::/12', 'wider'],
  ['8.8.8.8/33', 'no network'],
  ['8.8.8.0/', 'no network'],
  ['8.8.8.9 - 8.8.8.1', 'ends before it begins'],
  ['8.8.8.8 - 2a00::1', 'begins in IPv4'],
  ['8.8.8', 'no address'],
  ['acme.example', 'no address'],
  ['340282366920938463463374607431768211456', 'no address'],
  ['', 'says no addresses'],
])('%s is refused: %s', (network, reason) => {
  expect(() => read({ network, company: 'Acme' })).toThrow(reason);
});

test('a file without the columns that are needed is no file of companies', () => {
  expect(() => columnsOf(['company', 'domain'])).toThrow('network');
  expect(() => columnsOf(['start', 'company'])).toThrow('network');
  expect(() => columnsOf(['16777216', '16777471', 'AU'])).toThrow('network');
  expect(() => columnsOf(['network', 'domain'])).toThrow('company');
});
