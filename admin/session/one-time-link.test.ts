import { expect, test } from 'vitest';
import { tokenOf } from './one-time-link.ts';

test.each([
  ['#link=abc-DEF_1', 'abc-DEF_1'],
  ['http://127.0.0.1:8080/admin/#link=abc', 'abc'],
  ['  http://127.0.0.1:8080/admin/#link=abc  ', 'abc'],
  ['abc-DEF_1', 'abc-DEF_1'],
  ['#link=a%2Bb', 'a+b'],
])('%s holds the token %s', (link, token) => {
  expect(tokenOf(link)).toBe(token);
});

test.each(['', '   ', '#', '#other=1', 'not a link', '#link=', '#link=%E0%A4%A'])('%s holds none', (link) => {
  expect(tokenOf(link)).toBeNull();
});
