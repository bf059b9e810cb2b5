import { expect, test } from 'vitest';
import { blank, newId, newVariantId } from './draft.ts';

test('a campaign is called by the Latin letters of its name, and by a number where that is taken', () => {
  expect(newId('Free delivery, 2026!', new Set())).toBe('free-delivery-2026');
  expect(newId('Free delivery', new Set(['free-delivery', 'free-delivery-2']))).toBe('free-delivery-3');
  expect(newId('Common', new Set())).toBe('common-2');
  expect(newId('Безкоштовна доставка', new Set())).toBe('campaign');
  expect(newId('2026', new Set(['campaign']))).toBe('campaign-2');
  expect(newId('x'.repeat(90), new Set())).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
});

test('a new variant takes no letter that another one has', () => {
  const [first] = blank.variants;
  if (!first) throw new Error('a campaign begins with a variant');
  expect(newVariantId([first])).toBe('b');
  expect(newVariantId([{ ...first, id: 'c' }, first])).toBe('d');
});
