// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { View } from './view.tsx';

const card = { id: 'A', name: 'Mug <i>', url: '/mug', image: '/mug.svg', price: '£2.55', reason: 'New' };

beforeEach(() => render(null, document.body));

test('each card is one link with picture, name, price and reason, as text', () => {
  render(<View title="For you" items={[card]} />, document.body);
  const link = document.querySelector('section[aria-label="For you"] ul > li > a');
  expect(link?.getAttribute('href')).toBe('/mug');
  expect([...(link?.children ?? [])].map(({ textContent }) => textContent)).toEqual(['', 'Mug <i>', '£2.55', 'New']);
  expect(link?.querySelector('img')?.getAttribute('loading')).toBe('lazy');
});

test('a card without picture, price and reason keeps the place of the picture', () => {
  render(<View title="" items={[{ ...card, image: null, price: null, reason: '' }]} />, document.body);
  const link = document.querySelector('a');
  expect([...(link?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['I', 'B']);
  expect(document.querySelector('h2')).toBeNull();
});

test('without cards there is nothing to show', () => {
  expect(View({ title: 'For you', items: [] })).toBeNull();
});
