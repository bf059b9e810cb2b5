import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayKeep } from './may-keep.ts';

test.each([
  '4111 1111 1111 1111',
  '5500-0000-0000-0004',
  '340000000000009',
  '6011.0000.0000.0004',
  '',
  'a'.repeat(201),
])('a device never keeps "%s"', (value) => {
  expect(mayKeep(value)).toBe(false);
});

test.each(['Anna', '+380 44 123 45 67', '0044 20 7946 0958', 'SW1A 2AA', '4111 1111 1111 1112'])(
  'it may keep "%s"',
  (value) => {
    expect(mayKeep(value)).toBe(true);
  },
);

test('no number with a right check digit, however it is written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12,18}$/), fc.constantFrom('', ' ', '-', '.'), (digits, between) => {
      const right = [...'0123456789'].filter((last) => !mayKeep([...digits, last].join(between)));
      expect(right).toHaveLength(1);
    }),
  );
});
