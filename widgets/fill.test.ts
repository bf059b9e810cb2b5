// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fill } from './fill.ts';
import { greeting } from './greeting/definition.ts';
import { readCard } from './read-card.ts';
import { shelf } from './shelf/definition.ts';

const card = { id: 'A', name: 'Mug', url: '/mug', image: '/mug.svg', price: '£2.55', reason: 'New' };

test('what is missing or of another type becomes the default', () => {
  const empty = { title: '', text: '', gift: '', forAnother: '' };
  expect(fill(greeting, { text: 'Hello' })).toEqual({ ...empty, text: 'Hello' });
  expect(fill(greeting, { title: { toString: () => 'x' }, text: null, more: 1 })).toEqual(empty);
  expect(fill(shelf, { items: 'many' }, readCard)).toEqual({ title: '', items: [] });
});

test('a card keeps what is right about it', () => {
  const half = { ...card, image: 5, price: undefined, reason: [], color: 'red' };
  expect(fill(shelf, { items: [card, half] }, readCard).items).toEqual([
    card,
    { ...card, image: null, price: null, reason: '' },
  ]);
});

test.each([null, 7, 'A', [], { ...card, id: 1 }, { ...card, name: null }, { ...card, url: 'http://[' }])(
  'a card that cannot be opened is left out: %j',
  (wrong) => {
    expect(fill(shelf, { items: [wrong, card] }, readCard).items).toEqual([card]);
  },
);

test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'blob:x'])(
  'a link that is not a web address is left out: %j',
  (url) => {
    expect(fill(shelf, { items: [{ ...card, url }, card] }, readCard).items).toEqual([card]);
  },
);

test.each(['/mug', 'mug?size=2', '//cdn.example/mug', 'https://shop.example/mug'])('a shop may link to %j', (url) => {
  expect(fill(shelf, { items: [{ ...card, url }] }, readCard).items).toEqual([{ ...card, url }]);
});
