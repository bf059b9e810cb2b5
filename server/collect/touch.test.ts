import { expect, test } from 'vitest';
import { touchOf } from './touch.ts';

const page = 'https://shop.example/p/1?utm=no';

test.each([
  ['a typed address', page, undefined, { source: 'direct', medium: 'none' }],
  ['a search engine', page, 'https://www.google.com.ua/', { source: 'google', medium: 'organic' }],
  ['an assistant', page, 'https://chatgpt.com/c/1', { source: 'chatgpt.com', medium: 'assistant' }],
  ['a social network', page, 'https://l.facebook.com/l.php?u=x', { source: 'facebook', medium: 'social' }],
  ['another site', page, 'https://blog.example/post', { source: 'blog.example', medium: 'referral' }],
  [
    'a campaign',
    `${page}&utm_source=news&utm_medium=email&utm_campaign=11.11`,
    'https://www.google.com/',
    { source: 'news', medium: 'email', campaign: '11.11' },
  ],
])('%s', (_, url, referrer, expected) => {
  expect(touchOf(new URL(url), referrer)).toEqual({ ...expected, landing: '/p/1' });
});

test('a page of the shop itself is no source', () => {
  expect(touchOf(new URL(page), 'https://shop.example/')).toBeNull();
  expect(touchOf(new URL(page), 'not an address')).toBeNull();
});
