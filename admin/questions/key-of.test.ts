import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

test.each([
  ['Do you have a dog?', 'do_you_have_a_dog'],
  ['Ce vă interesează?', 'ce_va_intereseaza'],
  ['2 cats', 'cats'],
  ['Що вас цікавить?', ''],
  ['x'.repeat(60), 'x'.repeat(40)],
])('the key of %j is %j', (words, key) => {
  expect(keyOf(words)).toBe(key);
});
