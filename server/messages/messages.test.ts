import { expect, test } from 'vitest';
import { languageFor } from './messages.ts';

test.each([
  ['uk-UA', 'uk'],
  ['RO', 'ro'],
  ['mo', 'ro'],
  ['de', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  // Once a failure of ours: every object has these.
  ['__proto__', 'en'],
  ['constructor', 'en'],
] as const)('a page in %s is answered in %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language);
});
