import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prefillFields } from './definition.ts';
import { mask } from './mask.ts';

describe('a hint', () => {
  test.each([
    ['email', 'julia.meyer@example.com', 'j•••@e•••.com'],
    ['email', 'no address', '•••@n•••'],
    ['name', 'Олена Коваль', 'О•••'],
    ['name', 'é', 'é•••'],
    ['tel', '+380 44 123 45 67', '••• 67'],
    ['tel', '101', '•••'],
    ['street-address', 'Str. Mihai Eminescu 4', 'Str. M•••'],
    ['street-address', 'вул. Хрещатик, 1', 'вул. Х•••'],
    ['street-address', '10 Downing Street', '1•••'],
    ['postal-code', 'SW1A 2AA', 'S•••'],
  ] as const)('of %s "%s" is %s', (field, value, hint) => {
    expect(mask(field, value)).toBe(hint);
  });

  test('is as long for a long word as for a short one, and has of it only how it begins', () => {
    const word = fc.stringMatching(/^[A-Za-zА-я0-9]{2,40}$/);
    fc.assert(
      fc.property(fc.constantFrom(...prefillFields), word, word, (field, word, other) => {
        fc.pre(field !== 'tel' && field !== 'email');
        expect(mask(field, word)).toBe(mask(field, word[0] + other));
        expect(mask(field, word)).toHaveLength(4);
      }),
    );
    fc.assert(
      fc.property(word, word, word, (user, other, host) => {
        expect(mask('email', `${user}@${host}.com`)).toBe(mask('email', `${user[0]}${other}@${host[0]}${other}.com`));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{7,20}$/), fc.stringMatching(/^\d{5,12}$/), (one, other) => {
        expect(mask('tel', one)).toBe(mask('tel', other + one.slice(-2)));
      }),
    );
  });
});
